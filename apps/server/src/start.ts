import { once } from 'node:events';
import { createServer } from 'node:net';
import { organisations } from '@skute/access';
import type { LoginProvider } from '@skute/identity/login';
import type { Config } from '@skute/platform/config';
import { type Database, openDatabase } from '@skute/platform/db';
import { registerDeclared } from '@skute/platform/http';
import { type KeyStore, localWrapper, openKeyStore, secretOfInstallation } from '@skute/platform/keys';
import type { Clock } from '@skute/platform/time';
import { sessionCookie } from './answers.ts';
import { type App, createApp, servedRoutes } from './app.ts';
import { startBackground } from './background.ts';
import { greetingFor } from './greeting.ts';
import { readProviders, testProviderFor } from './identity-providers.ts';
import { checkKeyStore } from './key-check.ts';
import { type LoginWiring, serveLogin, wireLogin } from './login.ts';
import { type LoginLimit, usualLoginLimit } from './login-limit.ts';
import { signOutAt } from './sign-out.ts';

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
  readonly loginLimit?: LoginLimit;
  readonly onProgress?: (what: string) => void;
}

/** What a server stands on when its stores are open. */
interface Ground {
  readonly config: Config;
  readonly database: Database;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly limit: LoginLimit;
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
    return await listen({ config, database, keys, clock, limit: options.loginLimit ?? usualLoginLimit });
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

async function listen(ground: Ground): Promise<Running> {
  const { config, database, keys } = ground;
  let port = config.port;
  const origin = (): string => config.publicUrl ?? `http://${browserHost(config.host)}:${port}`;
  const { app, providers } = await buildApp(ground, origin);
  await app.http.listen({ port: config.port, host: config.host });
  const address = app.http.server.address();
  if (typeof address === 'object' && address) port = address.port;
  // A mistake in the list of providers, or a public address that they don't allow, is found now and not at the first login.
  providers();
  const background = await startBackground({ database, keys, http: app.http }, config, ground.clock);
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

/** Everything that is served, with the login and, in practice, its provider. */
async function buildApp(ground: Ground, origin: () => string) {
  const { config, database, keys, clock, limit } = ground;
  const testProvider = await testProviderFor(config, origin);
  const known = await organisations(database.pool);
  let read: readonly LoginProvider[] | undefined;
  // Read once, when the port is known.
  const providers = () => (read ??= readProviders(config, testProvider?.loginProviders()));
  const wiring: LoginWiring = {
    database,
    keys,
    clock,
    origin,
    providers,
    organisations: known,
    serverKey: secretOfInstallation(config.keysDir, 'login-cookie-key'),
    sessionCookie,
    limit,
  };
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
  if (testProvider) await registerDeclared(app.http, practiceLogin, testProvider.plugin);
  return { app, providers };
}

const practiceLogin = {
  policy: 'public',
  audit: 'none',
  idempotency: 'natural',
  schemas: 'OpenID Connect, for practice',
} as const;

/** `__Host-` cookies need a secure origin; browsers take `localhost` for one, also over http. */
function browserHost(host: string): string {
  return ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
}
