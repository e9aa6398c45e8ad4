import type { Clock, EpochMs } from '@skute/platform/time';
import { createRemoteJWKSet, importJWK, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { isHttps, type LoginProvider } from './provider.ts';
import { providerRefusal } from './provider-refusal.ts';
import { isRefused, type LoginRefused, refuse } from './refusals.ts';
import { clockToleranceSeconds } from './signed-token.ts';

/** What the provider publishes of itself. */
export interface KnownProvider {
  readonly metadata: client.ServerMetadata;
  readonly keys: JWTVerifyGetKey;
}

export type ProviderDirectory = (provider: LoginProvider) => Promise<KnownProvider | LoginRefused>;

/** HelseID asks its clients to keep the metadata for a day, and to use no address that is not in it. */
const keptMs = 24 * 3_600_000;
const timeoutSeconds = 5;

/** Looks a provider up when it is first needed, so that we start, and let others in, while one is away. */
export function createProviderDirectory(now: Clock): ProviderDirectory {
  const held = new Map<string, { readonly at: EpochMs; readonly found: ReturnType<ProviderDirectory> }>();
  return async (provider) => {
    const name = `${provider.id} ${provider.issuer}`;
    const kept = held.get(name);
    if (kept && now() - kept.at < keptMs) return kept.found;
    const found = discover(provider);
    held.set(name, { at: now(), found });
    const isGood = await found.then((value) => !isRefused(value)).catch(() => false);
    if (!isGood) held.delete(name);
    return found;
  };
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
async function discover(provider: LoginProvider): Promise<KnownProvider | LoginRefused> {
  const found = await client
    .discovery(new URL(provider.issuer), provider.clientId, undefined, client.None(), {
      timeout: timeoutSeconds,
      execute: insecureOn(provider),
    })
    .catch(discoveryRefusal);
  if (isRefused(found)) return found;
  const metadata = found.serverMetadata();
  // The library compares addresses, where a slash at the end makes no difference; an issuer is compared letter by letter.
  if (metadata.issuer !== provider.issuer) return refuse('wrong-issuer-in-metadata');
  // Without S256 a code that somebody else got hold of could be used here: https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.1
  if (!metadata.code_challenge_methods_supported?.includes('S256')) return refuse('pkce-unsupported');
  const keysAt = URL.parse(metadata.jwks_uri ?? '');
  if (!keysAt || !(isHttps(keysAt.href) || provider.allowInsecure)) return refuse('provider-answered-wrong');
  return { metadata, keys: remoteKeys(keysAt) };
}

/**
 * A key that is not known yet is fetched at once, but not more often than the cooldown says: the back-channel can be
 * called by anybody with tokens that name any key.
 */
function remoteKeys(keysAt: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(keysAt, {
    cacheMaxAge: 3_600_000,
    cooldownDuration: 5_000,
    timeoutDuration: 3_000,
  });
}

/** Ourselves towards the provider, for one request. Made anew so that assertions carry our clock's time. */
export async function ourClient(
  provider: LoginProvider,
  metadata: client.ServerMetadata,
  now: Clock,
): Promise<client.Configuration> {
  const jwk = provider.privateKeyJwk;
  const key = (await importJWK(jwk, jwk.alg)) as CryptoKey;
  const configuration = new client.Configuration(
    metadata,
    provider.clientId,
    {
      [client.clockSkew]: Math.round((now() - Date.now()) / 1000),
      [client.clockTolerance]: clockToleranceSeconds,
    },
    client.PrivateKeyJwt({ key, kid: jwk.kid }),
  );
  configuration.timeout = timeoutSeconds;
  for (const allow of insecureOn(provider)) allow(configuration);
  return configuration;
}

/** http is for the machine itself only; `LoginProvider` has seen to that. */
function insecureOn(provider: LoginProvider): ((configuration: client.Configuration) => void)[] {
  return provider.allowInsecure ? [client.allowInsecureRequests] : [];
}

function discoveryRefusal(error: unknown): LoginRefused {
  const isOther =
    error instanceof client.ClientError && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
  return isOther ? refuse('wrong-issuer-in-metadata') : providerRefusal(error);
}
