/** A server with login and test provider and nothing else, for tests. */
import {
  type CookieSeal,
  createLogin,
  type Login,
  loginRoutes,
  type RefusedLogin,
  type Verified,
} from '@skute/identity/login';
import { createHttp, registerDeclared } from '@skute/platform/http';
import { seal, unseal } from '@skute/platform/keys';
import type { FastifyInstance } from 'fastify';
import { createSecretKey, randomBytes } from 'node:crypto';
import { createTestIdentityProvider, type TestIdentityProvider } from '../index.ts';

export const people = [
  { id: 'kari', kind: 'patient', label: 'Kari, uke 4', nationalNumber: '01887012345' },
  {
    id: 'minid',
    kind: 'patient',
    label: 'Per, bare MinID',
    nationalNumber: '02887012345',
    acr: 'idporten-loa-substantial',
  },
  {
    id: 'siri',
    kind: 'clinician',
    label: 'Siri, ernæringsfysiolog <& co>',
    nationalNumber: '03887012345',
    hprNumber: '431001110',
    organisationNumber: '310000001',
    unitNumber: '310000011',
  },
  {
    id: 'level-3',
    kind: 'clinician',
    label: 'Ola, nivå 3',
    nationalNumber: '04887012345',
    hprNumber: '431001111',
    acr: 'idporten-loa-substantial',
  },
] as const;

export interface PracticeServer {
  readonly origin: string;
  readonly login: Login;
  readonly verified: Verified[];
  readonly refused: RefusedLogin[];
  readonly ended: object[];
  /** Every request that reached us, and what the browser sent along. */
  readonly visits: { readonly path: string; readonly cookies: string }[];
  close(): Promise<void>;
}

/** On the platform's own server. `idpHost` may be another name of this machine: to a browser another site. */
export async function startPracticeServer(host = '127.0.0.1', idpHost = host): Promise<PracticeServer> {
  const app = await createHttp({ logLevel: 'silent' });
  let origin = '';
  const idpOrigin = (): string => origin.replace(host, idpHost);
  const idp = await createTestIdentityProvider({ mode: 'practice', origin: () => origin, idpOrigin, people });
  const login = createLogin(
    { origin: () => origin, providers: idp.loginProviders },
    { now: Date.now, seal: aSeal() },
  );
  const server: PracticeServer = {
    get origin() {
      return origin;
    },
    login,
    verified: [],
    refused: [],
    ended: [],
    visits: [],
    close: () => app.close(),
  };
  await registerDeclared(app, declared, (scope) => serveAll(scope, server, idp));
  await app.listen({ port: 0, host });
  origin = `http://${host}:${(app.server.address() as { port: number }).port}`;
  return server;
}

const declared = { policy: 'public', audit: 'none', idempotency: 'natural', schemas: 'a test' } as const;

async function serveAll(
  app: FastifyInstance,
  server: PracticeServer,
  idp: TestIdentityProvider,
): Promise<void> {
  app.addHook('onRequest', async (request) => {
    server.visits.push({ path: request.url.split('?')[0] ?? '', cookies: request.headers.cookie ?? '' });
  });
  await idp.plugin(app, {});
  await loginRoutes(app, {
    login: server.login,
    sessionCookie: '__Host-skute',
    startSession: async (who, { to }) => {
      server.verified.push(who);
      return { cookie: `session-of-${who.subject}`, redirectTo: to };
    },
    endSessions: async (what) => server.ended.push(what),
    onRefused: (refusal) => void server.refused.push(refusal),
  });
  app.get('/today', async (_request, reply) => reply.type('text/html').send('<!doctype html><h1>I dag</h1>'));
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}

function aSeal(): CookieSeal {
  const key = createSecretKey(randomBytes(32));
  const place = { tenant: '-', person: '-', table: 'login', row: 'cookie', field: 'pending' };
  return {
    seal: (content) => seal(key, place, content),
    open: (sealed) => unseal(key, place, sealed),
  };
}
