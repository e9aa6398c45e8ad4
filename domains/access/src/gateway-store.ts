import type { TenantTx } from '@skute/platform/db';
import type { Actor } from './actor.ts';
import type { About, Ask } from './gateway.ts';
import type { PolicyName } from './policy.ts';

/** The gate and the log row, in one statement that is the last of the act. */
export function writeAllowed(
  tx: TenantTx,
  entry: { readonly policy: PolicyName; readonly act: string; readonly about: About; readonly ask: Ask },
): void {
  const { actor, realNow, requestId } = entry.ask;
  const patient = entry.about !== 'nobody' && 'patient' in entry.about ? entry.about.patient : null;
  const patients = entry.about !== 'nobody' && 'patients' in entry.about ? entry.about.patients : null;
  tx.send({
    name: 'log-write-allowed',
    text: `select log.write_allowed($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      entry.policy,
      actor.sessionHash,
      actor.personId,
      actor.kind,
      actor.unitId,
      entry.act,
      patient,
      patients,
      requestId,
      new Date(realNow),
    ],
  });
}

export interface Attempt {
  readonly act: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** The patient that was asked for, where that is known. */
  readonly about?: string;
}

export function logRefused(tx: TenantTx, { act, actor, requestId, about }: Attempt): void {
  tx.send({
    name: 'log-refused',
    text: `
      insert into log.entry (tenant_id, actor_id, actor_kind, unit_id, act, outcome, patient_id, request_id)
      values ($1, $2, $3, $4, $5, 'refused', $6, $7)`,
    values: [tx.tenantId, actor.personId, actor.kind, actor.unitId, act, about ?? null, requestId],
  });
}

export interface AnsweredWrite {
  readonly actor: Actor;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
  readonly aboutId: string;
  readonly status: number;
  readonly reply: Buffer;
}

export function rememberAnswer(tx: TenantTx, write: AnsweredWrite): void {
  tx.send({
    name: 'remember-answer',
    text: `
      insert into access.answered_write (tenant_id, person_id, key, route, body_hash, about_id, status, reply)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      tx.tenantId,
      write.actor.personId,
      write.key,
      write.route,
      write.bodyHash,
      write.aboutId,
      write.status,
      write.reply,
    ],
  });
}

export async function findAnswer(
  tx: TenantTx,
  actor: Actor,
  key: string,
): Promise<Omit<AnsweredWrite, 'actor' | 'key'> | undefined> {
  const rows = await tx.query<Omit<AnsweredWrite, 'actor' | 'key'>>({
    name: 'find-answer',
    text: `
      select route, body_hash as "bodyHash", about_id as "aboutId", status, reply
      from access.answered_write
      where tenant_id = $1 and person_id = $2 and key = $3`,
    values: [tx.tenantId, actor.personId, key],
  });
  return rows[0];
}
