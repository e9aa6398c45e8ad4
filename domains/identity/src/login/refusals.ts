import type { Device } from './provider.ts';
import type { SameOriginPath } from './same-origin-path.ts';

/** Why nobody was let in. Stable words for the log; screens use the few groups of `page-texts.ts`. */
export type LoginRefusal =
  // Before the provider has been asked.
  | 'unknown-provider'
  | 'bad-return-address'
  | 'provider-unreachable'
  | 'provider-answered-wrong'
  | 'wrong-issuer-in-metadata'
  | 'par-unsupported'
  | 'pkce-unsupported'
  // When the browser comes back.
  | 'no-login-started'
  | 'login-expired'
  | 'state-mismatch'
  | 'wrong-issuer-in-response'
  | 'code-replayed'
  | 'provider-said-no'
  | 'dpop-downgraded'
  | TokenRefusal;

/** Why a token of the provider isn't believed. */
export type TokenRefusal =
  | 'bad-algorithm'
  | 'bad-signature'
  | 'bad-type'
  | 'incomplete-token'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-authorised-party'
  | 'wrong-nonce'
  | 'token-expired'
  | 'token-from-future'
  | 'token-too-old'
  | 'stale-authentication'
  | 'low-acr'
  | 'not-a-logout'
  | 'token-replayed'
  | 'provider-unreachable';

export interface LoginRefused {
  readonly refused: LoginRefusal;
  /** The provider's own error code, if it is one of the specification's: `access_denied`, `invalid_grant`, … */
  readonly said?: string;
  /** What the person wanted, so that the way in stays open. */
  readonly wanted?: { readonly to: SameOriginPath; readonly device: Device };
}

export interface TokenRefused {
  readonly refused: TokenRefusal;
}

export function refuse<R extends LoginRefusal>(refused: R): { readonly refused: R } {
  return { refused };
}

export function isRefused<T extends object>(value: T): value is Extract<T, { readonly refused: string }> {
  return 'refused' in value;
}
