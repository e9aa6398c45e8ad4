import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finished } from './finish-login.ts';
import { isRefused, type LoginRefused } from './refusals.ts';
import { home } from './same-origin-path.ts';
import { lacking } from './testing/hostile-provider.ts';
import { aKey, aSeal } from './testing/keys.ts';
import { aWorld, origin, type Visit, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.op.close());
beforeEach(() => {
  world.op.misbehaves = {};
});

describe('on the way out', () => {
  test('nothing but the name of the pushed request is in the browser', async () => {
    const begun = await world.login.begin('patient', { to: home, device: 'own' });
    const { searchParams } = new URL(visitOf(begun).redirectTo);
    expect([...searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  });

  test('state, nonce and a S256 challenge are new for each login', async () => {
    const visits = [await world.visit(), await world.visit()];
    expect(visits.filter(isRefused)).toHaveLength(0);
    const [one, two] = world.op.seen.pushed.slice(-2);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('acr_values')).toBe('idporten-loa-high');
    expect(one?.get('redirect_uri')).toBe(`${origin}/login/patient/callback`);
  });

  test('on a device that others use the provider asks again who it is', async () => {
    await world.visit('patient', 'shared');
    expect(world.op.seen.pushed.at(-1)?.get('prompt')).toBe('login');
    await world.visit('patient', 'own');
    expect(world.op.seen.pushed.at(-1)?.has('prompt')).toBe(false);
  });

  test('the metadata are fetched once a day, and not before somebody logs in', async () => {
    const fresh = await aWorld();
    expect(fresh.op.seen.discoveries).toBe(0);
    await Promise.all([fresh.visit(), fresh.visit(), fresh.visit()]);
    fresh.now += 23 * 3_600_000;
    await fresh.visit();
    expect(fresh.op.seen.discoveries).toBe(1);
    fresh.now += 2 * 3_600_000;
    await fresh.visit();
    expect(fresh.op.seen.discoveries).toBe(2);
    await fresh.op.close();
  });

  test('a provider that is away is asked again next time', async () => {
    const fresh = await aWorld();
    fresh.op.misbehaves = { metadata: () => ({ issuer: 'https://other.example' }) };
    expect(await fresh.visit()).toMatchObject({ refused: 'wrong-issuer-in-metadata' });
    fresh.op.misbehaves = {};
    expect(await fresh.visit()).toHaveProperty('cookie');
    await fresh.op.close();
    fresh.now += 25 * 3_600_000;
    expect(await fresh.visit()).toMatchObject({ refused: 'provider-unreachable' });
  });

  test('a provider that is not ours is refused', async () => {
    expect(await world.visit('toString')).toMatchObject({ refused: 'unknown-provider' });
  });
});

describe('towards the provider', () => {
  test('each assertion is ours, new, and lives for at most a minute (H01)', async () => {
    await world.signIn();
    await world.signIn();
    const [one, two] = world.op.seen.assertions.slice(-2);
    expect(one).toMatchObject({ iss: 'skute-patient', sub: 'skute-patient', kid: 'our-key' });
    expect(Number(one?.exp) - Number(one?.iat)).toBeLessThanOrEqual(60);
    expect(one?.jti).not.toBe(two?.jti);
  });

  test('times are those of our clock', async () => {
    const before = world.now;
    world.now += 40 * 60_000;
    expect(await world.signIn()).toHaveProperty('verified');
    expect(Number(world.op.seen.assertions.at(-1)?.iat)).toBeGreaterThan(before / 1000 + 39 * 60);
  });
});

describe('on the way back', () => {
  test('a callback works once', async () => {
    const { back, cookie } = visitOf(await world.visit());
    world.op.misbehaves = { acceptsCodesTwice: true };
    expect(await world.login.finish('patient', back, cookie)).toHaveProperty('verified');
    expect(await world.login.finish('patient', back, cookie)).toMatchObject({ refused: 'code-replayed' });
  });

  test('a login ends once, also when the provider gives another code for it', async () => {
    const begun = await world.login.begin('patient', { to: home, device: 'own' });
    const { redirectTo, cookie } = visitOf(begun);
    const answers = [await comeBackFrom(redirectTo), await comeBackFrom(redirectTo)];
    const outcomes = await Promise.all(answers.map((back) => world.login.finish('patient', back, cookie)));
    expect(outcomes).toMatchObject([{ verified: {} }, { refused: 'code-replayed' }]);
  });

  test('of a hundred tries at the same time one works, however lax the provider is', async () => {
    world.op.misbehaves = { acceptsCodesTwice: true };
    const { back, cookie } = visitOf(await world.visit());
    const tries = Array.from({ length: 100 }, () => world.login.finish('patient', back, cookie));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
    expect(
      world.op.seen.tokenRequests.filter((body) => body.get('code') === back.searchParams.get('code')),
    ).toHaveLength(1);
  });

  test('a code that was used does not work in another login', async () => {
    world.op.misbehaves = { acceptsCodesTwice: true, ignoresPkce: true };
    const first = visitOf(await world.visit());
    expect(await world.login.finish('patient', first.back, first.cookie)).toHaveProperty('verified');
    const second = withCodeOf(first, visitOf(await world.visit()));
    expect(await world.login.finish('patient', second.back, second.cookie)).toMatchObject({
      refused: 'code-replayed',
    });
  });

  test('a stolen code does not work in the thief’s login: the verifier is another', async () => {
    const stolen = visitOf(await world.visit());
    const thief = withCodeOf(stolen, visitOf(await world.visit()));
    expect(await world.login.finish('patient', thief.back, thief.cookie)).toMatchObject({
      refused: 'provider-said-no',
      said: 'invalid_grant',
    });
  });

  test('not even at a provider that ignores PKCE: the nonce is another', async () => {
    world.op.misbehaves = { ignoresPkce: true };
    const stolen = visitOf(await world.visit());
    const thief = withCodeOf(stolen, visitOf(await world.visit()));
    expect(await world.login.finish('patient', thief.back, thief.cookie)).toMatchObject({
      refused: 'wrong-nonce',
    });
  });

  test('a callback without the cookie of this browser is refused', async () => {
    const { back } = visitOf(await world.visit());
    const { cookie } = visitOf(await world.visit());
    expect(await world.login.finish('patient', back, undefined)).toMatchObject({
      refused: 'no-login-started',
    });
    expect(await world.login.finish('patient', back, cookie)).toMatchObject({ refused: 'state-mismatch' });
  });

  test('a cookie that was changed, or sealed by another, is none', async () => {
    const { back, cookie } = visitOf(await world.visit());
    const middle = cookie.length / 2;
    const changed = cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1);
    const foreign = Buffer.from(await aSeal().seal(Buffer.from('{}'))).toString('base64url');
    for (const wrong of [changed, foreign, '', 'x', 'A'.repeat(5000)]) {
      expect(await world.login.finish('patient', back, wrong)).toMatchObject({ refused: 'no-login-started' });
    }
  });

  test('something else under the same seal is no login, however like one it looks', async () => {
    const { back, cookie } = visitOf(await world.visit());
    const content = await world.seal.open(Buffer.from(cookie, 'base64url'));
    const pending = JSON.parse(Buffer.from(content ?? '').toString('utf8')) as object;
    const other = Buffer.from(JSON.stringify({ ...pending, purpose: 'notice' }));
    const sealed = Buffer.from(await world.seal.seal(other)).toString('base64url');
    expect(await world.login.finish('patient', back, sealed)).toMatchObject({ refused: 'no-login-started' });
  });

  test('after ten minutes the login has to begin anew, and what was wanted is not lost', async () => {
    const { back, cookie } = visitOf(await world.visit());
    world.now += 10 * 60_000 + 1;
    expect(await world.login.finish('patient', back, cookie)).toMatchObject({ refused: 'login-expired' });
  });

  test('a login that began for one provider does not end at another (mix-up)', async () => {
    const { back, cookie } = visitOf(await world.visit('other'));
    expect(await world.login.finish('patient', back, cookie)).toMatchObject({ refused: 'state-mismatch' });
  });

  test('an error of the provider is repeated only if it is one of the specification’s', async () => {
    world.op.misbehaves = { answer: (answer) => answer.set('error', 'access_denied') };
    expect(await world.signIn()).toMatchObject({ refused: 'provider-said-no', said: 'access_denied' });
    world.op.misbehaves = { answer: (answer) => answer.set('error', 'kari 01887012345\nforged log line') };
    expect(await world.signIn()).toMatchObject({ refused: 'provider-said-no', said: 'other' });
  });

  test('the host of the request makes no difference', async () => {
    const { back, cookie } = visitOf(await world.visit());
    const forged = new URL(`https://evil.example/elsewhere${back.search}`);
    expect(await world.login.finish('patient', forged, cookie)).toHaveProperty('verified');
    expect(world.op.seen.tokenRequests.at(-1)?.get('redirect_uri')).toBe(`${origin}/login/patient/callback`);
  });
});

