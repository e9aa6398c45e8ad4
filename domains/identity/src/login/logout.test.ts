import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logoutTokenChecks } from './logout-token.ts';
import type { TokenRefusal } from './refusals.ts';
import { aWorld, type World } from './testing/world.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';

let world: World;
let ended: object[] = [];

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.op.close());

interface LogoutAttack {
  readonly attack: string;
  readonly refused: TokenRefusal;
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly otherKey?: true;
}

/** Cases of the conformance suite's back-channel modules, and our own. */
const attacks: readonly LogoutAttack[] = [
  { attack: 'a nonce in it', refused: 'not-a-logout', claims: { nonce: 'n-1' } },
  { attack: 'an empty nonce in it', refused: 'not-a-logout', claims: { nonce: null } },
  { attack: 'another audience', refused: 'wrong-audience', claims: { aud: 'somebody-else' } },
  { attack: 'a second audience', refused: 'wrong-audience', claims: { aud: ['skute-patient', 'other'] } },
  { attack: 'another issuer', refused: 'wrong-issuer', claims: { iss: 'https://idporten.example' } },
  { attack: 'no events', refused: 'not-a-logout', claims: { events: undefined } },
  { attack: 'another event', refused: 'not-a-logout', claims: { events: { 'https://other.example': {} } } },
  { attack: 'events in a list', refused: 'not-a-logout', claims: { events: [event] } },
  { attack: 'an event that is no object', refused: 'not-a-logout', claims: { events: { [event]: true } } },
  {
    attack: 'neither session nor subject',
    refused: 'incomplete-token',
    claims: { sid: undefined, sub: undefined },
  },
  { attack: 'no id of its own', refused: 'incomplete-token', claims: { jti: undefined } },
  { attack: 'no time of issue', refused: 'incomplete-token', claims: { iat: null } },
  { attack: 'no expiry', refused: 'incomplete-token', claims: { exp: null } },
  { attack: 'its time over', refused: 'token-expired', claims: { exp: -300 } },
  { attack: 'a time of issue in the future', refused: 'token-from-future', claims: { iat: 300, exp: 600 } },
  { attack: 'a time of issue long ago', refused: 'token-too-old', claims: { iat: -3600, exp: 3600 } },
  { attack: 'another key under the right name', refused: 'bad-signature', otherKey: true },
  { attack: 'the type of an access token', refused: 'bad-type', header: { typ: 'at+jwt' } },
];

test.each([{ typ: 'logout+jwt' }, { typ: 'JWT' }, { typ: undefined }])(
  'a right logout token ($typ) ends its session',
  async (header) => {
    expect(await send(await aLogoutToken({}, header))).toEqual({ done: 1 });
    expect(ended.at(-1)).toEqual({
      issuer: world.op.issuer,
      sid: 'session-at-provider',
      subject: 'kari-at-provider',
    });
  },
);

describe('nothing ends by a logout token with', () => {
  test.each(attacks)('$attack', async ({ claims = {}, header = {}, otherKey, refused }) => {
    const before = ended.length;
    const token = await aLogoutToken(claims, header, otherKey && world.otherKey);
    expect(await send(token)).toEqual({ refused });
    expect(ended).toHaveLength(before);
  });

  test('no signature', async () => {
    const [, payload] = (await aLogoutToken()).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await send(`${header}.${payload}.`)).toEqual({ refused: 'bad-algorithm' });
  });

  test('the claims of an ID token', async () => {
    const seconds = Math.floor(world.now / 1000);
    const idToken = await world.op.sign({
      iss: world.op.issuer,
      aud: 'skute-patient',
      sub: 'kari-at-provider',
      sid: 'session-at-provider',
      iat: seconds,
      exp: seconds + 60,
      jti: 'x',
      nonce: 'n',
    });
    expect(await send(idToken)).toEqual({ refused: 'not-a-logout' });
  });

  test('nothing of a token', async () => {
    expect(await send('not-a-token')).toEqual({ refused: 'bad-signature' });
  });

  test('there is an attack for each check', () => {
    const refused = new Set(attacks.map((one) => one.refused));
    expect(logoutTokenChecks.every((check) => refused.has(check.refused))).toBe(true);
  });
});

test('a logout token works once, also when it comes a hundred times at once', async () => {
  const token = await aLogoutToken();
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => send(token)));
  expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1);
  expect(await send(token)).toEqual({ refused: 'token-replayed' });
});

test('a logout token that could not be carried out may come again', async () => {
  const token = await aLogoutToken();
  const broken = world.login.endByProvider('patient', token, () => Promise.reject(new Error('no database')));
  await expect(broken).rejects.toThrow('no database');
  expect(await send(token)).toEqual({ done: 1 });
});

function send(token: string) {
  return world.login.endByProvider('patient', token, async (one) => {
    ended.push(one);
    return 1;
  });
}

/** `iat` and `exp` are given as seconds from now, null for none. */
function aLogoutToken(
  { iat = 0, exp = 120, ...claims }: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key = world.op.keys[0],
): Promise<string> {
  const seconds = Math.floor(world.now / 1000);
  const at = (value: unknown) => (value === null ? undefined : seconds + Number(value));
  const right = {
    iss: world.op.issuer,
    aud: 'skute-patient',
    sub: 'kari-at-provider',
    sid: 'session-at-provider',
    jti: crypto.randomUUID(),
    events: { [event]: {} },
  };
  return world.op.sign(
    { ...right, iat: at(iat), exp: at(exp), ...claims },
    { typ: 'logout+jwt', ...header },
    key,
  );
}
