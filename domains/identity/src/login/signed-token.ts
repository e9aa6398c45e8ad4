import { compactVerify, errors, type JWTVerifyGetKey } from 'jose';
import { isRefused, refuse, type TokenRefused } from './refusals.ts';

/**
 * Signatures that only the holder of a private key can make. `none` and the HS family, where the provider's public key
 * could serve as the secret, are not among them.
 * https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1
 */
const signatureAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];

/** How far the provider's clock may be from ours. */
export const clockToleranceSeconds = 60;

export type Claims = Readonly<Record<string, unknown>>;

/**
 * The claims of a token that a key of the provider has signed. Nothing in them is believed yet.
 * `types` are the header types that the token may carry, so that one kind of token does not pass for another.
 */
export async function readSigned(
  token: string,
  keys: JWTVerifyGetKey,
  types: readonly string[],
): Promise<{ readonly claims: Claims } | TokenRefused> {
  const verified = await compactVerify(token, keys, { algorithms: signatureAlgorithms }).catch(
    signatureRefusal,
  );
  if (isRefused(verified)) return verified;
  const type = verified.protectedHeader.typ?.toLowerCase().replace(/^application\//, '') ?? 'jwt';
  if (!types.includes(type)) return refuse('bad-type');
  return readClaims(verified.payload);
}

function readClaims(payload: Uint8Array): { readonly claims: Claims } | TokenRefused {
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims))
      return { claims: claims as Claims };
  } catch {
    // Signed, but not JSON.
  }
  return refuse('incomplete-token');
}

function signatureRefusal(error: unknown): TokenRefused {
  if (error instanceof errors.JOSEAlgNotAllowed) return refuse('bad-algorithm');
  if (error instanceof errors.JWKSTimeout || isFetchFailure(error)) return refuse('provider-unreachable');
  if (error instanceof errors.JOSEError) return refuse('bad-signature');
  throw error;
}

/** `fetch` says every failure of the network with this one TypeError. */
export function isFetchFailure(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}
