import * as client from 'openid-client';
import { afterEach, expect, test, vi } from 'vitest';
import { LoginProvider } from './provider.ts';
import { createProviderDirectory, ourClient } from './provider-directory.ts';
import { isRefused } from './refusals.ts';
import { aKey } from './testing/keys.ts';

const issuer = 'https://idporten.example';
const right = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  pushed_authorization_request_endpoint: `${issuer}/par`,
  jwks_uri: `${issuer}/jwks`,
  code_challenge_methods_supported: ['S256'],
};
const provider = LoginProvider.parse({
  id: 'patient',
  kind: 'patient',
  issuer,
  clientId: 'skute',
  privateKeyJwk: (await aKey('ES256', 'our-key')).privateJwk,
  acceptedAcr: ['idporten-loa-high'],
  claims: 'id-porten',
});

afterEach(() => vi.unstubAllGlobals());

test('a provider on https is found', async () => {
  expect(await lookUp({})).toMatchObject({ metadata: { issuer } });
});

test('keys that would come without TLS are not fetched', async () => {
  expect(await lookUp({ jwks_uri: 'http://idporten.example/jwks' })).toEqual({
    refused: 'provider-answered-wrong',
  });
});

test('nothing is pushed without TLS', async () => {
  const found = await lookUp({ pushed_authorization_request_endpoint: 'http://idporten.example/par' });
  if (isRefused(found)) throw new Error(found.refused);
  const ours = await ourClient(provider, found.metadata, Date.now);
  await expect(client.buildAuthorizationUrlWithPAR(ours, { scope: 'openid' })).rejects.toThrow(
    'only requests to HTTPS',
  );
});

/** The directory, in a world in which the provider publishes this. */
function lookUp(change: object) {
  const published = JSON.stringify({ ...right, ...change });
  vi.stubGlobal(
    'fetch',
    async () => new Response(published, { headers: { 'content-type': 'application/json' } }),
  );
  return createProviderDirectory(Date.now)(provider);
}
