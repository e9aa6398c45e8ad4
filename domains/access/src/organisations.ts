/** Organisations (tenants), their units, roles at units, and care relations. */
import { type TenantTx, withTransaction } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import type { RoleName } from './actor.ts';

export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: 'NO' | 'SE';
  readonly organisationNumber: string;
}

/** When a clinic is staffed: weekday 1 (Monday) to 7, local times. */
export interface OpeningHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly organisationNumber: string;
  readonly timeZone: string;
  readonly openingHours: readonly OpeningHours[];
  readonly holidays: readonly string[];
  /** Practice mode: how far the unit's present is ahead of real time. */
  readonly clockAheadSeconds: number;
}

/** The unit's present. */
export function unitNow(unit: Pick<Unit, 'clockAheadSeconds'>, realNow: EpochMs): EpochMs {
  return realNow + unit.clockAheadSeconds * 1000;
}

/** Every organisation on this installation. Holds nothing personal, so no tenant is needed. */
export async function organisations(pool: Pool): Promise<Organisation[]> {
  return withTransaction(pool, (tx) =>
    tx.query<Organisation>({
      name: 'organisations',
      text: `
        select tenant_id as id, slug, name, country, organisation_number as "organisationNumber"
        from access.organisation
        order by name`,
    }),
  );
}

/** Made by the owner of the database: the application's role may only read organisations. */
export async function createOrganisation(ownerPool: Pool, organisation: Organisation): Promise<void> {
  await ownerPool.query(
    `insert into access.organisation (tenant_id, slug, name, country, organisation_number)
     values ($1, $2, $3, $4, $5)
     on conflict (tenant_id) do nothing`,
    [
      organisation.id,
      organisation.slug,
      organisation.name,
      organisation.country,
      organisation.organisationNumber,
    ],
  );
}

export function createUnit(tx: TenantTx, unit: Unit): void {
  tx.send({
    name: 'unit-create',
    text: `
      insert into access.unit (tenant_id, id, name, organisation_number, time_zone, opening_hours, holidays, clock_ahead_seconds)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      tx.tenantId,
      unit.id,
      unit.name,
      unit.organisationNumber,
      unit.timeZone,
      JSON.stringify(unit.openingHours),
      JSON.stringify(unit.holidays),
      unit.clockAheadSeconds,
    ],
  });
}

const unitColumns = `
  id, name, organisation_number as "organisationNumber", time_zone as "timeZone",
  opening_hours as "openingHours", holidays, clock_ahead_seconds as "clockAheadSeconds"`;

export async function findUnit(tx: TenantTx, unitId: string): Promise<Unit | undefined> {
  const rows = await tx.query<Unit>({
    name: 'unit-find',
    text: `select ${unitColumns} from access.unit where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, unitId],
  });
  return rows[0];
}

export async function findUnitByNumber(tx: TenantTx, organisationNumber: string): Promise<Unit | undefined> {
  const rows = await tx.query<Unit>({
    name: 'unit-by-number',
    text: `select ${unitColumns} from access.unit where tenant_id = $1 and organisation_number = $2`,
    values: [tx.tenantId, organisationNumber],
  });
  return rows[0];
}

/** Winds the unit's clock forward. It can't be wound back: the number only grows. Undefined: it would get too far ahead. */
export async function windClockForward(
  tx: TenantTx,
  unitId: string,
  seconds: number,
  furthestSeconds: number,
): Promise<Unit | undefined> {
  const rows = await tx.query<Unit>({
    name: 'unit-wind-clock',
    text: `
      update access.unit set clock_ahead_seconds = clock_ahead_seconds + greatest($3::bigint, 0)
      where tenant_id = $1 and id = $2 and clock_ahead_seconds + greatest($3::bigint, 0) <= $4::bigint
      returning ${unitColumns}`,
    values: [tx.tenantId, unitId, seconds, furthestSeconds],
  });
  return rows[0];
}

export function giveRole(
  tx: TenantTx,
  role: { personId: string; unitId: string; role: RoleName; from: EpochMs },
): void {
  tx.send({
    name: 'role-give',
    text: `
      insert into access.unit_role (tenant_id, person_id, unit_id, role, from_at)
      values ($1, $2, $3, $4, $5)
      on conflict (tenant_id, person_id, unit_id, role) do update set to_at = null`,
    values: [tx.tenantId, role.personId, role.unitId, role.role, new Date(role.from)],
  });
}

export function takeRole(
  tx: TenantTx,
  role: { personId: string; unitId: string; role: RoleName; at: EpochMs },
): void {
  tx.send({
    name: 'role-take',
    text: `
      update access.unit_role set to_at = $5
      where tenant_id = $1 and person_id = $2 and unit_id = $3 and role = $4`,
    values: [tx.tenantId, role.personId, role.unitId, role.role, new Date(role.at)],
  });
}

export async function hasRole(tx: TenantTx, personId: string, unitId: string, at: EpochMs): Promise<boolean> {
  const rows = await tx.query({
    name: 'role-has',
    text: `
      select 1
      from access.unit_role
      where tenant_id = $1 and person_id = $2 and unit_id = $3 and from_at <= $4 and (to_at is null or to_at > $4)
      limit 1`,
    values: [tx.tenantId, personId, unitId, new Date(at)],
  });
  return rows.length > 0;
}

export interface CareRelation {
  readonly id: string;
  readonly patientId: string;
  readonly clinicianId: string;
  readonly unitId: string;
  readonly reason: string;
  /** Real time: access is about now, also where a practice unit's clock is ahead. */
  readonly from: EpochMs;
}

/** One that is open already stays as it is, with its own beginning and reason. */
export function startCareRelation(tx: TenantTx, relation: CareRelation): void {
  tx.send({
    name: 'care-relation-start',
    text: `
      insert into access.care_relation (tenant_id, id, patient_id, clinician_id, unit_id, reason, from_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (tenant_id, clinician_id, unit_id, patient_id) where to_at is null do nothing`,
    values: [
      tx.tenantId,
      relation.id,
      relation.patientId,
      relation.clinicianId,
      relation.unitId,
      relation.reason,
      new Date(relation.from),
    ],
  });
}

export function endCareRelation(tx: TenantTx, relationId: string, at: EpochMs): void {
  tx.send({
    name: 'care-relation-end',
    text: `update access.care_relation set to_at = $3 where tenant_id = $1 and id = $2 and to_at is null`,
    values: [tx.tenantId, relationId, new Date(at)],
  });
}
