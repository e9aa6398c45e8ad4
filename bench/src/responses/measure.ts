/** `npm run bench -- --responses=1000000`: how fast responses are found among so many. */
import path from 'node:path';
import { inTenant, openDatabase } from '@skute/platform/db';
import pg from 'pg';
import type { Server } from '../postgres.ts';
import { tenantId } from '../seed/clinic.ts';
import { seedWorld } from '../seed/index.ts';
import { randomFrom } from '../seed/random.ts';
import { fillResponses } from './fill.ts';
import { faultOf, type Mode, planOf } from './plans.ts';
import { type Search, searches, type Subject } from './searches.ts';

const timesEach = 1_000;
const plansEach = 20;

export async function measureResponses(server: Server, count: number): Promise<void> {
  const databaseUrl = await server.createDatabase('skute_bench_responses');
  const { folder } = server;
  await seedWorld({ databaseUrl, folder, keysDir: path.join(folder, 'keys'), patients: 100 });
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // The application’s own pool and role: row-level security is on, and the tenant is set in each transaction.
  const database = await openDatabase({ databaseUrl, dataDir: folder });
  try {
    const began = Date.now();
    await fillResponses(owner, count, (line) => console.log(line));
    console.log(`filled in ${Math.round((Date.now() - began) / 1000)} s\n${await sizesOf(owner)}\n`);
    const subjects = await subjectsOf(owner);
    console.log('| search | index | rows | pages | p50 ms | p99 ms |\n|---|---|---|---|---|---|');
    const faults: string[] = [];
    for (const search of searches) {
      const looked = await lookAt(database.pool, search, subjects);
      faults.push(...looked.faults);
      const { p50, p99 } = await time(database.pool, search, subjects);
      console.log(
        `| ${search.title} | ${search.index} | ${looked.rows} | at most ${looked.pages} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`,
      );
    }
    if (faults.length > 0) throw new Error(`not found as it should be:\n  ${faults.join('\n  ')}`);
    console.log('\nEach is an index scan on the index meant for it, planned for its values and for any.');
  } finally {
    await database.close();
    await owner.end();
  }
}

/** Plans of some searches, and what is wrong with them. */
async function lookAt(pool: pg.Pool, search: Search, subjects: readonly Subject[]) {
  const plans = [];
  const random = randomFrom(2);
  for (const mode of ['force_custom_plan', 'force_generic_plan'] satisfies Mode[]) {
    for (const subject of subjects.slice(0, plansEach)) {
      plans.push(await planOf(pool, search, search.values(subject, random()), mode));
    }
  }
  const rows = plans.map((plan) => plan.rows);
  return {
    rows: `${Math.min(...rows)}–${Math.max(...rows)}`,
    pages: Math.max(...plans.map(({ buffers }) => buffers)),
    faults: plans.flatMap((plan) => {
      const fault = faultOf(search, plan);
      return fault ? [`${search.title}: ${fault}`] : [];
    }),
  };
}

/** One client, one search after the other, each in a transaction of its own as an act has it. */
async function time(pool: pg.Pool, { name, text, values }: Search, subjects: readonly Subject[]) {
  const times: number[] = [];
  const random = randomFrom(1);
  for (const subject of subjects) {
    const from = performance.now();
    const statement = { name, text, values: [...values(subject, random())] };
    await inTenant(pool, tenantId, (tx) => tx.query(statement));
    times.push(performance.now() - from);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

async function subjectsOf(owner: pg.Pool): Promise<Subject[]> {
  const { rows } = await owner.query<Subject>(`
    select patient_id as "patientId", treatment_id as "treatmentId"
    from made
    order by random()
    limit ${timesEach}`);
  return rows;
}

async function sizesOf(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ n: number; all: number; indexes: number; answers: number }>(`
    select count(*)::float8 as n, pg_total_relation_size('forms.response')::float8 as all,
      pg_indexes_size('forms.response')::float8 as indexes, avg(length(answers) + length(scores))::float8 as answers
    from forms.response`);
  const [size] = rows;
  if (!size) throw new Error('no size was told');
  const each = (bytes: number): string => `${Math.round(bytes / size.n)} bytes`;
  return [
    `${size.n} responses, ${(size.all / 1e9).toFixed(2)} GB: ${each(size.all)} a response, of which ${each(size.indexes)} are its four indexes`,
    `(${Math.round(size.answers)} bytes are sealed answers and scores)`,
  ].join(' ');
}
