/**
 * Attacks, as data. Each is one thing that an identity provider, or somebody between, does wrong.
 * `ported` names the module of the OpenID conformance suite whose case it is.
 * https://openid.net/certification/connect_rp_testing/
 */
import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { LoginRefusal } from '../refusals.ts';
import { type Claims, type HostileProvider, lacking, type Misbehaviour } from './hostile-provider.ts';
import type { TestKey } from './keys.ts';

export interface HostileCase {
  readonly attack: string;
  readonly refused: LoginRefusal;
  readonly misbehaves: Misbehaviour | ((otherKey: TestKey) => Misbehaviour);
  readonly device?: 'own' | 'shared';
  readonly ported?: string;
  /** Where even a relying party that checks nothing can't get a person out of it. */
  readonly harmless?: true;
}

const soon = (minutes: number) => (claims: Claims, name: string) => Number(claims[name]) + minutes * 60;

/** An ID token, rightly signed, with other claims. */
function claiming(change: (right: Claims) => Claims): Misbehaviour {
  return { idToken: (right, op) => op.sign({ ...right, ...change(right) }) };
}

function without(name: string): Misbehaviour {
  return { idToken: (right, op) => op.sign(lacking(right, name)) };
}

function advertising(...algorithms: string[]): Misbehaviour {
  return {
    metadata: (right) => ({ ...right, id_token_signing_alg_values_supported: ['RS256', ...algorithms] }),
  };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The public key as the shared secret: a verifier that lets the token choose its algorithm believes this. */
async function hmacWithPublicKey(right: Claims, op: HostileProvider, secret: 'pem' | 'jwk'): Promise<string> {
  const key = op.keys[0] as TestKey;
  const input = `${part({ alg: 'HS256', kid: key.kid, typ: 'JWT' })}.${part(right)}`;
  const bytes =
    secret === 'pem' ? await exportSPKI(key.publicKey) : JSON.stringify(await exportJWK(key.publicKey));
  return `${input}.${createHmac('sha256', bytes).update(input).digest('base64url')}`;
}

function unsigned(right: Claims, alg: string): string {
  return `${part({ alg, typ: 'JWT' })}.${part(right)}.`;
}

export const tokenAttacks: readonly HostileCase[] = [
  {
    attack: 'another issuer',
    refused: 'wrong-issuer',
    misbehaves: claiming(() => ({ iss: 'https://idporten.example' })),
    ported: 'oidcc-client-test-invalid-iss',
  },
  {
    attack: 'the issuer with a slash at the end',
    refused: 'wrong-issuer',
    misbehaves: claiming(({ iss }) => ({ iss: `${String(iss)}/` })),
  },
  {
    attack: 'another audience',
    refused: 'wrong-audience',
    misbehaves: claiming(() => ({ aud: 'somebody-else' })),
    ported: 'oidcc-client-test-invalid-aud',
  },
  {
    attack: 'a second audience',
    refused: 'wrong-audience',
    misbehaves: claiming(({ aud }) => ({ aud: [aud, 'somebody-else'] })),
    ported: 'fapi2-security-profile-client-test-invalid-secondary-aud',
  },
  {
    attack: 'a second audience, and us as authorised party',
    refused: 'wrong-audience',
    misbehaves: claiming(({ aud }) => ({ aud: [aud, 'somebody-else'], azp: aud })),
  },
  {
    attack: 'another authorised party',
    refused: 'wrong-authorised-party',
    misbehaves: claiming(() => ({ azp: 'somebody-else' })),
  },
  {
    attack: 'another nonce',
    refused: 'wrong-nonce',
    misbehaves: claiming(() => ({ nonce: 'of-another-login' })),
    ported: 'oidcc-client-test-nonce-invalid',
  },
  {
    attack: 'no nonce',
    refused: 'wrong-nonce',
    misbehaves: without('nonce'),
    ported: 'fapi2-security-profile-client-test-missing-nonce',
  },
  {
    attack: 'the right key id, another key',
    refused: 'bad-signature',
    misbehaves: (other) => ({ idToken: (right, op) => op.sign(right, {}, other) }),
  },
  {
    attack: 'a key that the provider does not publish',
    refused: 'bad-signature',
    misbehaves: (other) => ({ idToken: (right, op) => op.sign(right, { kid: 'unknown' }, other) }),
  },
  {
    attack: 'a key that the token brings along',
    refused: 'bad-signature',
    misbehaves: (other) => ({
      idToken: (right, op) => op.sign(right, { kid: 'mine', jwk: other.publicJwk }, other),
    }),
  },
  {
    attack: 'a key from an address that the token names',
    refused: 'bad-signature',
    misbehaves: (other) => ({
      idToken: (right, op) => op.sign(right, { kid: 'mine', jku: 'https://evil.example/jwks' }, other),
    }),
  },
  {
    attack: 'a signature of other claims',
    refused: 'bad-signature',
    misbehaves: {
      idToken: async (right, op) => {
        const [header, , signature] = (await op.sign(right)).split('.');
        return `${header}.${part({ ...right, pid: '01887054321' })}.${signature}`;
      },
    },
    ported: 'oidcc-client-test-invalid-sig-rs256',
  },
  {
    attack: 'the signature cut off',
    refused: 'bad-signature',
    misbehaves: {
      idToken: async (right, op) => `${(await op.sign(right)).split('.').slice(0, 2).join('.')}.`,
    },
  },
  ...['none', 'None', 'NONE'].map(
    (alg): HostileCase => ({
      attack: `no signature, \`alg\` ${alg}`,
      refused: 'bad-algorithm',
      misbehaves: { idToken: (right) => unsigned(right, alg) },
      ported: 'oidcc-client-test-idtoken-sig-none',
    }),
  ),
  {
    attack: 'no signature, and metadata that allow it',
    refused: 'bad-algorithm',
    misbehaves: { ...advertising('none'), idToken: (right) => unsigned(right, 'none') },
  },
  {
    attack: 'HS256 with the public key (PEM) as secret',
    refused: 'bad-algorithm',
    misbehaves: { idToken: (right, op) => hmacWithPublicKey(right, op, 'pem') },
    ported: 'oidcc-client-test-invalid-sig-hs256',
  },
  {
    attack: 'HS256 with the public key (JWK) as secret, and metadata that allow it',
    refused: 'bad-algorithm',
    misbehaves: { ...advertising('HS256'), idToken: (right, op) => hmacWithPublicKey(right, op, 'jwk') },
  },
  {
    attack: 'an algorithm that the provider does not say it uses',
    refused: 'bad-algorithm',
    misbehaves: {
      idToken: async (right, op) => {
        const { privateKey } = await generateKeyPair('ES256');
        return op.sign(right, { alg: 'ES256' }, { ...(op.keys[0] as TestKey), privateKey });
      },
    },
    ported: 'fapi2-security-profile-client-test-invalid-alternate-alg',
  },
  {
    attack: 'a critical header that nobody understands',
    refused: 'provider-answered-wrong',
    misbehaves: {
      idToken: (right, op) => {
        const { alg, kid, privateKey } = op.keys[0] as TestKey;
        const header = { alg, kid, crit: ['skute'], skute: 1 };
        return new SignJWT(right).setProtectedHeader(header).sign(privateKey, { crit: { skute: true } });
      },
    },
  },
  {
    attack: 'a logout token in place of an ID token',
    refused: 'bad-type',
    misbehaves: { idToken: (right, op) => op.sign(right, { typ: 'logout+jwt' }) },
  },
  {
    attack: 'an access token in place of an ID token',
    refused: 'bad-type',
    misbehaves: { idToken: (right, op) => op.sign(right, { typ: 'at+jwt' }) },
  },
  {
    attack: 'a token that has expired',
    refused: 'token-expired',
    misbehaves: claiming((right) => ({ exp: soon(-5)(right, 'iat'), iat: soon(-10)(right, 'iat') })),
    ported: 'fapi2-security-profile-client-test-invalid-expired-exp',
  },
  {
    attack: 'a token issued in the future',
    refused: 'token-from-future',
    misbehaves: claiming((right) => ({ iat: soon(5)(right, 'iat'), exp: soon(10)(right, 'iat') })),
  },
  {
    attack: 'a token that is not valid yet',
    refused: 'token-from-future',
    misbehaves: claiming((right) => ({ nbf: soon(5)(right, 'iat'), exp: soon(10)(right, 'iat') })),
  },
  {
    attack: 'an authentication in the future',
    refused: 'token-from-future',
    misbehaves: claiming((right) => ({ auth_time: soon(5)(right, 'iat') })),
  },
  {
    attack: 'an authentication before the login began, on a device that others use',
    refused: 'stale-authentication',
    device: 'shared',
    misbehaves: claiming((right) => ({ auth_time: soon(-5)(right, 'iat') })),
  },
  {
    attack: 'a lower level (MinID)',
    refused: 'low-acr',
    misbehaves: claiming(() => ({ acr: 'idporten-loa-substantial' })),
  },
  { attack: 'no level', refused: 'low-acr', misbehaves: without('acr') },
  {
    attack: 'a list of levels with the right one in it',
    refused: 'low-acr',
    misbehaves: claiming(() => ({ acr: ['idporten-loa-high'] })),
  },
  {
    attack: 'the right level with other text around it',
    refused: 'low-acr',
    misbehaves: claiming(() => ({ acr: 'not-idporten-loa-high' })),
  },
  {
    attack: 'no subject',
    refused: 'incomplete-token',
    misbehaves: without('sub'),
    ported: 'oidcc-client-test-missing-sub',
    harmless: true,
  },
  {
    attack: 'no issuer',
    refused: 'incomplete-token',
    misbehaves: without('iss'),
    ported: 'fapi2-security-profile-client-test-missing-iss',
  },
  {
    attack: 'no audience',
    refused: 'incomplete-token',
    misbehaves: without('aud'),
    ported: 'oidcc-client-test-missing-aud',
  },
  {
    attack: 'no time of issue',
    refused: 'incomplete-token',
    misbehaves: without('iat'),
    ported: 'oidcc-client-test-missing-iat',
  },
  {
    attack: 'no expiry',
    refused: 'incomplete-token',
    misbehaves: without('exp'),
    ported: 'fapi2-security-profile-client-test-missing-exp',
  },
  { attack: 'no time of authentication', refused: 'incomplete-token', misbehaves: without('auth_time') },
  {
    attack: 'a national number that is none',
    refused: 'incomplete-token',
    misbehaves: claiming(() => ({ pid: "1' or '1'='1" })),
  },
  {
    attack: 'two national numbers',
    refused: 'incomplete-token',
    misbehaves: claiming(() => ({ pid: ['01887012345', '01887054321'] })),
  },
  {
    attack: 'no ID token at all',
    refused: 'provider-answered-wrong',
    misbehaves: { tokenReply: (right) => lacking(right, 'id_token') },
    harmless: true,
  },
  {
    attack: 'something that is not a token',
    refused: 'provider-answered-wrong',
    misbehaves: { idToken: () => 'not-a-token' },
    harmless: true,
  },
];

/** Changes to the address the browser comes back with. */
export const answerAttacks: readonly HostileCase[] = [
  {
    attack: 'no state',
    refused: 'state-mismatch',
    misbehaves: { answer: (answer) => answer.delete('state') },
    ported:
      'fapi2-security-profile-client-test-ensure-authorization-response-with-invalid-missing-state-fails',
  },
  {
    attack: 'another state',
    refused: 'state-mismatch',
    misbehaves: { answer: (answer) => answer.set('state', 'of-another-login') },
    ported: 'fapi2-security-profile-client-test-ensure-authorization-response-with-invalid-state-fails',
  },
  {
    attack: 'the state twice',
    refused: 'state-mismatch',
    misbehaves: { answer: (answer) => answer.append('state', 'of-another-login') },
  },
  {
    attack: 'another provider in `iss` (mix-up)',
    refused: 'wrong-issuer-in-response',
    misbehaves: { answer: (answer) => answer.set('iss', 'https://idporten.example') },
    ported: 'fapi2-security-profile-client-test-invalid-authorization-response-iss',
  },
  {
    attack: 'no `iss` where the provider promises one',
    refused: 'wrong-issuer-in-response',
    misbehaves: { answer: (answer) => answer.delete('iss') },
    ported: 'fapi2-security-profile-client-test-remove-authorization-response-iss',
  },
  {
    attack: '`iss` twice',
    refused: 'wrong-issuer-in-response',
    misbehaves: { answer: (answer, op) => answer.append('iss', op.issuer) },
  },
  {
    attack: 'two codes',
    refused: 'provider-answered-wrong',
    misbehaves: { answer: (answer) => answer.append('code', 'another') },
  },
  {
    attack: 'a code and an error',
    refused: 'provider-said-no',
    misbehaves: { answer: (answer) => answer.set('error', 'access_denied') },
  },
  {
    attack: 'an ID token in the address',
    refused: 'provider-answered-wrong',
    misbehaves: { answer: (answer) => answer.set('id_token', 'a.b.c') },
  },
  {
    attack: 'a code of its own making',
    refused: 'provider-said-no',
    misbehaves: { answer: (answer) => answer.set('code', 'made-up') },
    harmless: true,
  },
];

/** What the provider publishes of itself; refused before the browser is sent anywhere. */
export const metadataAttacks: readonly HostileCase[] = [
  {
    attack: 'metadata of another issuer',
    refused: 'wrong-issuer-in-metadata',
    misbehaves: { metadata: (right) => ({ ...right, issuer: 'https://idporten.example' }) },
    ported: 'oidcc-client-test-discovery-issuer-mismatch',
  },
  {
    attack: 'metadata of the issuer with a slash at the end',
    refused: 'wrong-issuer-in-metadata',
    misbehaves: { metadata: (right) => ({ ...right, issuer: `${String(right.issuer)}/` }) },
  },
  {
    attack: 'no pushed authorization requests, where we require them',
    refused: 'par-unsupported',
    misbehaves: { metadata: (right) => lacking(right, 'pushed_authorization_request_endpoint') },
  },
  {
    attack: 'PKCE downgraded to plain',
    refused: 'pkce-unsupported',
    misbehaves: { metadata: (right) => ({ ...right, code_challenge_methods_supported: ['plain'] }) },
  },
  {
    attack: 'no PKCE',
    refused: 'pkce-unsupported',
    misbehaves: { metadata: (right) => lacking(right, 'code_challenge_methods_supported') },
  },
  {
    attack: 'no keys',
    refused: 'provider-answered-wrong',
    misbehaves: { metadata: (right) => lacking(right, 'jwks_uri') },
  },
];
