import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { clearOld, openCheckpoints, organisations, startChaining } from '@skute/access';
import { type LoginProvider, LoginProviders } from '@skute/identity/login';
import type { Config } from '@skute/platform/config';
import { type Database, openDatabase, StartUpProblem } from '@skute/platform/db';
import { registerDeclared } from '@skute/platform/http';
import { type KeyStore, localWrapper, openKeyStore, secretOfInstallation } from '@skute/platform/keys';
import { type Clock, hourMs } from '@skute/platform/time';
import { sessionCookie } from './answers.ts';
import { type App, createApp, servedRoutes } from './app.ts';
import { greetingFor } from './greeting.ts';
import { checkKeyStore } from './key-check.ts';
import { serveLogin, signOutAt, wireLogin } from './login.ts';

export interface Running {
  readonly app: App;
  readonly database: Database;
  readonly keys: KeyStore;
  readonly origin: string;
  /** What to tell the person who started it: addresses, and in practice mode the people to log in as. */
  readonly greeting: readonly string[];
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly clock?: Clock;
  /** Without the demo clinic, for benchmarks and for tests that make their own people. */
  readonly empty?: boolean;
  readonly onProgress?: (what: string) => void;
}

/** Opens the database, makes the practice clinic if there is none, and listens. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<Running> {
  const clock = options.clock ?? Date.now;
  await portIsFree(config);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    appDatabaseUrl: config.appDatabaseUrl,
    dataDir: config.dataDir,
    poolSize: config.poolSize,
  });
  try {
    const wrapper = localWrapper(config.keysDir);
    const keys = openKeyStore(config.keysDir, wrapper);
    await checkKeyStore(database, keys, wrapper);
    if (config.mode === 'practice' && !options.empty)
      await makeDemo(database, keys, clock, options.onProgress ?? console.log);
    return await listen(config, database, keys, clock);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Asked first, so that nobody waits for a database only to learn that the port is taken. */
async function portIsFree({ port, host }: Config): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

async function makeDemo(
  database: Database,
  keys: KeyStore,
  clock: Clock,
  onProgress: (what: string) => void,
): Promise<void> {
  const { seedDemo } = await import('./demo/seed.ts');
  const served = servedRoutes({ keys, mode: 'practice' });
  await seedDemo({ database, keys, served, now: clock(), onProgress });
}

async function listen(config: Config, database: Database, keys: KeyStore, clock: Clock): Promise<Running> {
  let port = config.port;
  const origin = (): string => config.publicUrl ?? `http://${browserHost(config.host)}:${port}`;
  const testProvider = await testProviderFor(config, origin);
  const known = await organisations(database.pool);
  let providers: LoginProvider[] | undefined;
  const wiring = {
    database,
    keys,
    clock,
    origin,
    // Read once, when the port is known.
    providers: () => (providers ??= readProviders(config, testProvider?.loginProviders())),
    organisations: known,
    serverKey: secretOfInstallation(config.keysDir, 'login-cookie-key'),
    sessionCookie,
  } as const;
  const login = wireLogin(wiring);
  const app = await createApp({
    database,
    keys,
    clock,
    mode: config.mode,
    organisations: known,
    logLevel: config.logLevel,
    signOutAt: (actor) => signOutAt(wiring, login, actor),
  });
  await serveLogin(app.http, login, () => app.sessions, wiring);
  if (testProvider) {
    const declared = {
      policy: 'public',
      audit: 'none',
      idempotency: 'natural',
      schemas: 'OpenID Connect, for practice',
    } as const;
    await registerDeclared(app.http, declared, testProvider.plugin);
  }
  await app.http.listen({ port: config.port, host: config.host });
  const address = app.http.server.address();
  if (typeof address === 'object' && address) port = address.port;
  // A mistake in the list of providers, or a public address that they don't allow, is found now and not at the first login.
  wiring.providers();
  const background = await startBackground({ database, http: app.http }, config, clock);
  return {
    app,
    database,
    keys,
    origin: origin(),
    greeting: greetingFor(origin(), database.description, config),
    stop: async () => {
      await background.stop();
      await app.http.close();
      await database.close();
    },
  };
}

async function testProviderFor(config: Config, origin: () => string) {
  if (config.loginProvidersFile) return undefined;
  if (config.mode === 'production') {
    throw new StartUpProblem(
      'Production needs identity providers: set LOGIN_PROVIDERS to a file that lists them.',
    );
  }
  // Loaded here and not above: in production neither the provider nor its people are in memory.
  const [{ createTestIdentityProvider }, { testPeople }] = await Promise.all([
    import('./test-idp/index.ts'),
    import('./demo/test-people.ts'),
  ]);
  return createTestIdentityProvider({ mode: config.mode, origin, people: testPeople() });
}

function readProviders(config: Config, test: unknown) {
  const source: unknown = config.loginProvidersFile ? readJson(config.loginProvidersFile) : test;
  const parsed = LoginProviders.safeParse(source);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new StartUpProblem(
    `The list of identity providers is wrong at ${first?.path.join('.')}: ${first?.message}.`,
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartUpProblem(
      `The list of identity providers in ${file} can't be read: ${(error as Error).message}.`,
    );
  }
}

/** `__Host-` cookies need a secure origin; browsers take `localhost` for one, also over http. */
function browserHost(host: string): string {
  return ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
}

/** What runs beside the requests: the log's chain each second, and clearing what is past its time each hour. */
async function startBackground(
  running: { readonly database: Database; readonly http: App['http'] },
  config: Config,
  clock: Clock,
): Promise<{ stop: () => Promise<void> }> {
  const { pool } = running.database;
  const checkpoints = await openCheckpoints({ ledgerDir: config.ledgerDir, keysDir: config.keysDir });
  const chaining = startChaining(pool, {
    checkpoints,
    clock,
    onProblem: (sentence, failure) =>
      running.http.log.error(
        { log: sentence, code: (failure as { code?: string } | undefined)?.code },
        'the access log',
      ),
  });
  const clearing = setInterval(() => void clearOld(pool, clock()).catch(() => undefined), hourMs);
  clearing.unref();
  return {
    stop: async () => {
      clearInterval(clearing);
      await chaining.stop();
      await checkpoints.close();
    },
  };
}