describe('keys of the provider', () => {
  test.each(['PS256', 'ES256'] as const)('may sign with %s', async (alg) => {
    const fresh = await aWorld();
    fresh.op.keys = [await aKey(alg, 'another-kind')];
    expect(await fresh.signIn()).toHaveProperty('verified');
    await fresh.op.close();
  });

  test('may have no name if there is one of them, and must have one if there are more', async () => {
    const fresh = await aWorld();
    fresh.op.misbehaves = { idToken: (right, op) => op.sign(right, { kid: undefined }) };
    expect(await fresh.signIn()).toHaveProperty('verified');
    await fresh.op.close();
    const crowded = await aWorld();
    crowded.op.keys = [...crowded.op.keys, await aKey('RS256', 'second')];
    crowded.op.misbehaves = { idToken: (right, op) => op.sign(right, { kid: undefined }) };
    expect(await crowded.signIn()).toMatchObject({ refused: 'bad-signature' });
    await crowded.op.close();
  });

  test('are fetched anew when one is not known, and an old one is worth nothing then', async () => {
    const fresh = await aWorld();
    expect(await fresh.signIn()).toHaveProperty('verified');
    const [old] = fresh.op.keys;
    fresh.op.keys = [await aKey('RS256', 'next')];
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    expect(await fresh.signIn()).toHaveProperty('verified');
    fresh.op.misbehaves = { idToken: (right, op) => op.sign(right, {}, old) };
    expect(await fresh.signIn()).toMatchObject({ refused: 'bad-signature' });
    vi.useRealTimers();
    await fresh.op.close();
  });
});

