import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type pg from 'pg';
import { StartUpProblem } from './start-up-problem.ts';

const directory = path.join(import.meta.dirname, 'migrations');

/** Forward-only `.sql` files, one number line. Each runs in the one transaction of the whole upgrade. */
function readMigrations(): Record<string, Migration> {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.sql$/, ''),
      {
        up: async (db) => void (await sql.raw(readFileSync(path.join(directory, file), 'utf8')).execute(db)),
      },
    ]),
  );
}

function migratorFor(pool: pg.Pool): Migrator {
  return new Migrator({
    // The pool outlives the migrator: kysely must not end it.
    db: new Kysely({
      dialect: new PostgresDialect({ pool: { connect: () => pool.connect(), end: async () => {} } as never }),
    }),
    provider: { getMigrations: async () => readMigrations() },
    migrationTableSchema: 'skute_migrations',
  });
}

/** Brings the database to this code's version. Refuses one that a newer release has already changed. */
export async function migrate(pool: pg.Pool): Promise<void> {
  await ensureAppRole(pool);
  const known = new Set(Object.keys(readMigrations()));
  const done = await namesDone(pool);
  const newer = done.find((name) => !known.has(name));
  if (newer)
    throw new StartUpProblem(
      `The database is newer than this code (it has ${newer}). Start the newer release.`,
    );
  if (done.length === known.size) return;
  const { error, results } = await migratorFor(pool).migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const cause = error instanceof Error ? error.message : 'unknown';
    throw new StartUpProblem(`The migration ${failed ?? ''} failed: ${cause}. Nothing was changed.`);
  }
}

/** How many migrations this database still lacks. */
export async function pendingMigrations(pool: pg.Pool): Promise<number> {
  return Object.keys(readMigrations()).length - (await namesDone(pool)).length;
}

async function namesDone(pool: pg.Pool): Promise<string[]> {
  const exists = await pool.query<{ found: string | null }>(
    `select to_regclass('skute_migrations.kysely_migration')::text as found`,
  );
  if (!exists.rows[0]?.found) return [];
  const { rows } = await pool.query<{ name: string }>(
    'select name from skute_migrations.kysely_migration order by name',
  );
  return rows.map((row) => row.name);
}

/** The role that serves people. Made here where the owner may; otherwise a database administrator makes it. */
async function ensureAppRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean; member: boolean }>(
    `select exists (select from pg_roles where rolname = 'skute_app') as there,
            coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'skute_app'), false) as member`,
  );
  try {
    if (!rows[0]?.there) await createRole(pool);
    if (!rows[0]?.member) await pool.query('grant skute_app to current_user');
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    throw new StartUpProblem(
      `The role skute_app is missing and may not be made here (${cause}). Ask the administrator: create role skute_app nologin; grant skute_app to <owner>.`,
    );
  }
}

async function createRole(pool: pg.Pool): Promise<void> {
  await pool
    .query('create role skute_app nologin nosuperuser nobypassrls')
    .catch((error: { code?: string }) => {
      // Another process made it in the same moment.
      if (error.code !== '42710' && error.code !== '23505') throw error;
    });
}
