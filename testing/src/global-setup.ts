/**
 * One database server for the whole run: the one DATABASE_URL names, else an embedded one in a temporary folder.
 * A migrated template is made once; each test file clones it in some tens of milliseconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate, startEmbedded } from '@skute/platform/db';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server, with `{database}` where a database's name goes. */
    databaseAddress: string;
    templateDatabase: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `skute_template_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Pool({
    connectionString: server.address.replace('{database}', server.maintenance),
    max: 1,
  });
  admin.on('error', () => undefined);
  await admin.query(`create database ${template}`);
  const owner = new pg.Pool({ connectionString: server.address.replace('{database}', template), max: 1 });
  await migrate(owner);
  await owner.end();
  project.provide('databaseAddress', server.address);
  project.provide('templateDatabase', template);
  return async () => {
    const { rows } = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like $1`,
      [`${template}%`],
    );
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
    await admin.end();
    await server.stop();
  };
}

async function openServer(): Promise<{ address: string; maintenance: string; stop: () => Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    const url = new URL(given);
    const maintenance = url.pathname.slice(1);
    url.pathname = '/{database}';
    return { address: decodeURI(url.toString()), maintenance, stop: async () => undefined };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-test-'));
  // Nobody minds what a test database loses when the machine stops.
  const embedded = await startEmbedded(folder, ['fsync=off', 'full_page_writes=off', 'max_connections=200']);
  return {
    address: `postgresql://owner@localhost/{database}?host=${encodeURIComponent(embedded.connection.host)}`,
    maintenance: 'postgres',
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
