/** The machines of the crash suite: a database and a server, each a process that can be killed as if the power went. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Embedded, startEmbedded } from '@skute/platform/db';

export interface Rig {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly environment: NodeJS.ProcessEnv;
  /** SIGKILL to the server; it is started anew. */
  killServer(): Promise<void>;
  /** SIGKILL to the postmaster and all backends; they are started anew. The server stays. */
  killDatabase(): Promise<void>;
  stop(): Promise<void>;
}

const main = path.join(import.meta.dirname, '../../../apps/server/src/main.ts');

export async function startRig(databaseSettings: readonly string[]): Promise<Rig> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-crash-'));
  let database = await startEmbedded(folder, databaseSettings);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const databaseUrl = `postgresql://owner@localhost/postgres?host=${encodeURIComponent(database.connection.host)}`;
  const environment = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    SKUTE_SKIP_BUILD: '1',
    SKUTE_UNSAFE_DATABASE: '1',
  };
  let server = await startServer(environment, origin);
  return {
    origin,
    databaseUrl,
    environment,
    async killServer() {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      server = await startServer(environment, origin);
    },
    async killDatabase() {
      killTree(database);
      database = await startEmbedded(folder, databaseSettings);
      await ready(origin);
    },
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All at once, so that none of them can tidy up after another. */
function killTree({ pid }: Embedded): void {
  if (pid === undefined) throw new Error('the database has no process');
  const children = execFileSync('ps', ['--no-headers', '-o', 'pid', '--ppid', String(pid)], {
    encoding: 'utf8',
  });
  for (const one of [pid, ...children.trim().split(/\s+/).map(Number)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended in the same moment.
    }
  }
}

async function startServer(environment: NodeJS.ProcessEnv, origin: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [main], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(origin);
  return server;
}

async function ready(origin: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const answered = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answered?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not come back within a minute');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
