/** Makes steps fresh again, so that every write of a run is a real one: for Skute and for the twins alike. */
import type { World } from '../seed/index.ts';
import { tenantId } from '../seed/clinic.ts';
import { stepsToOpen } from '../seed/courses.ts';
import type { Patient } from '../seed/patients.ts';
import type { Pool } from 'pg';
import { asTenant, forgetEvents } from './undo.ts';

/** Takes back every visit since the seed. */
export async function forgetVisits(owner: Pool, { seededAt }: World): Promise<void> {
  const since = new Date(seededAt).toISOString();
  await asTenant(
    owner,
    `delete from treatment.step_progress where visited_at > '${since}';
     delete from twin.progress where visited_at > '${since}';
     ${forgetEvents}`,
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
