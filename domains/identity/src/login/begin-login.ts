import * as client from 'openid-client';
import type { LoginParts } from './login-parts.ts';
import { sealPending } from './pending-login.ts';
import { callbackPath, type Device, type LoginProvider } from './provider.ts';
import { ourClient } from './provider-directory.ts';
import { providerRefusal } from './provider-refusal.ts';
import { isRefused, type LoginRefused, refuse } from './refusals.ts';
import type { SameOriginPath } from './same-origin-path.ts';

export interface Wanted {
  readonly to: SameOriginPath;
  readonly device: Device;
  /** The language that the provider's pages should have. */
  readonly language?: string;
}

export interface Begun {
  /** The provider's login page. */
  readonly redirectTo: string;
  /** The value of the login cookie. */
  readonly cookie: string;
}

/** Leaves for the provider with fresh secrets that only this browser carries. */
export async function beginLogin(
  parts: LoginParts,
  provider: LoginProvider,
  wanted: Wanted,
): Promise<Begun | LoginRefused> {
  const known = await parts.directory(provider);
  if (isRefused(known)) return { ...known, wanted };
  const canPush = known.metadata.pushed_authorization_request_endpoint !== undefined;
  if (provider.par === 'required' && !canPush) return { ...refuse('par-unsupported'), wanted };

  const secrets = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const asked = await authorizationRequest(parts, provider, wanted, secrets);
  const configuration = await ourClient(provider, known.metadata, parts.now);
  const redirectTo = await (canPush && provider.par !== 'never'
    ? client.buildAuthorizationUrlWithPAR(configuration, asked).catch(providerRefusal)
    : client.buildAuthorizationUrl(configuration, asked));
  if (isRefused(redirectTo)) return { ...redirectTo, wanted };

  const { to, device } = wanted;
  const pending = { provider: provider.id, to, device, startedAt: parts.now(), ...secrets };
  return { redirectTo: redirectTo.href, cookie: await sealPending(parts.seal, pending) };
}

/** https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest */
async function authorizationRequest(
  parts: LoginParts,
  provider: LoginProvider,
  wanted: Wanted,
  secrets: { readonly state: string; readonly nonce: string; readonly verifier: string },
): Promise<Record<string, string>> {
  return {
    redirect_uri: `${parts.origin()}${callbackPath(provider)}`,
    scope: provider.scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(provider.acrValues && { acr_values: provider.acrValues }),
    ...(provider.maxAgeSeconds && { max_age: String(provider.maxAgeSeconds) }),
    ...(provider.authorizationDetails && {
      authorization_details: JSON.stringify(provider.authorizationDetails),
    }),
    ...(wanted.language && { ui_locales: wanted.language }),
    // On a device that others use, the one before may still be signed in at the provider.
    ...(wanted.device === 'shared' && { prompt: 'login' }),
  };
}
