import pg from 'pg';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { StartUpProblem } from './start-up-problem.ts';

export interface Database {
  /** Connections of the application's role: owns nothing, sees a tenant's rows only in a transaction that names it. */
  readonly pool: pg.Pool;
  /** For migrations and for what belongs to no tenant. Not given to domains. */
  readonly ownerPool: pg.Pool;
  /** What runs it, for the start-up lines: `embedded PostgreSQL 18.4`, `PostgreSQL 15.18`. */
  readonly description: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL 15+ server. Absent: an embedded one in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** A separate login for the application's role. Absent: the owner's login, with the role taken on at connect. */
  readonly appDatabaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly poolSize?: number;
}

const minimumVersion = 150_000;

// Dates stay `YYYY-MM-DD` (a date has no zone) and counts come as numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

/** Connects, migrates, and checks that the application's role is as weak as it must be. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.databaseUrl ? undefined : await startEmbedded(options.dataDir);
  const owner = embedded
    ? { ...embedded.connection, user: 'owner' }
    : { connectionString: options.databaseUrl };
  const ownerPool = poolOf({ ...owner, max: 2, application_name: 'skute-owner' });
  try {
    const description = await checkServer(ownerPool, embedded !== undefined);
    await migrate(ownerPool);
    const app = options.appDatabaseUrl
      ? { connectionString: options.appDatabaseUrl }
      : { ...owner, options: '-c role=skute_app' };
    const pool = poolOf({ ...app, ...poolSettings(options.poolSize) });
    await checkRole(pool);
    return {
      pool,
      ownerPool,
      description,
      close: async () => {
        await pool.end();
        await ownerPool.end();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await ownerPool.end();
    await embedded?.stop();
    throw error;
  }
}

/**
 * A connection that breaks is replaced. Whoever waits for it is told by the query; the connection's own complaint, which
 * would end the process if nobody heard it, says nothing more. It comes to the pool from idle ones, and to nobody from
 * those at work.
 */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

function poolSettings(size = 10): pg.PoolConfig {
  return {
    max: size,
    application_name: 'skute',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  };
}

async function checkServer(pool: pg.Pool, embedded: boolean): Promise<string> {
  const rows = await pool
    .query<{ number: string; version: string; unsafe: string | null }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              (select string_agg(name || '=' || setting, ', ') from pg_settings
               where (name in ('fsync', 'full_page_writes') and setting <> 'on')
                 or (name = 'synchronous_commit' and setting = 'off')) as unsafe`,
    )
    .catch((error: unknown) => {
      throw new StartUpProblem(
        `The database does not answer: ${connectionProblem(error)}. Check DATABASE_URL.`,
      );
    });
  const server = rows.rows[0];
  if (!server || Number(server.number) < minimumVersion) {
    throw new StartUpProblem(`The database is PostgreSQL ${server?.version ?? '?'}; 15 or newer is needed.`);
  }
  if (server.unsafe !== null && process.env['SKUTE_UNSAFE_DATABASE'] !== '1') {
    throw new StartUpProblem(
      `The database may lose what it has acknowledged (${server.unsafe}). Turn these on.`,
    );
  }
  return `${embedded ? 'embedded ' : ''}PostgreSQL ${server.version}`;
}

/** The role that serves people must not be able to look past row-level security. */
async function checkRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ name: string; strong: boolean; owns: number }>({
      name: 'check-role',
      text: `select r.rolname as name, r.rolsuper or r.rolbypassrls as strong,
                    (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
             from pg_roles r where r.rolname = current_user`,
    })
    .catch((error: unknown) => {
      throw new StartUpProblem(`The application's role can't connect: ${connectionProblem(error)}.`);
    });
  const role = rows[0];
  if (!role || role.strong || role.owns > 0) {
    throw new StartUpProblem(
      `The role ${role?.name} is too strong: it must own nothing and not bypass row-level security.`,
    );
  }
}

function connectionProblem(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? 'unknown') : 'unknown';
}
