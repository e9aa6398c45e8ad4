/** What months of use leave: rows of the access log, closed into the chain, and answers of writes. */
import { chainAll } from '@skute/access';
import { inTenant } from '@skute/platform/db';
import { type SeedParts, tenantId } from './clinic.ts';
import type { Patient } from './patients.ts';

const logRowsOfPatient = 40;
const answersOfPatient = 10;
const inOneTransaction = 1_000;

export async function seedTraces(parts: SeedParts, patients: readonly Patient[]): Promise<void> {
  for (let from = 0; from < patients.length; from += inOneTransaction) {
    const ids = patients.slice(from, from + inOneTransaction).map(({ id }) => id);
    await inTenant(parts.database.pool, tenantId, async (tx) => {
      tx.send({
        name: 'bench-log-rows',
        // By time and not by patient, as they come in life.
        text: `
          insert into log.entry (tenant_id, actor_id, actor_kind, act, outcome, patient_id, request_id)
          select $1, patient, 'patient', 'treatment.' || (array['today', 'step-open', 'step-finish'])[1 + i % 3], 'allowed',
            patient, gen_random_uuid()
          from unnest($2::uuid[]) as patient, generate_series(1, $3::int) as i
          order by i, random()`,
        values: [tenantId, ids, logRowsOfPatient],
      });
      tx.send({
        name: 'bench-answers',
        text: `
          insert into access.answered_write (tenant_id, person_id, key, route, body_hash, about_id, status, reply)
          select $1, patient, gen_random_uuid(), 'finishStep', sha256(patient::text::bytea), patient, 200,
            decode(repeat(md5(random()::text), 8), 'hex')
          from unnest($2::uuid[]) as patient, generate_series(1, $3::int) as i`,
        values: [tenantId, ids, answersOfPatient],
      });
    });
  }
  await chainAll(parts.database.pool, [tenantId], parts.now);
  await parts.database.ownerPool.query('vacuum (analyze)');
}
