import type { TenantTx } from '@skute/platform/db';
import type { PersonKind } from './person.ts';
import type { NumberTokenKind } from './search-token.ts';

export interface SealedPerson {
  readonly id: string;
  /** An `Identity` as JSON, sealed with the person's key for this row. */
  readonly identity: Buffer;
}

export interface NumberClaim {
  readonly kind: NumberTokenKind;
  readonly token: Buffer;
}

export function insertPerson(tx: TenantTx, person: SealedPerson & { kind: PersonKind; at: Date }): void {
  tx.send({
    name: 'person-insert',
    text: `
      insert into identity.person (tenant_id, id, kind, identity, created_at)
      values ($1, $2, $3, $4, $5)`,
    values: [tx.tenantId, person.id, person.kind, person.identity, person.at],
  });
}

/** Takes the numbers for a person; false when any of them is taken. Waits for another transaction that is taking it now. */
export async function claimNumbers(
  tx: TenantTx,
  personId: string,
  claims: readonly NumberClaim[],
): Promise<boolean> {
  const rows = await tx.query({
    name: 'person-claim-numbers',
    text: `
      insert into identity.number_token (tenant_id, kind, token, person_id)
      select $1, claim.kind, claim.token, $2
      from unnest($3::text[], $4::bytea[]) as claim (kind, token)
      on conflict do nothing
      returning kind`,
    values: [tx.tenantId, personId, claims.map((claim) => claim.kind), claims.map((claim) => claim.token)],
  });
  return rows.length === claims.length;
}

/** The person has no number of the kind any more. */
export function releaseNumber(tx: TenantTx, personId: string, kind: NumberTokenKind): void {
  tx.send({
    name: 'person-release-number',
    text: `delete from identity.number_token where tenant_id = $1 and person_id = $2 and kind = $3`,
    values: [tx.tenantId, personId, kind],
  });
}

/** Who has any of the numbers, in the order of the claims. */
export async function findHolders(tx: TenantTx, claims: readonly NumberClaim[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'person-by-number',
    text: `
      select held.person_id as id
      from unnest($2::text[], $3::bytea[]) with ordinality as claim (kind, token, place)
      join identity.number_token held
        on held.tenant_id = $1 and held.kind = claim.kind and held.token = claim.token
      order by claim.place`,
    values: [tx.tenantId, claims.map((claim) => claim.kind), claims.map((claim) => claim.token)],
  });
  return rows.map((row) => row.id);
}

export function insertSearchTokens(tx: TenantTx, personId: string, tokens: readonly Buffer[]): void {
  tx.send({
    name: 'person-insert-tokens',
    text: `
      insert into identity.search_token (tenant_id, token, person_id)
      select $1, token, $2
      from unnest($3::bytea[]) as token
      on conflict do nothing`,
    values: [tx.tenantId, personId, tokens],
  });
}

export function deleteOtherSearchTokens(tx: TenantTx, personId: string, kept: readonly Buffer[]): void {
  tx.send({
    name: 'person-delete-tokens',
    text: `
      delete from identity.search_token
      where tenant_id = $1 and person_id = $2 and token <> all ($3::bytea[])`,
    values: [tx.tenantId, personId, kept],
  });
}

/** Persons who have every one of the tokens. */
export async function findByTokens(tx: TenantTx, tokens: readonly Buffer[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'person-by-tokens',
    text: `
      select person_id as id
      from identity.search_token
      where tenant_id = $1 and token = any ($2::bytea[])
      group by person_id
      having count(*) = $3`,
    values: [tx.tenantId, tokens, tokens.length],
  });
  return rows.map((row) => row.id);
}

export async function findSealed(tx: TenantTx, ids: readonly string[]): Promise<SealedPerson[]> {
  return tx.query<SealedPerson>({
    name: 'person-sealed',
    text: `select id, identity from identity.person where tenant_id = $1 and id = any ($2::uuid[])`,
    values: [tx.tenantId, ids],
  });
}

/** Nobody else changes the person until the transaction ends. */
export async function lockPerson(
  tx: TenantTx,
  id: string,
): Promise<(SealedPerson & { readonly kind: PersonKind }) | undefined> {
  const rows = await tx.query<SealedPerson & { kind: PersonKind }>({
    name: 'person-lock',
    text: `select id, kind, identity from identity.person where tenant_id = $1 and id = $2 for update`,
    values: [tx.tenantId, id],
  });
  return rows[0];
}

export function updateIdentity(tx: TenantTx, person: SealedPerson): void {
  tx.send({
    name: 'person-update-identity',
    text: `update identity.person set identity = $3 where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, person.id, person.identity],
  });
}

/** Whether anybody at all is in the organisation. */
export async function hasPeople(tx: TenantTx): Promise<boolean> {
  const rows = await tx.query({
    name: 'person-any',
    text: `select 1 from identity.person where tenant_id = $1 limit 1`,
    values: [tx.tenantId],
  });
  return rows.length > 0;
}

/** The tokens go with the person. */
export function deletePerson(tx: TenantTx, id: string): void {
  tx.send({
    name: 'person-delete',
    text: `delete from identity.person where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, id],
  });
}

/** Until the transaction ends no other process makes a search key for the organisation. */
export async function lockSearchKey(tx: TenantTx): Promise<void> {
  await tx.query({
    name: 'search-key-lock',
    text: `select pg_advisory_xact_lock(hashtextextended('identity.search-key:' || $1, 0))`,
    values: [tx.tenantId],
  });
}
