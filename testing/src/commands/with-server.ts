/**
 * `node testing/src/commands/with-server.ts COMMAND…`: runs a command with DATABASE_URL set to a PostgreSQL server
 * made for it, where its login is no superuser. Uses the machine's own PostgreSQL (15 or newer) when there is one,
 * else the embedded one over a socket.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@skute/platform/db';
import pg from 'pg';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('Say which command to run.');
  process.exit(2);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-server-'));
const server = (await startSystemServer(folder)) ?? (await startEmbeddedServer(folder));
try {
  const admin = new pg.Client({
    host: server.host,
    port: server.port,
    user: server.superuser,
    database: 'postgres',
  });
  await admin.connect();
  const { rows } = await admin.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  await admin.query(`create role skute_owner login nosuperuser createdb createrole password 'practice'`);
  await admin.query('create database skute owner skute_owner');
  await admin.end();
  console.log(`PostgreSQL ${rows[0]?.version} (${server.origin}), as skute_owner, who is no superuser`);
  const address = `postgresql://skute_owner:practice@localhost:${server.port}/skute?host=${encodeURIComponent(server.host)}`;
  process.exitCode = await run(command, args, { ...process.env, DATABASE_URL: address });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly origin: string;
  stop(): Promise<void>;
}

async function startEmbeddedServer(dataDir: string): Promise<Server> {
  const embedded = await startEmbedded(dataDir, ['max_connections=200']);
  return {
    host: embedded.connection.host,
    port: 5432,
    superuser: 'owner',
    origin: 'embedded',
    stop: () => embedded.stop(),
  };
}

/** A server of the system's own version, in a folder of its own: no service of the machine is touched. */
async function startSystemServer(dataDir: string): Promise<Server | undefined> {
  const bin = [
    '/usr/lib/postgresql/18/bin',
    '/usr/lib/postgresql/17/bin',
    '/usr/lib/postgresql/16/bin',
    '/usr/lib/postgresql/15/bin',
  ]
    .toReversed()
    .find((place) => existsSync(path.join(place, 'initdb')));
  if (!bin || process.platform !== 'linux') return undefined;
  const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const home = path.join(dataDir, 'system');
  execFileSync('chmod', ['755', dataDir]);
  execFileSync('mkdir', ['-p', home]);
  if ('uid' in asUser) execFileSync('chown', ['65534:65534', home]);
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', home, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...asUser, stdio: 'ignore' },
  );
  const port = 5432;
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', home, '-k', home, '-c', 'listen_addresses=', '-c', `port=${port}`, '-c', 'max_connections=200'],
    { ...asUser, stdio: 'ignore' },
  );
  for (let waited = 0; waited < 200; waited += 1) {
    const client = new pg.Client({ host: home, port, user: 'owner', database: 'postgres' });
    const up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
  return { host: home, port, superuser: 'owner', origin: `of this machine, ${bin}`, stop };
}

function run(file: string, rest: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    spawn(file, rest, { env, stdio: 'inherit' }).once('exit', (code) => resolve(code ?? 1));
  });
}
