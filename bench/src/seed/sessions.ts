import { createHash, randomBytes } from 'node:crypto';
import { inTenant } from '@skute/platform/db';
import type { Pool } from 'pg';
import { tenantId } from './clinic.ts';

export interface SignedIn {
  readonly personId: string;
  /** Null for patients. */
  readonly unitId: string | null;
}

/**
 * Sessions as a sign-in leaves them, all in one statement. Gives the cookies in the same order.
 * The twin of `Sessions.start`, which makes one at a time; a cookie that it would not know is seen at the first answer.
 */
export async function signInAll(pool: Pool, people: readonly SignedIn[]): Promise<string[]> {
  const secrets = people.map(() => randomBytes(32));
  await inTenant(pool, tenantId, async (tx) =>
    tx.send({
      name: 'bench-sessions',
      text: `
        insert into access.session (tenant_id, secret_hash, person_id, kind, unit_id, issuer, subject, provider,
          shared_device, created_at, seen_at, ends_at)
        select $1, s.secret_hash, s.person_id, case when s.unit_id is null then 'patient' else 'clinician' end, s.unit_id,
          'bench', s.person_id::text, 'patient', false, now(), now(), now() + interval '12 hours'
        from unnest($2::bytea[], $3::uuid[], $4::uuid[]) as s (secret_hash, person_id, unit_id)`,
      values: [
        tenantId,
        secrets.map((secret) => createHash('sha256').update(secret).digest()),
        people.map(({ personId }) => personId),
        people.map(({ unitId }) => unitId),
      ],
    }),
  );
  // As autovacuum would have done it, had they come one by one.
  await pool.query('analyze access.session');
  return secrets.map((secret) => `__Host-skute=${tenantId}.${secret.toString('base64url')}`);
}
