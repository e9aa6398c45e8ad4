/**
 * Setting an organisation up from outside, by whoever runs the installation: what is there becomes what is wanted, and doing
 * it again changes nothing. Nobody is signed in, so the log knows the actor as the operator.
 */
import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import type { RoleName } from './actor.ts';
import {
  createUnit,
  findUnitByNumber,
  giveRole,
  type Organisation,
  takeRole,
  type Unit,
} from './organisations.ts';

export type Change = 'made' | 'changed' | 'unchanged';

/** In the log: not a person, and not of any organisation. */
export const operatorId = '00000000-0000-4000-8000-000000000000';

export interface CannotSaveOrganisation {
  readonly refused: 'short-name-taken' | 'in-another-country';
}

/** By its organisation number. With the owner's connections: the application's role may only read organisations. */
export async function saveOrganisation(
  ownerPool: Pool,
  wanted: Organisation,
): Promise<{ readonly id: string; readonly change: Change } | CannotSaveOrganisation> {
  const { rows } = await ownerPool.query<Organisation & { sameNumber: boolean }>(
    `select tenant_id as id, slug, name, country, organisation_number = $1 as "sameNumber"
     from access.organisation
     where organisation_number = $1 or slug = $2`,
    [wanted.organisationNumber, wanted.slug],
  );
  if (rows.some(({ sameNumber }) => !sameNumber)) return { refused: 'short-name-taken' };
  const there = rows[0];
  // Its people's numbers, and their languages, are those of the country.
  if (there && there.country !== wanted.country) return { refused: 'in-another-country' };
  if (there && there.name === wanted.name && there.slug === wanted.slug)
    return { id: there.id, change: 'unchanged' };
  await ownerPool.query(
    `insert into access.organisation (tenant_id, slug, name, country, organisation_number)
     values ($1, $2, $3, $4, $5)
     on conflict (organisation_number) do update set slug = excluded.slug, name = excluded.name`,
    [there?.id ?? wanted.id, wanted.slug, wanted.name, wanted.country, wanted.organisationNumber],
  );
  return { id: there?.id ?? wanted.id, change: there ? 'changed' : 'made' };
}

/** By its organisation number. The clock of a practice unit stays where it is. */
export async function saveUnit(
  tx: TenantTx,
  wanted: Omit<Unit, 'clockAheadSeconds'>,
): Promise<{ readonly id: string; readonly change: Change }> {
  const there = await findUnitByNumber(tx, wanted.organisationNumber);
  if (!there) {
    createUnit(tx, { ...wanted, clockAheadSeconds: 0 });
    return { id: wanted.id, change: 'made' };
  }
  const { id } = there;
  if (contentOf(there) === contentOf(wanted)) return { id, change: 'unchanged' };
  tx.send({
    name: 'unit-update',
    text: `
      update access.unit
      set name = $3, time_zone = $4, opening_hours = $5, holidays = $6
      where tenant_id = $1 and id = $2`,
    values: [
      tx.tenantId,
      id,
      wanted.name,
      wanted.timeZone,
      JSON.stringify(wanted.openingHours),
      JSON.stringify(wanted.holidays),
    ],
  });
  return { id, change: 'changed' };
}

/** In one order of keys: jsonb has its own. */
function contentOf({
  name,
  timeZone,
  openingHours,
  holidays,
}: Omit<Unit, 'id' | 'clockAheadSeconds'>): string {
  const hours = openingHours.map(({ weekday, opens, closes }) => [weekday, opens, closes]);
  return JSON.stringify([name, timeZone, hours, holidays]);
}

export interface RoleAt {
  readonly unitId: string;
  readonly role: RoleName;
}

/** Gives and takes until the person's roles are those wanted. What was given before keeps its beginning. */
export async function setRoles(
  tx: TenantTx,
  person: { readonly personId: string; readonly wanted: readonly RoleAt[]; readonly now: EpochMs },
): Promise<{ readonly given: readonly RoleAt[]; readonly taken: readonly RoleAt[] }> {
  const { personId, wanted, now } = person;
  const held = await tx.query<RoleAt>({
    name: 'roles-held',
    text: `
      select unit_id as "unitId", role
      from access.unit_role
      where tenant_id = $1 and person_id = $2 and (to_at is null or to_at > $3)`,
    values: [tx.tenantId, personId, new Date(now)],
  });
  const given = wanted.filter((one) => !held.some((other) => isSame(one, other)));
  const taken = held.filter((one) => !wanted.some((other) => isSame(one, other)));
  for (const role of given) giveRole(tx, { personId, ...role, from: now });
  for (const role of taken) takeRole(tx, { personId, ...role, at: now });
  return { given, taken };
}

function isSame(one: RoleAt, other: RoleAt): boolean {
  return one.unitId === other.unitId && one.role === other.role;
}

/** `requestId` is the same for everything that one run of the command has done. */
export function logOperatorAct(
  tx: TenantTx,
  { act, unitId, requestId }: { readonly act: string; readonly unitId?: string; readonly requestId: string },
): void {
  tx.send({
    name: 'log-operator-act',
    text: `
      insert into log.entry (tenant_id, actor_id, actor_kind, unit_id, act, outcome, request_id)
      values ($1, $2, 'operator', $3, $4, 'allowed', $5)`,
    values: [tx.tenantId, operatorId, unitId ?? null, act, requestId],
  });
}
