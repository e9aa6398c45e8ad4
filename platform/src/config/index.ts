/** The environment, read once and checked. Every setting is in `docs/settings.md`. */
import path from 'node:path';
import { z } from 'zod';
import { StartUpProblem } from '../db/start-up-problem.ts';

const Environment = z.object({
  SKUTE_MODE: z.enum(['practice', 'production']).default('practice'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** How browsers reach the server; needed behind a proxy. */
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  DATABASE_APP_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  KEYS_DIR: z.string().optional(),
  LEDGER_DIR: z.string().optional(),
  /** A JSON file with the identity providers; without it practice mode uses its own test provider. */
  LOGIN_PROVIDERS: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
});

export interface Config {
  readonly mode: 'practice' | 'production';
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  readonly poolSize: number;
  /** Persons' keys. Keep it off the database's disk and out of its backups in production. */
  readonly keysDir: string;
  /** Checkpoints of the access log, outside the database. */
  readonly ledgerDir: string;
  readonly loginProvidersFile: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
}

/** Reads the settings; a wrong one is a start-up problem that names it. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new StartUpProblem(`The setting ${first?.path.join('.')} is wrong: ${first?.message}.`);
  }
  const env = parsed.data;
  return {
    mode: env.SKUTE_MODE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL || undefined,
    appDatabaseUrl: env.DATABASE_APP_URL || undefined,
    poolSize: env.DATABASE_POOL,
    keysDir: env.KEYS_DIR ?? path.join(env.DATA_DIR, 'keys'),
    ledgerDir: env.LEDGER_DIR ?? path.join(env.DATA_DIR, 'ledger'),
    loginProvidersFile: env.LOGIN_PROVIDERS,
    logLevel: env.LOG_LEVEL,
  };
}
