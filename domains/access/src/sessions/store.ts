import type { TenantTx } from '@skute/platform/db';
import type { Preferences } from '../contract.ts';

export interface SessionRow {
  readonly personId: string;
  readonly kind: 'patient' | 'clinician';
  readonly unitId: string | null;
  readonly provider: string;
  readonly sharedDevice: boolean;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly roles: readonly ('clinician' | 'unit-administrator')[];
  /** What the person chose, or the language of the country. */
  readonly language: Preferences['language'];
}

export interface NewSession {
  readonly secretHash: Buffer;
  readonly personId: string;
  readonly kind: 'patient' | 'clinician';
  readonly unitId: string | null;
  readonly issuer: string;
  readonly subject: string;
  readonly providerSession: string | null;
  readonly provider: string;
  readonly sharedDevice: boolean;
  readonly now: Date;
  readonly endsAt: Date;
}

export function insertSession(tx: TenantTx, session: NewSession): void {
  tx.send({
    name: 'session-insert',
    text: `
      insert into access.session (tenant_id, secret_hash, person_id, kind, unit_id, issuer, subject,
        provider_session, provider, shared_device, created_at, seen_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)`,
    values: [
      tx.tenantId,
      session.secretHash,
      session.personId,
      session.kind,
      session.unitId,
      session.issuer,
      session.subject,
      session.providerSession,
      session.provider,
      session.sharedDevice,
      session.now,
      session.endsAt,
    ],
  });
}

/**
 * First by the key alone: with the end among the conditions a plan made while there were few sessions goes by the index
 * of ends, and reads every living session to find one.
 */
export async function findSession(
  tx: TenantTx,
  secretHash: Buffer,
  now: Date,
): Promise<SessionRow | undefined> {
  const rows = await tx.query<SessionRow>({
    name: 'session-find',
    text: `
      with s as materialized (
        select tenant_id, person_id, kind, unit_id, provider, shared_device, seen_at, ends_at, ended_at
        from access.session
        where tenant_id = $1 and secret_hash = $2
      )
      select s.person_id as "personId", s.kind, s.unit_id as "unitId", s.provider, s.shared_device as "sharedDevice",
        s.seen_at as "seenAt", s.ends_at as "endsAt",
        coalesce((
          select array_agg(r.role)
          from access.unit_role r
          where r.tenant_id = s.tenant_id and r.person_id = s.person_id and r.unit_id = s.unit_id
            and r.from_at <= $3 and (r.to_at is null or r.to_at > $3)
        ), '{}') as roles,
        coalesce(p.language, case o.country when 'SE' then 'sv' else 'nb' end) as language
      from s
      join access.organisation o on o.tenant_id = s.tenant_id
      left join access.preference p on p.tenant_id = s.tenant_id and p.person_id = s.person_id
      where s.ended_at is null and s.ends_at > $3`,
    values: [tx.tenantId, secretHash, now],
  });
  return rows[0];
}

export function markSeen(tx: TenantTx, secretHash: Buffer, now: Date): void {
  tx.send({
    name: 'session-seen',
    text: `
      update access.session set seen_at = $3
      where tenant_id = $1 and secret_hash = $2 and ended_at is null and seen_at < $3`,
    values: [tx.tenantId, secretHash, now],
  });
}

export function endSession(tx: TenantTx, secretHash: Buffer, now: Date): void {
  tx.send({
    name: 'session-end',
    text: `update access.session set ended_at = $3 where tenant_id = $1 and secret_hash = $2 and ended_at is null`,
    values: [tx.tenantId, secretHash, now],
  });
}

/** A new secret for the same session: the old cookie is worth nothing from now on. False: the session has ended. */
export async function rotateSession(
  tx: TenantTx,
  oldHash: Buffer,
  newHash: Buffer,
  sharedDevice: boolean,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'session-rotate',
    text: `
      update access.session set secret_hash = $3, shared_device = $4
      where tenant_id = $1 and secret_hash = $2 and ended_at is null
      returning 1`,
    values: [tx.tenantId, oldHash, newHash, sharedDevice],
  });
  return rows.length > 0;
}

/** Ends what the identity provider says has ended: one of its sessions, or all of a subject. Returns their hashes. */
export async function endSessionsOf(
  tx: TenantTx,
  ended: { issuer: string; providerSession: string | null; subject: string | null },
  now: Date,
): Promise<Buffer[]> {
  const rows = await tx.query<{ secret_hash: Buffer }>({
    name: 'session-end-of-provider',
    text: `
      update access.session set ended_at = $5
      where tenant_id = $1 and issuer = $2 and ended_at is null
        and case when $3::text is not null then provider_session = $3 else subject = $4 end
      returning secret_hash`,
    values: [tx.tenantId, ended.issuer, ended.providerSession, ended.subject, now],
  });
  return rows.map((row) => row.secret_hash);
}

export async function providerOfSession(tx: TenantTx, secretHash: Buffer): Promise<string | undefined> {
  const rows = await tx.query<{ provider: string }>({
    name: 'session-provider',
    text: `
      select provider
      from access.session
      where tenant_id = $1 and secret_hash = $2`,
    values: [tx.tenantId, secretHash],
  });
  return rows[0]?.provider;
}

export async function findPreferences(tx: TenantTx, personId: string): Promise<Preferences | undefined> {
  const rows = await tx.query<Preferences>({
    name: 'preferences-find',
    text: `
      select language, text_size as "textSize", theme, welcomed
      from access.preference
      where tenant_id = $1 and person_id = $2`,
    values: [tx.tenantId, personId],
  });
  return rows[0];
}

export function savePreferencesOf(tx: TenantTx, personId: string, preferences: Preferences): void {
  tx.send({
    name: 'preferences-save',
    text: `
      insert into access.preference (tenant_id, person_id, language, text_size, theme, welcomed)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (tenant_id, person_id) do update
      set language = excluded.language, text_size = excluded.text_size, theme = excluded.theme,
        welcomed = excluded.welcomed`,
    values: [
      tx.tenantId,
      personId,
      preferences.language,
      preferences.textSize,
      preferences.theme,
      preferences.welcomed,
    ],
  });
}

/** Sessions a day after their end, and answers of writes after thirty days: a phone may be that long without network. */
export function deleteOld(tx: TenantTx, now: Date): void {
  tx.send({
    name: 'sessions-delete-old',
    text: `delete from access.session where tenant_id = $1 and ends_at < $2::timestamptz - interval '1 day'`,
    values: [tx.tenantId, now],
  });
  tx.send({
    name: 'answers-delete-old',
    text: `delete from access.answered_write where tenant_id = $1 and at < $2::timestamptz - interval '30 days'`,
    values: [tx.tenantId, now],
  });
}
