import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Our own server as a client of the test provider: one login for patients, one for clinicians. */
export interface TestClient {
  readonly id: 'patient' | 'clinician';
  readonly clientId: string;
  readonly privateKeyJwk: JWK;
  readonly publicKeyJwk: JWK;
}

export async function aTestClient(id: TestClient['id']): Promise<TestClient> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const naming = { alg: 'ES256', use: 'sig', kid: randomUUID() };
  return {
    id,
    clientId: `skute-${id}`,
    privateKeyJwk: { ...(await exportJWK(privateKey)), ...naming },
    publicKeyJwk: { ...(await exportJWK(publicKey)), ...naming },
  };
}

const helseIdScope = [
  'openid',
  'helseid://scopes/identity/pid',
  'helseid://scopes/identity/security_level',
  'helseid://scopes/hpr/hpr_number',
].join(' ');

/** What the relying party has to know; the same form as an operator's list of real providers. */
export function loginSettings(client: TestClient, issuer: string): Readonly<Record<string, unknown>> {
  const common = {
    id: client.id,
    kind: client.id,
    issuer,
    clientId: client.clientId,
    privateKeyJwk: client.privateKeyJwk,
    par: 'required',
    allowInsecure: issuer.startsWith('http:'),
  };
  return client.id === 'patient'
    ? { ...common, acrValues: 'idporten-loa-high', acceptedAcr: ['idporten-loa-high'], claims: 'id-porten' }
    : {
        ...common,
        scope: helseIdScope,
        acrValues: 'Level4',
        acceptedAcr: ['4'],
        dpop: true,
        claims: 'helse-id',
      };
}

/** The client as the provider has it on its list. */
export function clientMetadata(client: TestClient, origin: string): Readonly<Record<string, unknown>> {
  const isClinician = client.id === 'clinician';
  return {
    client_id: client.clientId,
    redirect_uris: [`${origin}/login/${client.id}/callback`],
    post_logout_redirect_uris: [`${origin}/login/${client.id}/signed-out`],
    backchannel_logout_uri: `${origin}/login/${client.id}/back-channel`,
    backchannel_logout_session_required: true,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [client.publicKeyJwk] },
    require_pushed_authorization_requests: true,
    require_auth_time: true,
    dpop_bound_access_tokens: isClinician,
    id_token_signed_response_alg: isClinician ? 'ES256' : 'RS256',
    ...(isClinician && { scope: helseIdScope }),
  };
}

export const helseIdScopes = helseIdScope.split(' ').slice(1);
