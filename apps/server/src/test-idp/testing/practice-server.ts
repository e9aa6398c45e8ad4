/** A server with login and test provider and nothing else, for tests. */
import {
  createLogin,
  type Login,
  type LoginRouteDeps,
  loginRoutes,
  type RefusedLogin,
  type Verified,
} from '@skute/identity/login';
import fastify from 'fastify';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createTestIdentityProvider } from '../index.ts';

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

/** `idpHost` may be another name of this machine: to a browser another site. */
export async function startPracticeServer(host = '127.0.0.1', idpHost = host): Promise<PracticeServer> {
  const app = fastify();
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
  await app.register(idp.plugin);
  await app.register(loginRoutes, {
    login,
    sessionCookie: '__Host-skute',
    startSession: async (who, { to }) => {
      server.verified.push(who);
      return { cookie: `session-of-${who.subject}`, redirectTo: to };
    },
    endSessions: async (what) => server.ended.push(what),
    onRefused: (refusal) => void server.refused.push(refusal),
  } satisfies LoginRouteDeps);
  // What the browser test reads: the cookies that reached us.
  app.get('/seen', async (request, reply) =>
    reply
      .type('text/html')
      .send(`<!doctype html><title>seen</title><pre>${request.headers.cookie ?? ''}</pre>`),
  );
  await app.listen({ port: 0, host });
  origin = `http://${host}:${(app.server.address() as { port: number }).port}`;
  return server;
}

function aSeal(key = randomBytes(32)) {
  return {
    seal(content: Uint8Array): Buffer {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed: Uint8Array): Buffer {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
  };
}