describe('settings of a provider', () => {
  test('DPoP: a token that is not bound to a key is refused', async () => {
    const fresh = await aWorld({ dpop: true });
    expect(await fresh.signIn()).toHaveProperty('verified');
    fresh.op.misbehaves = { tokenReply: (right) => ({ ...right, token_type: 'Bearer' }) };
    expect(await fresh.signIn()).toMatchObject({ refused: 'dpop-downgraded' });
    await fresh.op.close();
  });

  test('max age: asked for, and checked', async () => {
    const fresh = await aWorld({ maxAgeSeconds: 600 });
    const authenticated = (ago: number) => ({
      idToken: (right: Record<string, unknown>, op: World['op']) =>
        op.sign({ ...right, auth_time: Number(right.iat) - ago }),
    });
    fresh.op.misbehaves = authenticated(500);
    expect(await fresh.signIn()).toHaveProperty('verified');
    expect(fresh.op.seen.pushed.at(-1)?.get('max_age')).toBe('600');
    fresh.op.misbehaves = authenticated(700);
    expect(await fresh.signIn()).toMatchObject({ refused: 'stale-authentication' });
    await fresh.op.close();
  });

  test('the organisation that a login is for is named to the provider (H02)', async () => {
    const authorizationDetails = [
      { type: 'helseid_authorization', practitioner_role: { organization: '310000011' } },
    ];
    const fresh = await aWorld({ authorizationDetails });
    await fresh.visit();
    expect(JSON.parse(fresh.op.seen.pushed.at(-1)?.get('authorization_details') ?? '')).toEqual(
      authorizationDetails,
    );
    await fresh.op.close();
  });

  test('pushed requests can be done without where the provider has none', async () => {
    const fresh = await aWorld({ par: 'if-supported' });
    fresh.op.misbehaves = { metadata: (right) => lacking(right, 'pushed_authorization_request_endpoint') };
    expect(await fresh.signIn()).toHaveProperty('verified');
    expect(fresh.op.seen.pushed).toHaveLength(0);
    expect(fresh.op.seen.authorizations.at(-1)?.get('code_challenge_method')).toBe('S256');
    await fresh.op.close();
  });
});

describe('signing out at the provider', () => {
  test('goes there with nothing of the person in the address, and comes back to a page of ours', async () => {
    const url = new URL(await world.login.signOutAt('patient'));
    expect(url.origin + url.pathname).toBe(`${world.op.issuer}/logout`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'skute-patient',
      post_logout_redirect_uri: `${origin}/login/patient/signed-out`,
    });
  });

  test('stays here where the provider has no such address', async () => {
    const fresh = await aWorld();
    fresh.op.misbehaves = { metadata: (right) => lacking(right, 'end_session_endpoint') };
    expect(await fresh.login.signOutAt('patient')).toBe('/login/patient/signed-out');
    await fresh.op.close();
  });
});

function visitOf<T extends object>(visited: T): Exclude<T, LoginRefused | Finished> {
  if (isRefused(visited)) throw new Error(`refused: ${visited.refused}`);
  return visited as Exclude<T, LoginRefused | Finished>;
}

async function comeBackFrom(redirectTo: string): Promise<URL> {
  const answer = await fetch(redirectTo, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

/** The second login, with the code of the first put in. */
function withCodeOf(first: Visit, second: Visit): Visit {
  const back = new URL(second.back);
  back.searchParams.set('code', first.back.searchParams.get('code') ?? '');
  return { ...second, back };
}
