import * as client from 'openid-client';
import { type Begun, beginLogin, type Wanted } from './begin-login.ts';
import { type Finished, finishLogin } from './finish-login.ts';
import type { LoginDeps, LoginParts } from './login-parts.ts';
import { checkLogoutToken, type EndedAtProvider, logoutTokenMinutes } from './logout-token.ts';
import { pendingMinutes } from './pending-login.ts';
import { type LoginProvider, signedOutPath } from './provider.ts';
import { createProviderDirectory, ourClient } from './provider-directory.ts';
import { isRefused, type LoginRefused, refuse } from './refusals.ts';
import { clockToleranceSeconds } from './signed-token.ts';
import { createSingleUse } from './single-use.ts';

export interface LoginConfig {
  /** How browsers reach us, without a slash at the end. Asked for late: a test server learns its port when it listens. */
  readonly origin: () => string;
  readonly providers: () => readonly LoginProvider[];
}

/** The relying party of OpenID Connect: everything between a person and an identity provider, and nothing of ours. */
export interface Login {
  provider(id: string): LoginProvider | undefined;
  begin(id: string, wanted: Wanted): Promise<Begun | LoginRefused>;
  finish(id: string, currentUrl: URL, loginCookie: string | undefined): Promise<Finished | LoginRefused>;
  /**
   * Does what a logout token says, once. `end` runs before the token counts as used: if it fails, the provider may
   * send the same token again.
   */
  endByProvider<T>(
    id: string,
    logoutToken: string,
    end: (ended: EndedAtProvider) => Promise<T>,
  ): Promise<{ readonly done: T } | LoginRefused>;
  /** Where the browser goes to sign out at the provider too; a page of ours where the provider has no such address. */
  signOutAt(id: string): Promise<string>;
}

export function createLogin(config: LoginConfig, deps: LoginDeps): Login {
  const keepMinutes = Math.max(pendingMinutes, logoutTokenMinutes) + (2 * clockToleranceSeconds) / 60;
  const parts: LoginParts = {
    ...deps,
    origin: config.origin,
    directory: createProviderDirectory(deps.now),
    used: createSingleUse(deps.now, keepMinutes * 60_000),
  };
  const provider = (id: string) => config.providers().find((one) => one.id === id);
  const unknown = refuse('unknown-provider');
  return {
    provider,
    async begin(id, wanted) {
      const found = provider(id);
      return found ? beginLogin(parts, found, wanted) : unknown;
    },
    async finish(id, currentUrl, loginCookie) {
      const found = provider(id);
      return found ? finishLogin(parts, found, currentUrl, loginCookie) : unknown;
    },
    async endByProvider(id, logoutToken, end) {
      const found = provider(id);
      return found ? endByProvider(parts, found, logoutToken, end) : unknown;
    },
    async signOutAt(id) {
      const found = provider(id);
      return found ? signOutAt(parts, found) : '/';
    },
  };
}

/** https://openid.net/specs/openid-connect-backchannel-1_0.html#BCActions */
async function endByProvider<T>(
  parts: LoginParts,
  provider: LoginProvider,
  logoutToken: string,
  end: (ended: EndedAtProvider) => Promise<T>,
): Promise<{ readonly done: T } | LoginRefused> {
  const known = await parts.directory(provider);
  if (isRefused(known)) return known;
  const checked = await checkLogoutToken(logoutToken, known.keys, provider, parts.now());
  if (isRefused(checked)) return checked;
  const token = `logout ${provider.id} ${checked.tokenId}`;
  if (!parts.used.claim(token)) return refuse('token-replayed');
  try {
    return { done: await end(checked.ended) };
  } catch (error) {
    parts.used.release(token);
    throw error;
  }
}

/**
 * Without `id_token_hint`: an ID token holds the identity number, and an address ends up in histories and logs on the way.
 * What it costs: a provider may ask whether the person means it, and HelseID then has no way back to us.
 * https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout
 */
async function signOutAt(parts: LoginParts, provider: LoginProvider): Promise<string> {
  const known = await parts.directory(provider);
  if (isRefused(known) || !known.metadata.end_session_endpoint) return signedOutPath(provider);
  const configuration = await ourClient(provider, known.metadata, parts.now);
  return client.buildEndSessionUrl(configuration, {
    client_id: provider.clientId,
    post_logout_redirect_uri: `${parts.origin()}${signedOutPath(provider)}`,
  }).href;
}
