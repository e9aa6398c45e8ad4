import { expect, test } from 'vitest';
import { readPersonClaims } from './claim-names.ts';
import { LoginProvider, LoginProviders } from './provider.ts';

const privateKeyJwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd', kid: 'our-key' };
const settings = {
  id: 'clinician',
  kind: 'clinician',
  issuer: 'https://helseid-sts.nhn.no',
  clientId: 'skute',
  privateKeyJwk,
  acceptedAcr: ['4'],
  claims: 'helse-id',
};

test('what an operator leaves out is the careful choice', () => {
  expect(LoginProvider.parse(settings)).toMatchObject({
    par: 'if-supported',
    dpop: false,
    allowInsecure: false,
    country: 'NO',
    privateKeyJwk: { alg: 'ES256' },
  });
});

test.each([
  { fault: 'no level is accepted', change: { acceptedAcr: [] } },
  { fault: 'http', change: { issuer: 'http://helseid-sts.nhn.no' } },
  {
    fault: 'http to another machine, although allowed',
    change: { issuer: 'http://10.0.0.1', allowInsecure: true },
  },
  {
    fault: 'http to a name that only looks local',
    change: { issuer: 'http://localhost.evil.example', allowInsecure: true },
  },
  { fault: 'http to this machine, not allowed', change: { issuer: 'http://localhost:3000/idp' } },
  { fault: 'a key without a name', change: { privateKeyJwk: { ...privateKeyJwk, kid: undefined } } },
  { fault: 'a public key', change: { privateKeyJwk: { ...privateKeyJwk, d: undefined } } },
  { fault: 'a shared secret', change: { privateKeyJwk: { kty: 'oct', k: 'secret', kid: 'x' } } },
  { fault: 'a name that is no part of an address', change: { id: '../api' } },
  { fault: 'an unknown setting', change: { skipIssuerCheck: true } },
])('refused: $fault', ({ change }) => {
  expect(LoginProvider.safeParse({ ...settings, ...change }).success).toBe(false);
});

test('two providers can’t have the same id', () => {
  expect(LoginProviders.safeParse([settings, settings]).success).toBe(false);
});

test.each(['http://localhost:3000/idp', 'http://127.0.0.1:3000/idp', 'http://[::1]:3000/idp'])(
  'http is believed for this machine: %s',
  (issuer) => {
    expect(LoginProvider.safeParse({ ...settings, issuer, allowInsecure: true }).success).toBe(true);
  },
);

test('HelseID’s claims are read by their long names, lists of one included (H05)', () => {
  const claims = {
    'helseid://claims/identity/pid': '13887012345',
    'helseid://claims/hpr/hpr_number': ['431001110'],
    'helseid://claims/client/claims/orgnr_parent': '912159523',
    'helseid://claims/client/claims/orgnr_child': 922734046,
    pid: '99999999999',
  };
  expect(readPersonClaims('helse-id', claims)).toEqual({
    nationalNumber: '13887012345',
    hprNumber: '431001110',
    organisationNumber: '912159523',
    unitNumber: '922734046',
  });
});

test('SITHS’ claims are read', () => {
  const claims = {
    personalIdentityNumber: '191212121212',
    employeeHsaId: 'SE2321000016-1003',
    healthCareUnitHsaId: 'SE2321000016-1002',
    healthCareProviderHsaId: 'SE2321000016-1001',
  };
  expect(readPersonClaims('siths', claims)).toEqual({
    nationalNumber: '191212121212',
    hsaId: 'SE2321000016-1003',
    unitNumber: 'SE2321000016-1002',
    organisationNumber: 'SE2321000016-1001',
  });
});

test.each([
  { pid: '123' },
  { pid: 1887012345 },
  { pid: { $ne: '' } },
  { pid: ['01887012345', '01887054321'] },
])('a claim of another form is not read: %j', (claims) => {
  expect(readPersonClaims('id-porten', claims)).toBeUndefined();
});
