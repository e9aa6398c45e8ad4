import type { EpochMs } from '@skute/platform/time';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { isRefused, refuse, type TokenRefusal, type TokenRefused } from './refusals.ts';
import { type Claims, clockToleranceSeconds, readSigned } from './signed-token.ts';

const seconds = z.number().int().nonnegative();

/** What every ID token must carry here. https://openid.net/specs/openid-connect-core-1_0.html#IDToken */
const IdTokenClaims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  auth_time: seconds,
  nonce: z.string().min(1),
  sid: z.string().min(1).max(255).optional(),
});
export type IdTokenClaims = z.output<typeof IdTokenClaims>;

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  /** The claim that holds the level of assurance, and the levels we accept. */
  readonly levelClaim: string;
  readonly acceptedLevels: readonly string[];
  /** The person must have proved who they are after this instant. */
  readonly authenticatedAfter?: EpochMs;
}

interface Check {
  readonly refused: TokenRefusal;
  readonly holds: (claims: IdTokenClaims, expected: Expected, nowSeconds: number) => boolean;
}

/**
 * The validation list of OpenID Connect Core, section 3.1.3.7, stricter where the specification leaves a choice:
 * we are the only audience, and authentication time and level are always there. openid-client checks parts of this
 * too; the list is ours so that no change of a library can loosen it.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
export const idTokenChecks: readonly Check[] = [
  { refused: 'wrong-issuer', holds: (claims, { issuer }) => claims.iss === issuer },
  { refused: 'wrong-audience', holds: (claims, { clientId }) => isOnlyAudience(claims.aud, clientId) },
  {
    refused: 'wrong-authorised-party',
    holds: (claims, { clientId }) => claims.azp === undefined || claims.azp === clientId,
  },
  { refused: 'wrong-nonce', holds: (claims, { nonce }) => claims.nonce === nonce },
  { refused: 'token-expired', holds: (claims, _, now) => claims.exp + clockToleranceSeconds > now },
  {
    refused: 'token-from-future',
    holds: (claims, _, now) =>
      Math.max(claims.iat, claims.nbf ?? 0, claims.auth_time) - clockToleranceSeconds <= now,
  },
  {
    refused: 'stale-authentication',
    holds: (claims, { authenticatedAfter = 0 }) =>
      (claims.auth_time + clockToleranceSeconds) * 1000 >= authenticatedAfter,
  },
  {
    refused: 'low-acr',
    holds: (claims, { levelClaim, acceptedLevels }) =>
      acceptedLevels.some((level) => level === claims[levelClaim]),
  },
];

/** The claims of an ID token, if every check holds. */
export async function checkIdToken(
  token: string,
  keys: JWTVerifyGetKey,
  expected: Expected,
  now: EpochMs,
): Promise<{ readonly claims: IdTokenClaims } | TokenRefused> {
  const signed = await readSigned(token, keys, ['jwt']);
  return isRefused(signed) ? signed : checkIdTokenClaims(signed.claims, expected, now);
}

export function checkIdTokenClaims(
  claims: Claims,
  expected: Expected,
  now: EpochMs,
): { readonly claims: IdTokenClaims } | TokenRefused {
  const parsed = IdTokenClaims.safeParse(claims);
  if (!parsed.success) return refuse('incomplete-token');
  const broken = idTokenChecks.find(({ holds }) => !holds(parsed.data, expected, now / 1000));
  return broken ? refuse(broken.refused) : { claims: parsed.data };
}

export function isOnlyAudience(audience: string | readonly string[], clientId: string): boolean {
  return typeof audience === 'string'
    ? audience === clientId
    : audience.length === 1 && audience[0] === clientId;
}
