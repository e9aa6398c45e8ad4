import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '@skute/platform/db';
import { type KeyStore, localWrapper, openKeyStore } from '@skute/platform/keys';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase extends Database {
  readonly url: string;
  readonly keys: KeyStore;
  /** A folder of this test's own, for keys and checkpoints; removed with the database. */
  readonly folder: string;
  /** As the owner of the tables, to whom row-level security shows one tenant too: an owner need not be a superuser. */
  asOwner<Row extends pg.QueryResultRow>(
    tenantId: string,
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

let made = 0;

/** A database of one's own, cloned from the migrated template, with a key store beside it. */
export async function testDatabase(): Promise<TestDatabase> {
  const address = inject('databaseAddress');
  const template = inject('templateDatabase');
  made += 1;
  const name = `${template}_${process.pid}_${made}`;
  const at = (database: string): string => address.replace('{database}', database);
  const admin = new pg.Client({ connectionString: at(maintenanceDatabase()) });
  await admin.connect();
  await cloneWhenFree(admin, name, template);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-test-files-'));
  process.env['SKUTE_UNSAFE_DATABASE'] = '1';
  const database = await openDatabase({ databaseUrl: at(name), dataDir: folder });
  const keysDir = path.join(folder, 'keys');
  return {
    ...database,
    url: at(name),
    folder,
    keys: openKeyStore(keysDir, localWrapper(keysDir)),
    asOwner: async (tenantId, text, values = []) => {
      const client = await database.ownerPool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
        const { rows } = await client.query(text, [...values]);
        await client.query('commit');
        return rows;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: async () => {
      await database.close();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Embedded servers have `postgres`; of a given server only its own database is known to be there. */
function maintenanceDatabase(): string {
  const given = process.env['DATABASE_URL'];
  return given ? new URL(given).pathname.slice(1) : 'postgres';
}

/** Two clones can't be made of one template in the same moment. */
async function cloneWhenFree(admin: pg.Client, name: string, template: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await admin.query(`create database ${name} template ${template} strategy wal_log`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
