/**
 * `npm run crash [-- --quick] [-- --unsafe]`: kills the server and the whole database under writers, again and again, and
 * then counts what was lost, doubled or not logged. Ends with 0 when nothing was, 1 when something was.
 *
 * `--unsafe` is the control: with `synchronous_commit = off` the database acknowledges what it has not written, and the
 * suite must say so. A kill is not a power cut: what the operating system was given survives it.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createSessions } from '@skute/access';
import { organisations, staffId, staffNamed, units } from '@skute/server';
import pg from 'pg';
import { check } from './crash/check.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { type Lane, startWriters } from './crash/writers.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, unsafe: { type: 'boolean' } } });
const kills = values.quick ? { server: 6, database: 4 } : { server: 60, database: 20 };
const unsafe = ['synchronous_commit=off', 'wal_writer_delay=10s'];
const steps = ['nervous-system', 'worry', 'movement', 'summary'];

console.log(
  `${kills.server} kills of the server, ${kills.database} of the database${values.unsafe ? ', on an unsafe setting' : ''}.`,
);
const rig = await startRig(values.unsafe ? unsafe : []);
try {
  process.exitCode = (await crash(rig)) ? 0 : 1;
} finally {
  await rig.stop();
}

async function crash(on: Rig): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: on.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const lanes = await lanesOf(pool);
  const writers = startWriters(on.origin, await signIn(on), lanes);
  const began = Date.now();
  const order = shuffled(kills.server, kills.database);
  for (const [done, victim] of order.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 500));
    await (victim === 'server' ? on.killServer() : on.killDatabase());
    if ((done + 1) % 10 === 0)
      console.log(`  ${done + 1} of ${order.length} kills, ${Math.round((Date.now() - began) / 1000)} s`);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await writers.stop();
  const { faults, figures } = await check(pool, writers.tally);
  await pool.end();
  console.log('answers', Object.fromEntries(writers.tally.answers));
  console.log(figures);
  const intact = await auditIntact(on);
  for (const fault of faults) console.log(`FAULT: ${fault}`);
  if (!intact) console.log('FAULT: the access log is not intact');
  if (faults.length === 0 && intact)
    console.log('Nothing acknowledged was lost or doubled, and every write is logged.');
  return faults.length === 0 && intact;
}

/** Three patients of Ingrid's who are in the middle of it, four steps each: twelve writers. */
async function lanesOf(pool: pg.Pool): Promise<Lane[]> {
  const client = await pool.connect();
  await client.query(`select set_config('app.tenant_id', $1, false)`, [organisations.fjord.id]);
  const { rows } = await client.query<{ id: string }>(
    `select id from treatment.treatment where tenant_id = access.current_tenant() and accepted_at is not null and paused_at is null and ended_at is null order by id limit 3`,
  );
  client.release(true);
  return rows.flatMap(({ id }) => steps.map((stepId) => ({ treatmentId: id, stepId })));
}

async function signIn(on: Rig): Promise<string> {
  const pool = new pg.Pool({ connectionString: on.databaseUrl, max: 1, options: '-c role=skute_app' });
  const cookie = await createSessions(pool).start(
    organisations.fjord.id,
    {
      personId: staffId(staffNamed('ingrid')),
      kind: 'clinician',
      unitId: units.fjord.id,
      issuer: 'crash suite',
      subject: 'ingrid',
      providerSession: null,
      provider: 'clinician',
      sharedDevice: false,
    },
    Date.now(),
  );
  await pool.end();
  return cookie;
}

function shuffled(server: number, database: number): ('server' | 'database')[] {
  const all = [...Array<'server'>(server).fill('server'), ...Array<'database'>(database).fill('database')];
  return all
    .map((victim) => ({ victim, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ victim }) => victim);
}

/** The chain must hold over all the crashes. It is closed once a second, and the ledger gets the last of it now and then. */
function auditIntact(on: Rig): Promise<boolean> {
  const command = path.join(import.meta.dirname, '../../apps/server/src/commands/audit-verify.ts');
  return new Promise((resolve) => {
    spawn(process.execPath, [command], { env: on.environment, stdio: 'inherit' }).once('exit', (code) =>
      resolve(code === 0),
    );
  });
}
