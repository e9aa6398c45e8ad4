import { createHttp, registerDeclared } from '@skute/platform/http';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LoginLimit, limitLogins, readLoginLimit, usualLoginLimit } from './login-limit.ts';

const declared = { policy: 'public', audit: 'none', idempotency: 'natural', schemas: 'a test' } as const;

let http: FastifyInstance;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(async () => {
  vi.useRealTimers();
  await http?.close();
});

test('an address that has begun its logins of a minute waits, and is told how long', async () => {
  await serveWith({ perMinute: 3 });
  expect(await statuses('/login/patient', 4)).toEqual([200, 200, 200, 429]);
  vi.advanceTimersByTime(20_000);
  const refused = await ask('/login/patient');
  expect(refused.headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/),
    'retry-after': '40',
    'cache-control': 'no-store',
  });
  expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-logins' });
  vi.advanceTimersByTime(40_000);
  expect(await statuses('/login/patient', 1)).toEqual([200]);
});

test('coming back is counted by itself, so that whoever was let out is let in', async () => {
  await serveWith({ perMinute: 2 });
  expect(await statuses('/login/patient', 3)).toEqual([200, 200, 429]);
  expect(await statuses('/login/patient/callback', 3)).toEqual([200, 200, 429]);
});

test('nothing else is counted: signing out, by a person or by the provider, is always possible', async () => {
  await serveWith({ perMinute: 1 });
  await statuses('/login/patient', 2);
  expect(await statuses('/login/patient/signed-out', 3)).toEqual([200, 200, 200]);
});

test('another address has its own count; a network of IPv6 has one together', async () => {
  await serveWith({ perMinute: 1 });
  expect(await statuses('/login/patient', 2, '192.0.2.1')).toEqual([200, 429]);
  expect(await statuses('/login/patient', 1, '192.0.2.2')).toEqual([200]);
  expect(await statuses('/login/patient', 1, '2001:db8:1:1::a')).toEqual([200]);
  expect(await statuses('/login/patient', 1, '2001:db8:1:1::b')).toEqual([429]);
});

test('what a browser says of itself is not believed; what our own proxy says is', async () => {
  await serveWith({ perMinute: 1 });
  expect(await from('192.0.2.1', '198.51.100.1')).toBe(200);
  expect(await from('192.0.2.1', '198.51.100.2')).toBe(429);
  await http.close();
  await serveWith({ perMinute: 1, trustedProxies: ['10.0.0.0/8'] });
  expect(await from('10.1.2.3', '198.51.100.1')).toBe(200);
  expect(await from('10.1.2.3', '198.51.100.2')).toBe(200);
  // The first of the list is what the browser claims; the last is what the proxy saw.
  expect(await from('10.1.2.3', '198.51.100.9, 198.51.100.2')).toBe(429);
});

test('0 is no limit', async () => {
  await serveWith({ perMinute: 0 });
  expect(new Set(await statuses('/login/patient', 50))).toEqual(new Set([200]));
});

test('the settings are read, and a wrong one is named', () => {
  expect(readLoginLimit({})).toEqual(usualLoginLimit);
  expect(readLoginLimit({ LOGIN_LIMIT: '20', TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7' })).toEqual({
    perMinute: 20,
    trustedProxies: ['10.0.0.0/8', '192.0.2.7'],
  });
  expect(() => readLoginLimit({ LOGIN_LIMIT: 'many' })).toThrow('LOGIN_LIMIT');
  expect(() => readLoginLimit({ TRUSTED_PROXIES: 'our proxy' })).toThrow('TRUSTED_PROXIES');
});

async function serveWith(limit: Partial<LoginLimit>): Promise<void> {
  http = await createHttp({ logLevel: 'silent' });
  await registerDeclared(http, declared, async (scope) => {
    await limitLogins(scope, { ...usualLoginLimit, ...limit });
    for (const place of ['', '/callback', '/signed-out'])
      scope.get(`/login/:provider${place}`, async () => 'let through');
  });
}

function ask(url: string, remoteAddress = '192.0.2.1', headers = {}) {
  return http.inject({ url, remoteAddress, headers });
}

async function statuses(url: string, times: number, address?: string): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) all.push((await ask(url, address)).statusCode);
  return all;
}

async function from(address: string, forwardedFor: string): Promise<number> {
  return (await ask('/login/patient', address, { 'x-forwarded-for': forwardedFor })).statusCode;
}
