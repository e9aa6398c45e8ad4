/** Who the identity providers vouch for, turned into sessions of ours. */
import { createHmac } from 'node:crypto';
import {
  type Actor,
  endSessionsOf,
  findUnitByNumber,
  hasRole,
  type Organisation,
  providerOfSession,
  type Sessions,
} from '@skute/access';
import { findByHpr, findByNumber, parseNationalNumber } from '@skute/identity';
import {
  createLogin,
  type Login,
  type LoginProvider,
  loginRoutes,
  sameOriginPath,
  type Verified,
} from '@skute/identity/login';
import { type Database, inTenant } from '@skute/platform/db';
import { registerDeclared } from '@skute/platform/http';
import { type KeyStore, seal, sealText, unseal, unsealText } from '@skute/platform/keys';
import { type Clock, dateIn } from '@skute/platform/time';
import { livesAt } from '@skute/treatment';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createSecretKey, type KeyObject } from 'node:crypto';

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

/** Registers the login's addresses and turns what they verify into sessions. */
export async function serveLogin(
  http: FastifyInstance,
  login: Login,
  sessions: () => Sessions,
  wiring: LoginWiring,
): Promise<void> {
  const declared = {
    policy: 'public',
    audit: 'none',
    idempotency: 'natural',
    schemas: 'OpenID Connect; checked by the relying party',
  } as const;
  await registerDeclared(http, declared, async (scope) => {
    scope.addHook('onRequest', (request) => endSessionBefore(request, sessions(), wiring));
    await loginRoutes(scope, {
      login,
      sessionCookie: wiring.sessionCookie,
      startSession: async (verified, wanted) => {
        const person =
          verified.kind === 'patient'
            ? await findPatient(wiring, verified)
            : await findClinician(wiring, verified);
        if ('refused' in person) return person;
        const cookie = await sessions().start(
          person.tenantId,
          {
            personId: person.personId,
            kind: verified.kind,
            unitId: person.unitId,
            issuer: verified.issuer,
            subject: hashedSubject(wiring, verified.subject),
            providerSession: verified.sid ?? null,
            idToken: sealText(
              await wiring.keys.get(person.tenantId, person.personId),
              placeOfIdToken(person),
              verified.idToken,
            ),
            provider: verified.provider,
            sharedDevice: wanted.device === 'shared',
          },
          wiring.clock(),
        );
        const home =
          verified.kind === 'clinician' && wanted.to === '/'
            ? (sameOriginPath('/clinic/') ?? wanted.to)
            : wanted.to;
        return { cookie, redirectTo: home };
      },
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

interface Found {
  readonly tenantId: string;
  readonly personId: string;
  readonly unitId: string | null;
}

/**
 * The organisation in which the patient has a treatment that lives; else the first that knows them. Each organisation
 * has its own search key, so that the same person can't be followed from one to the other: they are asked in turn.
 */
async function findPatient(
  wiring: LoginWiring,
  verified: Verified,
): Promise<Found | { refused: 'not-known-here' }> {
  const today = dateIn('Europe/Oslo', wiring.clock());
  const parsed = parseNationalNumber(verified.nationalNumber ?? '', undefined, { today });
  if ('refused' in parsed) return { refused: 'not-known-here' };
  let first: Found | undefined;
  for (const { id: tenantId } of wiring.organisations) {
    const found = await inTenant(wiring.database.pool, tenantId, async (tx) => {
      const personId = await findByNumber(tx, wiring.keys, 'patient', parsed.number);
      return personId && { personId, lives: await livesAt(tx, personId, wiring.clock()) };
    });
    if (!found) continue;
    const person = { tenantId, personId: found.personId, unitId: null };
    if (found.lives) return person;
    first ??= person;
  }
  return first ?? { refused: 'not-known-here' };
}

/** The unit that the provider names decides the organisation; a unit that is not in the organisation named is refused. */
async function findClinician(
  wiring: LoginWiring,
  verified: Verified,
): Promise<Found | { refused: 'not-known-here' | 'no-role-here' }> {
  const organisation = wiring.organisations.find(
    ({ organisationNumber }) => organisationNumber === verified.organisationNumber,
  );
  if (!organisation || !verified.unitNumber) return { refused: 'not-known-here' };
  const { unitNumber, hprNumber, nationalNumber } = verified;
  return inTenant(wiring.database.pool, organisation.id, async (tx) => {
    const unit = await findUnitByNumber(tx, unitNumber);
    if (!unit) return { refused: 'not-known-here' };
    const personId =
      (hprNumber && (await findByHpr(tx, wiring.keys, hprNumber))) ||
      (nationalNumber && (await findByNumber(tx, wiring.keys, 'staff', nationalNumber)));
    if (!personId) return { refused: 'not-known-here' };
    if (!(await hasRole(tx, personId, unit.id, wiring.clock()))) return { refused: 'no-role-here' };
    return { tenantId: organisation.id, personId, unitId: unit.id };
  });
}

async function endEverywhere(
  wiring: LoginWiring,
  sessions: Sessions,
  ended: {
    readonly issuer: string;
    readonly sid?: string | undefined;
    readonly subject?: string | undefined;
  },
): Promise<number> {
  const whose = {
    issuer: ended.issuer,
    providerSession: ended.sid ?? null,
    subject: ended.subject === undefined ? null : hashedSubject(wiring, ended.subject),
  };
  const counts = await Promise.all(
    wiring.organisations.map(({ id }) =>
      inTenant(wiring.database.pool, id, (tx) => endSessionsOf(tx, whose, new Date(wiring.clock()))),
    ),
  );
  for (const hash of counts.flat()) sessions.forget(hash);
  return counts.flat().length;
}

/** Where the browser goes to sign out at the provider too. */
export async function signOutAt(wiring: LoginWiring, login: Login, actor: Actor): Promise<string> {
  const session = await inTenant(wiring.database.pool, actor.tenantId, (tx) =>
    providerOfSession(tx, actor.sessionHash),
  );
  if (!session) return '/';
  const key = await wiring.keys.find(actor.tenantId, actor.personId);
  const hint =
    key && session.idToken
      ? unsealText(
          key,
          placeOfIdToken({ tenantId: actor.tenantId, personId: actor.personId }),
          session.idToken,
        )
      : undefined;
  return login.signOutAt(session.provider, hint);
}

/**
 * A provider's name for a person may be the national number itself. Only a hash is kept, with a secret that is not in the
 * database: there are few enough numbers to try them all.
 */
export function hashedSubject({ serverKey }: Pick<LoginWiring, 'serverKey'>, subject: string): string {
  return createHmac('sha256', serverKey).update(`subject ${subject}`).digest('base64url');
}

function placeOfIdToken(person: Pick<Found, 'tenantId' | 'personId'>) {
  return {
    tenant: person.tenantId,
    person: person.personId,
    table: 'access.session',
    row: person.personId,
    field: 'id_token',
  };
}
