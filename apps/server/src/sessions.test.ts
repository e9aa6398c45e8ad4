import { randomUUID } from 'node:crypto';
import { getSession, savePreferences, setSharedDevice, signOut } from '@skute/access/contract';
import { getToday } from '@skute/treatment/contract';
import { type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
let now = Date.now();
beforeAll(async () => {
  server = await testServer({ clock: () => now });
}, 60_000);
afterAll(() => server.stop());

const minute = 60_000;

describe('a session', () => {
  test('of a patient ends after thirty idle minutes, and not while it is used', async () => {
    const ola = await server.as('ola');
    for (let turn = 0; turn < 3; turn += 1) {
      now += 29 * minute;
      expect((await ola.call(getSession)).status).toBe(200);
    }
    now += 31 * minute;
    expect((await ola.call(getSession)).status).toBe(401);
    expect((await ola.call(getToday)).status).toBe(401);
  });

  test('of a clinician ends after fifteen idle minutes, one on a shared device after ten', async () => {
    const [ingrid, amina] = [await server.as('ingrid'), await server.as('amina', { sharedDevice: true })];
    now += 11 * minute;
    expect([(await ingrid.call(getSession)).status, (await amina.call(getSession)).status]).toEqual([
      200, 401,
    ]);
    now += 16 * minute;
    expect((await ingrid.call(getSession)).status).toBe(401);
  });

  test('ends after twelve hours, used or not', async () => {
    const ingrid = await server.as('ingrid');
    for (let hours = 0; hours < 12; hours += 0.2) {
      now += 12 * minute;
      await ingrid.call(getSession);
    }
    now += minute;
    expect((await ingrid.call(getSession)).status).toBe(401);
  });

  test('that has signed out is over at once, for every request', async () => {
    const ola = await server.as('ola');
    const ended = await ola.call(signOut);
    expect(ended.status).toBe(200);
    expect(ended.headers.get('set-cookie')).toMatch(/^__Host-skute=; .*Max-Age=0/);
    for (const route of [getSession, getToday, savePreferences, signOut]) {
      expect((await ola.call(route)).status, route.name).toBe(401);
    }
  });

  test('gets a new secret when the device becomes shared; the old cookie is worth nothing', async () => {
    const ola = await server.as('ola');
    const shared = await ola.call(setSharedDevice, { body: { shared: true } });
    const cookie = shared.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-skute=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await ola.call(getSession)).status).toBe(401);
    const again = await server.nobody.ask('GET', '/api/session', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect(again.body).toMatchObject({ sharedDevice: true });
  });

  test('ends when the browser that has it sets out to sign in again', async () => {
    const ola = await server.as('ola');
    await server.nobody.ask('GET', '/login/patient', { headers: { cookie: `__Host-skute=${ola.cookie}x` } });
    expect((await ola.call(getSession)).status).toBe(200);
    await ola.ask('GET', '/login/patient');
    expect((await ola.call(getSession)).status).toBe(401);
  });

  test('that ended meanwhile gets no new secret', async () => {
    const ola = await server.as('ola');
    const actor = await server.app.sessions.recognise(ola.cookie, now);
    if (!actor) throw new Error('not signed in');
    await server.app.sessions.end(actor, now);
    expect(await server.app.sessions.rotate(actor, true)).toBeUndefined();
  });

  test('of one organisation is nothing in another', async () => {
    const ola = await server.as('ola');
    const elsa = await server.as('elsa');
    const [, secret] = ola.cookie.split('.');
    const forged = `__Host-skute=${elsa.tenantId}.${secret}`;
    expect((await server.nobody.ask('GET', '/api/session', { headers: { cookie: forged } })).status).toBe(
      401,
    );
  });

  test('keeps the person’s language, size and theme', async () => {
    const ola = await server.as('ola');
    const wanted = { language: 'nn', textSize: 'lg', theme: 'dark', welcomed: true };
    expect((await ola.call(savePreferences, { body: wanted })).status).toBe(200);
    expect((await ola.call(getSession)).body).toMatchObject({ preferences: wanted });
  });
});

describe('a write', () => {
  test('from another site is refused, whatever its form', async () => {
    const ola = await server.as('ola');
    const attempts: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'x-skute': '' },
    ];
    for (const headers of attempts) {
      const answered = await ola.ask('PUT', '/api/session/preferences', {
        body: { language: 'nb', textSize: 'md', theme: 'auto', welcomed: true },
        headers: { ...headers, 'idempotency-key': randomUUID() },
      });
      expect(answered.status, JSON.stringify(headers)).toBe(403);
    }
  });
});

describe('every answer', () => {
  test('carries the headers that keep a browser safe', async () => {
    for (const path of ['/api/session', '/healthz', '/nowhere.txt', '/api/nowhere', '/openapi.json']) {
      const { headers } = await server.nobody.ask('GET', path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });
});
