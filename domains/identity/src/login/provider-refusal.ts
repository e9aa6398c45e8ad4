import * as client from 'openid-client';
import { type LoginRefusal, type LoginRefused, refuse } from './refusals.ts';
import { isFetchFailure } from './signed-token.ts';

/** Error codes that a provider may answer with; anything else it says is not repeated, not even in our log. */
const errorCodes = new Set([
  // https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2.1 and #section-5.2
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  // https://openid.net/specs/openid-connect-core-1_0.html#AuthError
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'login_required',
  // https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html
  'unmet_authentication_requirements',
  // https://www.rfc-editor.org/rfc/rfc9449.html#section-5
  'invalid_dpop_proof',
  'use_dpop_nonce',
]);

/** Claims that openid-client compares before our own checks run. */
const claimRefusals: Readonly<Record<string, LoginRefusal>> = {
  iss: 'wrong-issuer',
  aud: 'wrong-audience',
  azp: 'wrong-authorised-party',
  nonce: 'wrong-nonce',
  exp: 'token-expired',
  nbf: 'token-from-future',
  auth_time: 'stale-authentication',
};

/** What a failure of openid-client means to the one who asked. A fault of our own is thrown on. */
export function providerRefusal(error: unknown): LoginRefused {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    return providerSaidNo(error.error);
  }
  if (isFetchFailure(error)) return refuse('provider-unreachable');
  if (!(error instanceof client.ClientError)) throw error;
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return refuse('provider-unreachable');
  const found = detailOf(error);
  if (
    error.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' ||
    error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'
  ) {
    return refuse(claimRefusals[found.claim ?? ''] ?? 'incomplete-token');
  }
  if (error.code !== 'OAUTH_INVALID_RESPONSE') return refuse('provider-answered-wrong');
  if (found.header) return refuse('bad-algorithm');
  if (found.claims) return refuse(found.claims.nonce === undefined ? 'wrong-nonce' : 'incomplete-token');
  return refuse('provider-answered-wrong');
}

export function providerSaidNo(code: string | null): LoginRefused {
  return { refused: 'provider-said-no', said: code !== null && errorCodes.has(code) ? code : 'other' };
}

interface Detail {
  readonly claim?: string;
  readonly header?: object;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** openid-client wraps the error of oauth4webapi, whose `cause` says what was compared. */
function detailOf(error: Error): Detail {
  const inner = error.cause instanceof Error ? error.cause.cause : undefined;
  return typeof inner === 'object' && inner !== null ? (inner as Detail) : {};
}
