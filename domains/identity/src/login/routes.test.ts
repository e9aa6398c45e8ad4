import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RefusedLogin } from './failure.ts';
import type { EndedAtProvider } from './logout-token.ts';
import { type LoginRouteDeps, loginRoutes } from './routes.ts';
import { aWorld, type World } from './testing/world.ts';

let world: World;
let app: FastifyInstance;
let told: RefusedLogin[] = [];
let ended: EndedAtProvider[] = [];
let startSession: LoginRouteDeps['startSession'];
let endSessions: LoginRouteDeps['endSessions'];

beforeAll(async () => {
  world = await aWorld();
  app = fastify();
  await app.register(loginRoutes, {
    login: world.login,
    sessionCookie: '__Host-session',
    startSession: (...given) => startSession(...given),
    endSessions: (...given) => endSessions(...given),
    onRefused: (refusal) => void told.push(refusal),
  } satisfies LoginRouteDeps);
});
afterAll(() => Promise.all([app.close(), world.op.close()]));
beforeEach(() => {
  world.op.misbehaves = {};
  told = [];
  ended = [];
  startSession = async (_, { to }) => ({ cookie: 'tenant.secret', redirectTo: to });
  endSessions = async (one) => ended.push(one);
});

describe('setting out', () => {
  test('the browser goes to the provider with a cookie that is ours only, for ten minutes', async () => {
    const reply = await app.inject('/login/patient?to=/today&device=own');
    expect(reply.statusCode).toBe(303);
    expect(String(reply.headers.location)).toContain(`${world.op.issuer}/authorize?`);
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-login=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test.each(['//evil.example', '/%5Cevil.example', 'https://evil.example', '/a&to=/b', '/login/patient'])(
    'an address that is not a path of ours is refused: %s',
    async (to) => {
      const reply = await app.inject(`/login/patient?to=${to}`);
      expect(reply.statusCode).toBe(400);
      expect(reply.headers.location).toBeUndefined();
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(reply.body).not.toContain('evil');
      expect(told).toMatchObject([{ refused: 'bad-return-address' }]);
    },
  );

  test('a provider that is not ours is not found', async () => {
    const reply = await app.inject('/login/nobody');
    expect(reply.statusCode).toBe(404);
    expect(told).toMatchObject([{ provider: 'unknown', refused: 'unknown-provider' }]);
  });
});

describe('coming back', () => {
  test('the session starts, and a page of ours goes on to what was wanted', async () => {
    const reply = await comeBack('/login/patient?to=/plan%3Fzone=2');
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('<meta http-equiv="refresh" content="0;url=/plan?zone=2">');
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    const [cleared, session] = reply.headers['set-cookie'] as string[];
    expect(session).toBe('__Host-session=tenant.secret; Path=/; HttpOnly; Secure; SameSite=Strict');
    expect(cleared).toMatch(/^__Host-login=; Max-Age=0;/);
  });

  test('what the person said of the device goes to the session; unsaid means shared', async () => {
    const seen: string[] = [];
    startSession = async (_, { device, to }) => {
      seen.push(device);
      return { cookie: 'c', redirectTo: to };
    };
    await comeBack('/login/patient?device=own');
    await comeBack('/login/patient');
    expect(seen).toEqual(['own', 'shared']);
  });

  test('the same callback again starts nothing', async () => {
    const { address, cookie } = await returning('/login/patient');
    const headers = { cookie };
    expect((await app.inject({ url: address, headers })).statusCode).toBe(200);
    const again = await app.inject({ url: address, headers });
    expect(again.statusCode).toBe(400);
    expect(String(again.headers['set-cookie'])).not.toContain('__Host-session');
    expect(told).toMatchObject([{ provider: 'patient', refused: 'code-replayed' }]);
  });

  test('a HEAD request uses nothing up', async () => {
    const { address, cookie } = await returning('/login/patient');
    const headers = { cookie };
    expect((await app.inject({ method: 'HEAD', url: address, headers })).statusCode).toBe(404);
    expect((await app.inject({ url: address, headers })).statusCode).toBe(200);
  });

  test('a person whom nobody knows here is told so, and the next try asks who it is', async () => {
    startSession = async () => ({ refused: 'not-known-here' });
    const reply = await comeBack('/login/patient?to=/today&device=own');
    expect(reply.statusCode).toBe(403);
    expect(reply.body).toContain('Vi finner deg ikke her');
    expect(reply.body).toContain('href="/login/patient?to=%2Ftoday"');
    expect(String(reply.headers['set-cookie'])).not.toContain('__Host-session');
  });

  test('a refusal says no reason and no person; the log gets the reason and the reference', async () => {
    world.op.misbehaves = {
      idToken: (right, op) => op.sign({ ...right, acr: 'idporten-loa-substantial' }),
    };
    const reply = await comeBack('/login/patient?to=/today&device=own', { 'accept-language': 'nn' });
    expect(reply.statusCode).toBe(403);
    expect(reply.body).toContain('Logg inn på ein tryggare måte');
    expect(reply.body).toContain('href="/login/patient?device=own&amp;to=%2Ftoday"');
    expect(reply.body).not.toMatch(/acr|01887012345|kari/);
    const [refusal] = told;
    expect(refusal).toMatchObject({ provider: 'patient', refused: 'low-acr' });
    expect(reply.body).toContain(refusal?.reference);
    expect(JSON.stringify(told)).not.toMatch(/01887012345|kari/);
  });

  test('a fault of ours is a page without a trace of it', async () => {
    startSession = () => Promise.reject(new Error('duplicate key value 01887012345'));
    const reply = await comeBack('/login/patient');
    expect(reply.statusCode).toBe(500);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.body).not.toMatch(/duplicate|01887012345|at .*\.ts/);
    expect(told).toMatchObject([{ refused: 'unexpected' }]);
  });

  test('somebody who changed his mind is told that nothing has changed', async () => {
    world.op.misbehaves = { answer: (answer) => answer.set('error', 'access_denied') };
    const reply = await comeBack('/login/patient', { 'accept-language': 'en' });
    expect(reply.body).toContain('You stopped the login');
  });
});

describe('the provider’s own sign-out', () => {
  test('ends sessions, answers within a second, and is not kept', async () => {
    const startedAt = performance.now();
    const reply = await post(await aLogoutToken());
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(ended).toEqual([{ issuer: world.op.issuer, sid: 'session-at-provider' }]);
  });

  test('the same wish in another token ends nothing more, and is as good', async () => {
    endSessions = async () => 0;
    expect((await post(await aLogoutToken())).statusCode).toBe(200);
    expect((await post(await aLogoutToken())).statusCode).toBe(200);
  });

  test('the same token again is refused', async () => {
    const token = await aLogoutToken();
    await post(token);
    const again = await post(token);
    expect([again.statusCode, again.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect(ended).toHaveLength(1);
    expect(told).toMatchObject([{ provider: 'patient', refused: 'token-replayed' }]);
  });

  test('a database that is away is said to be ours; the token stays good', async () => {
    const token = await aLogoutToken();
    endSessions = () => Promise.reject(new Error('no database'));
    expect((await post(token)).statusCode).toBe(500);
    endSessions = async (one) => ended.push(one);
    expect((await post(token)).statusCode).toBe(200);
  });

  test.each([
    { what: 'nothing', payload: '' },
    { what: 'two tokens', payload: 'logout_token=a&logout_token=b' },
    { what: 'no token', payload: 'logout_token=' },
    { what: 'another word', payload: 'token=a.b.c' },
    { what: 'too much', payload: `logout_token=${'a'.repeat(20_000)}` },
    { what: 'JSON', payload: '{"logout_token":"a.b.c"}', type: 'application/json' },
    { what: 'XML', payload: '<logout/>', type: 'text/xml' },
  ])('anything else is refused: $what', async ({ payload, type = 'application/x-www-form-urlencoded' }) => {
    const headers = { 'content-type': type };
    const url = '/login/patient/back-channel';
    const reply = await app.inject({ method: 'POST', url, payload, headers });
    expect([reply.statusCode, reply.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect(ended).toHaveLength(0);
  });

  test('two good tokens at once are one too many', async () => {
    const payload = `logout_token=${await aLogoutToken()}&logout_token=${await aLogoutToken()}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await app.inject({ method: 'POST', url: '/login/patient/back-channel', payload, headers });
    expect([reply.statusCode, ended.length]).toEqual([400, 0]);
  });

  test('a provider that is not ours ends nothing, and its name does not reach the log', async () => {
    const reply = await post(await aLogoutToken(), '/login/nobody%0Aforged/back-channel');
    expect(reply.statusCode).toBe(400);
    expect(told).toMatchObject([{ provider: 'unknown', refused: 'unknown-provider' }]);
  });
});

test('after signing out at the provider a page says so', async () => {
  const reply = await app.inject({ url: '/login/patient/signed-out', headers: { 'accept-language': 'sv' } });
  expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('Du är utloggad')]);
});

/** What the browser has when it comes back from the provider. */
async function returning(start: string): Promise<{ address: string; cookie: string }> {
  const begun = await app.inject(start);
  const answer = await fetch(String(begun.headers.location), { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return {
    address: back.pathname + back.search,
    cookie: String(begun.headers['set-cookie']).split(';')[0] ?? '',
  };
}

async function comeBack(start: string, headers: Record<string, string> = {}) {
  const { address, cookie } = await returning(start);
  return app.inject({ url: address, headers: { cookie, ...headers } });
}

function post(token: string, url = '/login/patient/back-channel') {
  return app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ logout_token: token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

function aLogoutToken(): Promise<string> {
  const seconds = Math.floor(world.now / 1000);
  return world.op.sign(
    {
      iss: world.op.issuer,
      aud: 'skute-patient',
      sid: 'session-at-provider',
      jti: crypto.randomUUID(),
      iat: seconds,
      exp: seconds + 120,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
    { typ: 'logout+jwt' },
  );
}
