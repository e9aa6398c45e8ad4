/** Who the identity providers vouch for, turned into sessions of ours. */
import type { Organisation, Sessions } from '@skute/access';
import {
  createLogin,
  type Finished,
  type Login,
  type LoginProvider,
  type LoginRouteDeps,
  loginRoutes,
  sameOriginPath,
  type Verified,
} from '@skute/identity/login';
import type { Database } from '@skute/platform/db';
import { registerDeclared } from '@skute/platform/http';
import { type KeyStore, seal, unseal } from '@skute/platform/keys';
import type { Clock } from '@skute/platform/time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { findKnown } from './known-person.ts';
import { limitLogins, type LoginLimit } from './login-limit.ts';
import { endEverywhere, hashedSubject } from './sign-out.ts';

export interface LoginWiring {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly origin: () => string;
  readonly providers: () => readonly LoginProvider[];
  readonly organisations: readonly Organisation[];
  /** 32 bytes of this installation, for the cookie of a login under way and the hashes of subjects. */
  readonly serverKey: Buffer;
  readonly sessionCookie: `__Host-${string}`;
  readonly limit: LoginLimit;
}

export function wireLogin(wiring: LoginWiring): Login {
  const key = createSecretKey(wiring.serverKey);
  const place = { tenant: '-', person: '-', table: 'login', row: 'cookie', field: 'pending' };
  return createLogin(
    { origin: wiring.origin, providers: wiring.providers },
    {
      now: wiring.clock,
      seal: {
        seal: (bytes: Uint8Array) => seal(key, place, bytes),
        open: (sealed: Uint8Array) => openOrNothing(key, place, sealed),
      },
    },
  );
}

function openOrNothing(
  key: KeyObject,
  place: Parameters<typeof unseal>[1],
  sealed: Uint8Array,
): Buffer | undefined {
  try {
    return unseal(key, place, sealed);
  } catch {
    return undefined;
  }
}

const declared = {
  policy: 'public',
  audit: 'none',
  idempotency: 'natural',
  schemas: 'OpenID Connect; checked by the relying party',
} as const;

/** Registers the login's addresses and turns what they verify into sessions. */
export async function serveLogin(
  http: FastifyInstance,
  login: Login,
  sessions: () => Sessions,
  wiring: LoginWiring,
): Promise<void> {
  await registerDeclared(http, declared, async (scope) => {
    await limitLogins(scope, wiring.limit);
    scope.addHook('onRequest', (request) => endSessionBefore(request, sessions(), wiring));
    await loginRoutes(scope, {
      login,
      sessionCookie: wiring.sessionCookie,
      startSession: (verified, wanted) => startSession(wiring, sessions(), verified, wanted),
      endSessions: (ended) => endEverywhere(wiring, sessions(), ended),
      onRefused: (refusal) =>
        http.log.warn({ login: refusal.refused, reference: refusal.reference }, 'login refused'),
    });
  });
}

/**
 * Whoever sets out to sign in leaves the session that the browser still has: on a device that two people use, the first
 * one's session does not live on behind the second one's cookie. Here and not on the way back, because the browser does not
 * send a `SameSite=Strict` cookie along from the provider's site; for the same reason no other site can end a session so.
 */
async function endSessionBefore(
  request: FastifyRequest,
  sessions: Sessions,
  { clock, sessionCookie }: LoginWiring,
): Promise<void> {
  if (request.method !== 'GET' || request.routeOptions.url !== '/login/:provider') return;
  const actor = await sessions.recognise(request.cookies[sessionCookie], clock());
  if (actor) await sessions.end(actor, clock());
}

/** The ID token is not kept: it holds the identity number, and nothing here needs it again. */
async function startSession(
  wiring: LoginWiring,
  sessions: Sessions,
  verified: Verified,
  wanted: Omit<Finished, 'verified'>,
): ReturnType<LoginRouteDeps['startSession']> {
  const known = await findKnown(wiring, verified);
  if ('refused' in known) return known;
  const cookie = await sessions.start(
    known.tenantId,
    {
      personId: known.personId,
      kind: verified.kind,
      unitId: known.unitId,
      issuer: verified.issuer,
      subject: hashedSubject(wiring, verified.subject),
      providerSession: verified.sid ?? null,
      provider: verified.provider,
      sharedDevice: wanted.device === 'shared',
    },
    wiring.clock(),
  );
  const ownHome = verified.kind === 'clinician' && wanted.to === '/' ? sameOriginPath('/clinic/') : undefined;
  return { cookie, redirectTo: ownHome ?? wanted.to };
}
