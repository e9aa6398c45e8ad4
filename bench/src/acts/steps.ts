/** Makes steps fresh again, so that every write of a run is a real one: for Skute and for the twins alike. */
import type { World } from '../seed/index.ts';
import { tenantId } from '../seed/clinic.ts';
import { stepsToOpen } from '../seed/courses.ts';
import type { Patient } from '../seed/patients.ts';
import type { Pool } from 'pg';

/** Takes back every visit since the seed. */
export async function forgetVisits(owner: Pool, { seededAt }: World): Promise<void> {
  const since = new Date(seededAt).toISOString();
  await asTenant(
    owner,
    `delete from treatment.step_progress where visited_at > '${since}';
     delete from treatment.event where kind = 'rule-fired';
     update treatment.treatment t set last_active_at = s.last_active_at, event_count = s.event_count
     from twin.treatment s
     where s.id = t.id and t.last_active_at is distinct from s.last_active_at;
     delete from twin.progress where visited_at > '${since}';`,
  );
  await owner.query(
    'vacuum (analyze) treatment.step_progress, treatment.event, treatment.treatment, twin.progress',
  );
}

/** Every step that the patients may open is visited and left unfinished. */
export async function visitAll(owner: Pool, world: World, patients: readonly Patient[]): Promise<void> {
  const { steps } = world.clinic;
  const rows = patients.flatMap(({ treatmentId, course }) => {
    const left = stepsToOpen(course, world.seededAt);
    return left > 0
      ? steps
          .slice(-left)
          .map((step) => `('${tenantId}', '${treatmentId}', '${step}', '${visitedAt(world)}')`)
      : [];
  });
  for (const table of ['treatment.step_progress', 'twin.progress']) {
    for (let from = 0; from < rows.length; from += 5_000) {
      const some = rows.slice(from, from + 5_000).join(',');
      const columns = 'tenant_id, treatment_id, step_id, visited_at';
      await asTenant(
        owner,
        `insert into ${table} (${columns}${table === 'twin.progress' ? ', bookmarked' : ''})
         select v.tenant_id::uuid, v.treatment_id::uuid, v.step_id, v.visited_at::timestamptz${table === 'twin.progress' ? ', false' : ''}
         from (values ${some}) as v (${columns});`,
      );
    }
  }
  await owner.query('vacuum (analyze) treatment.step_progress, twin.progress');
}

function visitedAt({ seededAt }: World): string {
  return new Date(seededAt + 1_000).toISOString();
}

async function asTenant(owner: Pool, sql: string): Promise<void> {
  await owner.query(`begin; select set_config('app.tenant_id', '${tenantId}', true); ${sql} commit`);
}
