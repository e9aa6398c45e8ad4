import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type Context, interactionPolicy } from 'oidc-provider';
import { clientMetadata, helseIdScopes, type TestClient } from './clients.ts';
import { createMemoryStore } from './memory-store.ts';
import { messagePage, pageHeaders, signOutPage } from './pages.ts';
import { helseIdClaims, idPortenClaims, type TestPerson } from './people.ts';

export interface ProviderParts {
  readonly origin: string;
  readonly issuer: string;
  readonly keys: readonly JWK[];
  readonly clients: readonly TestClient[];
  readonly people: readonly TestPerson[];
}

/** Signing keys that last as long as the process. */
export async function signingKeys(): Promise<JWK[]> {
  return Promise.all(
    ['RS256', 'ES256'].map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `test-${alg}` };
    }),
  );
}

/** A real OpenID provider, set up as ID-porten and HelseID are: pushed requests, S256, DPoP, sign-out in the back. */
export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, {
    clients: parts.clients.map((client) => clientMetadata(client, parts.origin)),
    jwks: { keys: parts.keys },
    acrValues: ['idporten-loa-substantial', 'idporten-loa-high', 'Level4'],
    claims: claimsByScope(),
    scopes: ['openid', ...helseIdScopes],
    // All claims are in the ID token; nobody asks for more afterwards.
    conformIdTokenClaims: false,
    subjectTypes: ['public'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: ownCookies(),
    features: features(parts.origin),
    interactions: {
      policy: askOnlyWho(),
      url: (_: Context, { uid }: { uid: string }) => `/idp/interaction/${uid}`,
    },
    adapter: createMemoryStore(),
    fetch: callOurselves,
    findAccount: (context: Context, id: string) => accountOf(parts.people, context, id),
    loadExistingGrant: grantWhatWasAsked,
    renderError: (context: Context) => show(context, parts.origin, messagePage('failed')),
    ttl: lifetimes(),
  });
  // Its replies go past our own hooks, and so past the headers that those set.
  provider.use(async (context, next) => {
    await next();
    context.set({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
  });
  return provider;
}

/** The library's own way out calls no address on this machine. Ours is there, and only our own clients are called. */
function callOurselves(
  address: URL,
  { method, headers, body, redirect, signal }: RequestInit,
): Promise<Response> {
  return fetch(address, { method, headers, body, redirect, signal } as RequestInit);
}

function claimsByScope(): Record<string, readonly string[]> {
  const organisation = [
    'helseid://claims/client/claims/orgnr_parent',
    'helseid://claims/client/claims/orgnr_child',
  ];
  const named = helseIdScopes.map((scope) => [scope, [scope.replace('://scopes/', '://claims/')]] as const);
  return { openid: ['sub', 'pid', 'locale', ...organisation], ...Object.fromEntries(named) };
}

function features(origin: string): object {
  return {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true },
    resourceIndicators: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context: Context, form: string) => show(context, origin, signOutPage(form)),
      postLogoutSuccessSource: (context: Context) => show(context, origin, messagePage('signedOut')),
    },
  };
}

/** Own names and an own path: the cookies live on the same host as the application's. */
function ownCookies(): object {
  const common = { httpOnly: true, sameSite: 'lax', signed: true, path: '/idp' };
  return {
    names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
    long: common,
    short: common,
    keys: [randomBytes(32).toString('hex')],
  };
}

/** There is nothing to consent to in practice. */
function askOnlyWho(): object {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantWhatWasAsked(context: Context) {
  const { client, session, params, provider } = context.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

async function accountOf(people: readonly TestPerson[], context: Context, id: string) {
  const person = people.find((one) => one.id === id);
  if (!person) return undefined;
  const isClinician = context.oidc.client?.clientId === 'skute-clinician';
  const claims = { sub: id, ...(isClinician ? helseIdClaims(person) : idPortenClaims(person)) };
  return { accountId: id, claims: async () => claims };
}

function lifetimes(): Record<string, number> {
  const minute = 60;
  return {
    AccessToken: 2 * minute,
    AuthorizationCode: minute,
    Grant: 60 * minute,
    IdToken: 2 * minute,
    Interaction: 30 * minute,
    Session: 60 * minute,
  };
}

async function show(context: Context, origin: string, html: string): Promise<void> {
  context.set(pageHeaders(origin));
  context.body = html;
}
