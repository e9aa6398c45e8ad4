/** The database of a crash run: its own embedded PostgreSQL, killed as a whole and started again. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Embedded, startEmbedded } from '@skute/platform/db';
import pg from 'pg';

/** Loses the last moments of what it has acknowledged when it is killed: the harness must find that out. */
export const unsafeSettings = ['synchronous_commit=off', 'fsync=off'];

export interface CrashingDatabase {
  readonly url: string;
  /** Kills the postmaster and every backend at once, and returns when none is left. */
  kill(): Promise<void>;
  start(): Promise<void>;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function openCrashingDatabase(folder: string, settings: readonly string[]): Promise<CrashingDatabase> {
  const start = (): Promise<Embedded> => startEmbedded(folder, ['max_connections=100', ...settings]);
  let embedded = await start();
  const url = `postgresql://owner@localhost/postgres?host=${encodeURIComponent(embedded.connection.host)}`;
  return {
    url,
    async kill() {
      const pids = processesOf(embedded.pid ?? 0);
      for (const pid of pids) kill(pid);
      while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async start() {
      embedded = await start();
    },
    async query(text, values) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => embedded.stop(),
  };
}

/** The postmaster first, so that it has no time to begin a recovery of its own. */
function processesOf(postmaster: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === postmaster);
  return [postmaster, ...children];
}

function parentOf(pid: number): number | undefined {
  const stat = statOf(pid);
  return stat === undefined ? undefined : Number(stat[1]);
}

/** Dead but not yet noticed by its parent counts as gone. */
function isAlive(pid: number): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat[0] !== 'Z';
}

/** The state and what follows it, after the name in brackets (proc(5)). */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone by itself in the meantime.
  }
}
