/**
 * The built-in identity provider for practice and development: a real OpenID provider whose people are made up.
 * It is served by the same process under /idp, and does not exist in production.
 */
import { LoginProvider } from '@skute/identity/login';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type Provider from 'oidc-provider';
import type { z } from 'zod';
import { aTestClient, loginSettings } from './clients.ts';
import { interactionRoutes } from './interaction.ts';
import { TestPerson } from './people.ts';
import { createProvider, signingKeys } from './provider.ts';

export { TestPerson } from './people.ts';

export interface TestIdentityProviderOptions {
  readonly mode: string;
  /** How browsers reach the server, without a slash at the end. Asked for late: the port may not be known yet. */
  readonly origin: () => string;
  /** Another name for the same machine, if logging in is to lead to another site and back, as it does in earnest. */
  readonly idpOrigin?: () => string;
  readonly people: readonly z.input<typeof TestPerson>[];
}

export interface TestIdentityProvider {
  /** Serves /idp. */
  readonly plugin: FastifyPluginAsync;
  /** Its two logins, `patient` and `clinician`, as the relying party has to know them. */
  readonly loginProviders: () => readonly LoginProvider[];
}

const prefix = '/idp';

export async function createTestIdentityProvider(
  options: TestIdentityProviderOptions,
): Promise<TestIdentityProvider> {
  if (options.mode === 'production') {
    throw new Error(
      'The test identity provider lets anybody in as anybody: it does not start in production mode.',
    );
  }
  const people = options.people.map((person) => TestPerson.parse(person));
  const clients = await Promise.all([aTestClient('patient'), aTestClient('clinician')]);
  const keys = await signingKeys();
  const { origin, idpOrigin = origin } = options;
  const issuer = (): string => idpOrigin() + prefix;
  const provider = onceNeeded(() =>
    createProvider({ origin: origin(), issuer: issuer(), keys, clients, people }),
  );
  const loginProviders = onceNeeded(() =>
    clients.map((client) => LoginProvider.parse(loginSettings(client, issuer()))),
  );
  return {
    loginProviders,
    plugin: async (app) => {
      await app.register((scope) => interactionRoutes(scope, { provider, origin, people, clients }), {
        prefix,
      });
      await app.register((scope) => mount(scope, provider), { prefix });
    },
  };
}

/** Hands a request over as it came: the library reads the body itself, and answers itself. */
async function mount(app: FastifyInstance, provider: () => Provider): Promise<void> {
  const handle = onceNeeded(() => provider().callback());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all('/*', async (request, reply) => {
    reply.hijack();
    const raw = request.raw as typeof request.raw & { originalUrl?: string };
    raw.originalUrl = request.url;
    raw.url = request.url.slice(prefix.length);
    await handle()(raw, reply.raw);
  });
}

function onceNeeded<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
