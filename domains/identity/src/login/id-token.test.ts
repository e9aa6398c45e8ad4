import { describe, expect, test } from 'vitest';
import { checkIdTokenClaims, idTokenChecks } from './id-token.ts';

const now = Date.parse('2026-03-09T08:00:00Z');
const seconds = now / 1000;

const expected = {
  issuer: 'https://idporten.example',
  clientId: 'skute',
  nonce: 'n-1',
  levelClaim: 'acr',
  acceptedLevels: ['idporten-loa-high'],
  authenticatedAfter: now - 120_000,
};

const right = {
  iss: 'https://idporten.example',
  sub: 'kari',
  aud: 'skute',
  nonce: 'n-1',
  iat: seconds,
  exp: seconds + 120,
  auth_time: seconds - 30,
  acr: 'idporten-loa-high',
};

test('the right claims are believed', () => {
  expect(checkIdTokenClaims(right, expected, now)).toMatchObject({ claims: { sub: 'kari' } });
});

test('so is an audience given as a list of one', () => {
  expect(checkIdTokenClaims({ ...right, aud: ['skute'] }, expected, now)).toHaveProperty('claims');
});

test.each([
  { what: 'expired 59 s ago', claims: { exp: seconds - 59 }, refused: undefined },
  { what: 'expired 60 s ago', claims: { exp: seconds - 60 }, refused: 'token-expired' },
  { what: 'issued in 60 s', claims: { iat: seconds + 60 }, refused: undefined },
  { what: 'issued in 61 s', claims: { iat: seconds + 61 }, refused: 'token-from-future' },
  { what: 'valid from in 61 s', claims: { nbf: seconds + 61 }, refused: 'token-from-future' },
  { what: 'authenticated 180 s ago', claims: { auth_time: seconds - 180 }, refused: undefined },
  { what: 'authenticated 181 s ago', claims: { auth_time: seconds - 181 }, refused: 'stale-authentication' },
])('clocks may differ by a minute: $what → $refused', ({ claims, refused }) => {
  const outcome = checkIdTokenClaims({ ...right, ...claims }, expected, now);
  expect('refused' in outcome ? outcome.refused : undefined).toBe(refused);
});

/** For each check a token that it alone keeps out. */
const onlyCaughtBy: Record<string, object> = {
  'wrong-issuer': { iss: 'https://idporten.example/' },
  'wrong-audience': { aud: ['skute', 'other'] },
  'wrong-authorised-party': { azp: 'other' },
  'wrong-nonce': { nonce: 'n-2' },
  'token-expired': { exp: seconds - 600 },
  'token-from-future': { iat: seconds + 600 },
  'stale-authentication': { auth_time: seconds - 600 },
  'low-acr': { acr: 'idporten-loa-substantial' },
};

describe('planted bug: without one check its attack gets in', () => {
  test.each(idTokenChecks)('$refused', (check) => {
    const claims = { ...right, ...onlyCaughtBy[check.refused] };
    expect(checkIdTokenClaims(claims, expected, now)).toEqual({ refused: check.refused });
    const others = idTokenChecks.filter((one) => one !== check);
    expect(others.every(({ holds }) => holds(claims, expected, seconds))).toBe(true);
  });

  test('there is an attack for each check', () => {
    expect(idTokenChecks.map(({ refused }) => refused)).toEqual(Object.keys(onlyCaughtBy));
  });
});
