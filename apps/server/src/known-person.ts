/** Who it is here that an identity provider vouches for. */
import { findUnitByNumber, hasRole } from '@skute/access';
import { findByHpr, findByNumber, parseNationalNumber } from '@skute/identity';
import type { Verified } from '@skute/identity/login';
import { inTenant } from '@skute/platform/db';
import { dateIn } from '@skute/platform/time';
import { livesAt } from '@skute/treatment';
import type { LoginWiring } from './login.ts';

export interface KnownPerson {
  readonly tenantId: string;
  readonly personId: string;
  readonly unitId: string | null;
}

type PeopleWiring = Pick<LoginWiring, 'clock' | 'database' | 'keys' | 'organisations'>;

export async function findKnown(
  wiring: PeopleWiring,
  verified: Verified,
): Promise<KnownPerson | { refused: 'not-known-here' | 'no-role-here' }> {
  return verified.kind === 'patient' ? findPatient(wiring, verified) : findClinician(wiring, verified);
}

/**
 * The organisation in which the patient has a treatment that lives; else the first that knows them. Each organisation
 * has its own search key, so that the same person can't be followed from one to the other: they are asked in turn.
 */
async function findPatient(
  wiring: PeopleWiring,
  verified: Verified,
): Promise<KnownPerson | { refused: 'not-known-here' }> {
  const today = dateIn('Europe/Oslo', wiring.clock());
  const parsed = parseNationalNumber(verified.nationalNumber ?? '', undefined, { today });
  if ('refused' in parsed) return { refused: 'not-known-here' };
  let first: KnownPerson | undefined;
  for (const { id: tenantId } of wiring.organisations) {
    const found = await inTenant(wiring.database.pool, tenantId, async (tx) => {
      const personId = await findByNumber(tx, wiring.keys, 'patient', parsed.number);
      return personId && { personId, lives: await livesAt(tx, personId, wiring.clock()) };
    });
    if (!found) continue;
    const person = { tenantId, personId: found.personId, unitId: null };
    if (found.lives) return person;
    first ??= person;
  }
  return first ?? { refused: 'not-known-here' };
}

/** The unit that the provider names decides the organisation; a unit that is not in the organisation named is refused. */
async function findClinician(
  wiring: PeopleWiring,
  verified: Verified,
): Promise<KnownPerson | { refused: 'not-known-here' | 'no-role-here' }> {
  const organisation = wiring.organisations.find(
    ({ organisationNumber }) => organisationNumber === verified.organisationNumber,
  );
  if (!organisation || !verified.unitNumber) return { refused: 'not-known-here' };
  const { unitNumber, hprNumber, nationalNumber } = verified;
  return inTenant(wiring.database.pool, organisation.id, async (tx) => {
    const unit = await findUnitByNumber(tx, unitNumber);
    if (!unit) return { refused: 'not-known-here' };
    const personId =
      (hprNumber && (await findByHpr(tx, wiring.keys, hprNumber))) ||
      (nationalNumber && (await findByNumber(tx, wiring.keys, 'staff', nationalNumber)));
    if (!personId) return { refused: 'not-known-here' };
    if (!(await hasRole(tx, personId, unit.id, wiring.clock()))) return { refused: 'no-role-here' };
    return { tenantId: organisation.id, personId, unitId: unit.id };
  });
}
