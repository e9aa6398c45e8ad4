import type { EpochMs } from '@skute/platform/time';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { isOnlyAudience } from './id-token.ts';
import { isRefused, refuse, type TokenRefusal, type TokenRefused } from './refusals.ts';
import { type Claims, clockToleranceSeconds, readSigned } from './signed-token.ts';

/** A logout token is made in the moment it is sent; we also have to remember its id for as long as we believe it. */
export const logoutTokenMinutes = 10;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const seconds = z.number().int().nonnegative();

/** https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken */
const LogoutTokenClaims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: seconds,
  exp: seconds,
  jti: z.string().min(1).max(255),
  sub: z.string().min(1).max(255).optional(),
  sid: z.string().min(1).max(255).optional(),
});
type LogoutTokenClaims = z.output<typeof LogoutTokenClaims>;

interface Expected {
  readonly issuer: string;
  readonly clientId: string;
}

interface Check {
  readonly refused: TokenRefusal;
  readonly holds: (claims: LogoutTokenClaims, expected: Expected, nowSeconds: number) => boolean;
}

/** https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation */
export const logoutTokenChecks: readonly Check[] = [
  { refused: 'wrong-issuer', holds: (claims, { issuer }) => claims.iss === issuer },
  { refused: 'wrong-audience', holds: (claims, { clientId }) => isOnlyAudience(claims.aud, clientId) },
  { refused: 'token-expired', holds: (claims, _, now) => claims.exp + clockToleranceSeconds > now },
  { refused: 'token-from-future', holds: (claims, _, now) => claims.iat - clockToleranceSeconds <= now },
  { refused: 'token-too-old', holds: (claims, _, now) => claims.iat + logoutTokenMinutes * 60 >= now },
  { refused: 'not-a-logout', holds: (claims) => namesLogout(claims.events) },
  // A nonce would make it an ID token. It is there or not; its value does not matter.
  { refused: 'not-a-logout', holds: (claims) => !('nonce' in claims) },
  { refused: 'incomplete-token', holds: (claims) => claims.sid !== undefined || claims.sub !== undefined },
];

/** What the provider says has ended: one of its sessions, or everything of a subject. */
export interface EndedAtProvider {
  readonly issuer: string;
  readonly sid?: string;
  readonly subject?: string;
}

export async function checkLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  expected: Expected,
  now: EpochMs,
): Promise<{ readonly ended: EndedAtProvider; readonly tokenId: string } | TokenRefused> {
  const signed = await readSigned(token, keys, ['jwt', 'logout+jwt']);
  return isRefused(signed) ? signed : checkLogoutTokenClaims(signed.claims, expected, now);
}

export function checkLogoutTokenClaims(
  claims: Claims,
  expected: Expected,
  now: EpochMs,
): { readonly ended: EndedAtProvider; readonly tokenId: string } | TokenRefused {
  const parsed = LogoutTokenClaims.safeParse(claims);
  if (!parsed.success) return refuse('incomplete-token');
  const broken = logoutTokenChecks.find(({ holds }) => !holds(parsed.data, expected, now / 1000));
  if (broken) return refuse(broken.refused);
  const { iss: issuer, sid, sub: subject, jti: tokenId } = parsed.data;
  return { ended: { issuer, ...(sid && { sid }), ...(subject && { subject }) }, tokenId };
}

function namesLogout(events: unknown): boolean {
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject(events) && Object.hasOwn(events, logoutEvent) && isObject((events as Claims)[logoutEvent]);
}
