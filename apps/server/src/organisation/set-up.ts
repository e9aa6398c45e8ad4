import { randomUUID } from 'node:crypto';
import {
  type CannotSaveOrganisation,
  logOperatorAct,
  saveOrganisation,
  saveUnit,
  setRoles,
} from '@skute/access';
import { type CannotSaveStaff, saveStaff } from '@skute/identity';
import { type Database, inTenant, type TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { WantedOrganisation, WantedStaff } from './wanted.ts';

export interface SetUpDeps {
  readonly database: Pick<Database, 'pool' | 'ownerPool'>;
  readonly keys: KeyStore;
  readonly now: EpochMs;
}

/** What was done, for the person at the command and, without places, for the log. */
export interface Done {
  readonly act: `organisation.${string}`;
  /** Of the file's list, counted from 1: names are not told. */
  readonly place?: number;
  readonly unitId?: string;
}

export type SetUp =
  | { readonly requestId: string; readonly done: readonly Done[] }
  | CannotSaveOrganisation
  | (CannotSaveStaff & { readonly place: number });

/**
 * Makes the organisation what the file says. Whoever or whatever of it is not in the file stays as it is, except the roles
 * of those who are. The organisation itself belongs to no tenant and is saved first; all the rest, with its log rows, is one
 * transaction.
 */
export async function setUpOrganisation(deps: SetUpDeps, wanted: WantedOrganisation): Promise<SetUp> {
  const requestId = randomUUID();
  const saved = await saveOrganisation(deps.database.ownerPool, wanted.organisation);
  if ('refused' in saved) return saved;
  const before: Done[] = saved.change === 'unchanged' ? [] : [{ act: `organisation.${saved.change}` }];
  try {
    return await inTenant(deps.database.pool, saved.id, async (tx) => {
      const units = await saveUnits(tx, wanted);
      const staff = await saveAllStaff(deps, tx, wanted.staff, units.ids);
      const done = [...before, ...units.done, ...staff];
      for (const { act, unitId } of done) logOperatorAct(tx, { act, requestId, ...(unitId && { unitId }) });
      return { requestId, done };
    });
  } catch (error) {
    if (error instanceof RefusedInside) return error.refusal;
    throw error;
  }
}

async function saveUnits(tx: TenantTx, { units }: WantedOrganisation) {
  const ids = new Map<string, string>();
  const done: Done[] = [];
  for (const [at, unit] of units.entries()) {
    const { id, change } = await saveUnit(tx, unit);
    ids.set(unit.organisationNumber, id);
    if (change !== 'unchanged') done.push({ act: `organisation.unit-${change}`, place: at + 1, unitId: id });
  }
  return { ids, done };
}

async function saveAllStaff(
  { keys, now }: SetUpDeps,
  tx: TenantTx,
  staff: readonly WantedStaff[],
  units: ReadonlyMap<string, string>,
): Promise<Done[]> {
  const done: Done[] = [];
  for (const [at, { identity, roles }] of staff.entries()) {
    const place = at + 1;
    const saved = await saveStaff(tx, keys, { newId: randomUUID(), identity, now });
    if ('refused' in saved) throw new RefusedInside({ ...saved, place });
    if (saved.change !== 'unchanged') done.push({ act: `organisation.staff-${saved.change}`, place });
    const wanted = roles.map(({ unitNumber, role }) => ({ unitId: units.get(unitNumber) ?? '', role }));
    const { given, taken } = await setRoles(tx, { personId: saved.id, wanted, now });
    done.push(
      ...given.map(({ unitId }) => ({ act: 'organisation.role-given', place, unitId }) as const),
      ...taken.map(({ unitId }) => ({ act: 'organisation.role-taken', place, unitId }) as const),
    );
  }
  return done;
}

/** Leaves the transaction by the door that undoes it. */
class RefusedInside extends Error {
  readonly refusal: CannotSaveStaff & { readonly place: number };

  constructor(refusal: CannotSaveStaff & { readonly place: number }) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
