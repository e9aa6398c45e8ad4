/** The PostgreSQL server that a run uses: the one DATABASE_URL names, or an embedded one of its own, always with fsync. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@skute/platform/db';
import pg from 'pg';

export interface Server {
  readonly description: string;
  /** Where keys, ledgers and lists of requests go; removed with the server. */
  readonly folder: string;
  /** The server's first process, where it is one of ours and its processor time can be read. */
  readonly postmaster: number | undefined;
  /** Makes an empty database and gives its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function openServer(settings: readonly string[] = []): Promise<Server> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-bench-'));
  const given = process.env['DATABASE_URL'];
  const embedded = given
    ? undefined
    : await startEmbedded(folder, ['max_connections=100', 'shared_buffers=512MB', ...settings]);
  const address = (database: string): string =>
    given
      ? Object.assign(new URL(given), { pathname: `/${database}` }).toString()
      : `postgresql://owner@localhost/${database}?host=${encodeURIComponent(embedded?.connection.host ?? '')}`;
  const maintenance = given ? new URL(given).pathname.slice(1) : 'postgres';
  const admin = new pg.Pool({ connectionString: address(maintenance), max: 1 });
  const made: string[] = [];
  return {
    folder,
    postmaster: embedded?.pid,
    description: await describe(admin, given ? 'given by DATABASE_URL' : 'embedded'),
    async createDatabase(name) {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name}`);
      made.push(name);
      return address(name);
    },
    async stop() {
      for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      await embedded?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function describe(admin: pg.Pool, origin: string): Promise<string> {
  const { rows } = await admin.query<{ version: string; settings: string }>(
    `select current_setting('server_version') as version,
            (select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
             where name in ('fsync', 'synchronous_commit', 'full_page_writes')) as settings`,
  );
  return `PostgreSQL ${rows[0]?.version} (${origin}), ${rows[0]?.settings}`;
}
