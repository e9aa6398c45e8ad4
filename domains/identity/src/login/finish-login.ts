import type { EpochMs } from '@skute/platform/time';
import * as client from 'openid-client';
import { claimNames, readPersonClaims } from './claim-names.ts';
import type { LoginParts } from './login-parts.ts';
import { checkIdToken, type Expected, type IdTokenClaims } from './id-token.ts';
import { openPending, type PendingLogin } from './pending-login.ts';
import { callbackPath, type Device, type LoginProvider } from './provider.ts';
import { type KnownProvider, ourClient } from './provider-directory.ts';
import { providerRefusal, providerSaidNo } from './provider-refusal.ts';
import { isRefused, type LoginRefused, refuse } from './refusals.ts';
import type { SameOriginPath } from './same-origin-path.ts';

/** Who signed in, as the provider vouches for it. */
export interface Verified {
  readonly provider: string;
  readonly kind: 'patient' | 'clinician';
  readonly issuer: string;
  readonly subject: string;
  /** The provider's session, by which it tells us later that it has ended. */
  readonly sid?: string;
  /** The level of assurance, in the provider's words. */
  readonly acr: string;
  readonly authTime: EpochMs;
  readonly nationalNumber?: string;
  readonly hprNumber?: string;
  readonly hsaId?: string;
  readonly unitNumber?: string;
  readonly organisationNumber?: string;
}

export interface Finished {
  readonly verified: Verified;
  readonly to: SameOriginPath;
  readonly device: Device;
}

/** Takes the browser back from the provider: ours, unused, exchanged for a token, and the token believed. */
export async function finishLogin(
  parts: LoginParts,
  provider: LoginProvider,
  currentUrl: URL,
  cookie: string | undefined,
): Promise<Finished | LoginRefused> {
  const pending = await openPending(parts.seal, cookie, parts.now);
  if (isRefused(pending)) return pending;
  const wanted = { to: pending.to, device: pending.device };
  const answer = currentUrl.searchParams;
  if (!isAnswerTo(pending, provider, answer)) return { ...refuse('state-mismatch'), wanted };
  if (!parts.used.claim(`state ${pending.state}`)) return { ...refuse('code-replayed'), wanted };
  const known = await parts.directory(provider);
  if (isRefused(known)) return { ...known, wanted };
  const refused = answerRefusal(parts, provider, known, answer);
  if (refused) return { ...refused, wanted };
  const verified = await verify(parts, provider, known, pending, currentUrl);
  return isRefused(verified) ? { ...verified, wanted } : { verified, ...wanted };
}

/** Whether this browser set out with this state for this provider. https://www.rfc-editor.org/rfc/rfc9700.html#section-4.7 */
function isAnswerTo(pending: PendingLogin, provider: LoginProvider, answer: URLSearchParams): boolean {
  return pending.provider === provider.id && only(answer, 'state') === pending.state;
}

/**
 * What can be told from the answer before a code is sent anywhere: who answers, whether it is yes, and whether the code
 * is new here. The provider is named three times over: in the path, in the sealed cookie, and in `iss` (RFC 9207).
 * https://www.rfc-editor.org/rfc/rfc9700.html#section-4.4.2
 */
function answerRefusal(
  parts: LoginParts,
  provider: LoginProvider,
  known: KnownProvider,
  answer: URLSearchParams,
): LoginRefused | undefined {
  const mustName = known.metadata.authorization_response_iss_parameter_supported === true;
  if ((mustName || answer.has('iss')) && only(answer, 'iss') !== provider.issuer) {
    return refuse('wrong-issuer-in-response');
  }
  if (answer.has('error')) return providerSaidNo(only(answer, 'error') ?? null);
  const code = only(answer, 'code');
  if (!code) return refuse('provider-answered-wrong');
  return parts.used.claim(`code ${provider.id} ${code}`) ? undefined : refuse('code-replayed');
}

async function verify(
  parts: LoginParts,
  provider: LoginProvider,
  known: KnownProvider,
  pending: PendingLogin,
  currentUrl: URL,
): Promise<Verified | LoginRefused> {
  const exchanged = await exchangeCode(parts, provider, known, pending, currentUrl);
  if (isRefused(exchanged)) return exchanged;
  const { idToken } = exchanged;
  const expected = expectedOf(provider, pending);
  const checked = await checkIdToken(idToken, known.keys, expected, parts.now());
  if (isRefused(checked)) return checked;
  const person = readPersonClaims(provider.claims, checked.claims);
  if (!person) return refuse('incomplete-token');
  return { ...sessionFacts(provider, checked.claims, expected.levelClaim), ...person };
}

/** https://openid.net/specs/openid-connect-core-1_0.html#TokenEndpoint */
async function exchangeCode(
  parts: LoginParts,
  provider: LoginProvider,
  known: KnownProvider,
  pending: PendingLogin,
  currentUrl: URL,
): Promise<{ readonly idToken: string } | LoginRefused> {
  const configuration = await ourClient(provider, known.metadata, parts.now);
  // The address is built from our own setting: what the request says of its host does not matter.
  const answered = new URL(`${parts.origin()}${callbackPath(provider)}${currentUrl.search}`);
  const checks = {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
  };
  // The access token is not kept, so that its key need not outlive this call.
  const proof = provider.dpop
    ? { DPoP: client.getDPoPHandle(configuration, await client.randomDPoPKeyPair()) }
    : undefined;
  const tokens = await client
    .authorizationCodeGrant(configuration, answered, checks, undefined, proof)
    .catch(providerRefusal);
  if (isRefused(tokens)) return tokens;
  if (provider.dpop && tokens.token_type !== 'dpop') return refuse('dpop-downgraded');
  return tokens.id_token ? { idToken: tokens.id_token } : refuse('incomplete-token');
}

function expectedOf(provider: LoginProvider, pending: PendingLogin): Expected {
  const notBefore = [
    ...(pending.device === 'shared' ? [pending.startedAt] : []),
    ...(provider.maxAgeSeconds ? [pending.startedAt - provider.maxAgeSeconds * 1000] : []),
  ];
  return {
    issuer: provider.issuer,
    clientId: provider.clientId,
    nonce: pending.nonce,
    levelClaim: claimNames[provider.claims].level,
    acceptedLevels: provider.acceptedAcr,
    authenticatedAfter: Math.max(0, ...notBefore),
  };
}

function sessionFacts(provider: LoginProvider, claims: IdTokenClaims, levelClaim: string) {
  return {
    provider: provider.id,
    kind: provider.kind,
    issuer: claims.iss,
    subject: claims.sub,
    ...(claims.sid !== undefined && { sid: claims.sid }),
    acr: String(claims[levelClaim]),
    authTime: claims.auth_time * 1000,
  };
}

/** A parameter given once. Twice is not ours to choose from. */
function only(answer: URLSearchParams, name: string): string | undefined {
  const values = answer.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}
