/** Puts treatments back as the seed left them, so that every write of a run is a real one: for Skute and for the twins alike. */
import type { Pool } from 'pg';
import { tenantId } from '../seed/clinic.ts';
import { longFormId } from '../seed/long-form.ts';

/** Takes back what was sent of the long form; it is begun again. */
export async function forgetAnswers(owner: Pool): Promise<void> {
  await asTenant(
    owner,
    `delete from forms.response where tenant_id = '${tenantId}' and form_id = '${longFormId}';
     delete from twin.response where form_id = '${longFormId}';
     insert into forms.draft select * from twin.begun on conflict do nothing;
     insert into twin.draft select * from twin.begun on conflict do nothing;
     ${forgetEvents}`,
  );
}

/** Events since the seed, in Skute and in the twin. */
export const forgetEvents = `
  delete from treatment.event e using twin.seeded s where s.id = e.treatment_id and e.number > s.event_count;
  delete from twin.event e using twin.seeded s where s.id = e.treatment_id and e.number > s.event_count;
  update treatment.treatment t set last_active_at = s.last_active_at, event_count = s.event_count
  from twin.seeded s
  where s.id = t.id and t.last_active_at is distinct from s.last_active_at;
  update twin.treatment t set last_active_at = s.last_active_at, event_count = s.event_count
  from twin.seeded s
  where s.id = t.id and t.last_active_at is distinct from s.last_active_at;`;

export async function asTenant(owner: Pool, sql: string): Promise<void> {
  await owner.query(`begin; select set_config('app.tenant_id', '${tenantId}', true); ${sql} commit`);
}
