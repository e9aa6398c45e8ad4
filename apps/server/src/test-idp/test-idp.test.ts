import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestIdentityProvider } from './index.ts';
import { people, type PracticeServer, startPracticeServer } from './testing/practice-server.ts';
import { aBrowser, type SimpleBrowser } from './testing/simple-browser.ts';

let server: PracticeServer;
let browser: SimpleBrowser;

beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.close());
beforeEach(() => {
  browser = aBrowser(server.origin);
  server.verified.length = 0;
  server.refused.length = 0;
  server.ended.length = 0;
});

test('it does not exist in production', async () => {
  const made = createTestIdentityProvider({
    mode: 'production',
    origin: () => 'https://skute.example',
    people,
  });
  await expect(made).rejects.toThrow('does not start in production mode');
});

test('a patient logs in as with ID-porten: pushed request, S256, signed assertion', async () => {
  const { page } = await logIn('patient', 'kari', '/today');
  expect(await page.text()).toContain('content="0;url=/today"');
  expect(browser.cookies.get('__Host-skute')).toBe('session-of-kari');
  expect(browser.cookies.has('__Host-login')).toBe(false);
  expect(server.verified).toMatchObject([
    {
      provider: 'patient',
      kind: 'patient',
      issuer: `${server.origin}/idp`,
      subject: 'kari',
      sid: expect.any(String),
      acr: 'idporten-loa-high',
      nationalNumber: '01887012345',
    },
  ]);
  expect(server.verified[0]).not.toHaveProperty('hprNumber');
});

test('a clinician logs in as with HelseID: that, and a token bound by DPoP', async () => {
  await logIn('clinician', 'siri');
  expect(server.verified).toMatchObject([
    {
      kind: 'clinician',
      subject: 'siri',
      acr: '4',
      nationalNumber: '03887012345',
      hprNumber: '431001110',
      organisationNumber: '310000001',
      unitNumber: '310000011',
    },
  ]);
});

test.each([
  { login: 'patient', person: 'minid' },
  { login: 'clinician', person: 'level-3' },
] as const)('the lower level gets nobody in: $person (C02)', async ({ login, person }) => {
  const { page } = await logIn(login, person);
  expect(page.status).toBe(403);
  expect(await page.text()).toContain('Logg inn på en sikrere måte');
  expect(server.refused).toMatchObject([{ refused: 'low-acr' }]);
  expect(server.verified).toHaveLength(0);
  expect(browser.cookies.has('__Host-skute')).toBe(false);
});

test('whoever cancels is told that nothing has changed', async () => {
  const { address } = await choose('patient');
  const { page } = await browser.follow(await browser.post(address, { cancel: 'yes' }));
  expect(await page.text()).toContain('Du avbrøt innloggingen');
});

test('a person who is not on the list is nobody', async () => {
  const { address } = await choose('patient');
  const { page } = await browser.follow(await browser.post(address, { person: '01887012345' }));
  expect(page.status).toBe(400);
  expect(server.verified).toHaveLength(0);
});

test('the page of another browser’s login can’t be used', async () => {
  const { address } = await choose('patient');
  const other = aBrowser(server.origin);
  const answer = await other.post(address, { person: 'kari' });
  expect(answer.status).toBe(400);
});

test('the same callback a second time starts nothing', async () => {
  const { address } = await logIn('patient', 'kari');
  browser.cookies.set('__Host-login', loginCookieBefore);
  const again = await browser.get(address);
  expect(again.status).toBe(400);
  expect(server.verified).toHaveLength(1);
  expect(server.refused).toMatchObject([{ refused: 'code-replayed' }]);
});

describe('the provider itself', () => {
  test('takes no request that was not pushed, and no code without S256', async () => {
    const plain = new URLSearchParams({
      client_id: 'skute-patient',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${server.origin}/login/patient/callback`,
    });
    const { address } = await browser.follow(await browser.get(`/idp/auth?${plain}`));
    expect(new URL(address).searchParams.get('error')).toBe('invalid_request');
  });

  test('asks nobody for the person again on a device of one’s own, and always on a shared one', async () => {
    await logIn('patient', 'kari', '/', 'own');
    const again = await browser.follow(await browser.get('/login/patient?device=own'));
    expect(new URL(again.address).pathname).toBe('/login/patient/callback');
    expect(server.verified.map(({ subject }) => subject)).toEqual(['kari', 'kari']);
    const shared = await choose('patient');
    expect(new URL(shared.address).pathname).toMatch(/^\/idp\/interaction\//);
  });

  test('ends the first person’s session everywhere when another logs in on the same device', async () => {
    await logIn('patient', 'kari');
    const { page } = await logIn('clinician', 'siri');
    const form = await page.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await browser.follow(await browser.post('/idp/session/end/confirm', { xsrf, logout: 'yes' }));
    expect(server.verified.map(({ subject }) => subject)).toEqual(['kari', 'siri']);
    expect(server.ended).toContainEqual(
      expect.objectContaining({ sid: server.verified[0]?.sid, subject: 'kari' }),
    );
  });

  test('signs out: the browser comes back to us, and we are told in the back', async () => {
    await logIn('patient', 'kari');
    const [who] = server.verified;
    const address = await server.login.signOutAt('patient');
    expect(address).not.toMatch(/token|01887012345/);
    const out = await browser.get(address);
    const html = await out.text();
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const back = await browser.follow(await browser.post(action, { xsrf, logout: 'yes' }));
    expect(new URL(back.address).pathname).toBe('/login/patient/signed-out');
    expect(await back.page.text()).toContain('Du er logget ut');
    await expect
      .poll(() => server.ended)
      .toEqual([{ issuer: `${server.origin}/idp`, sid: who?.sid, subject: 'kari' }]);
  });

  test('its pages have no script, and say that this is practice', async () => {
    const { page } = await choose('clinician');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(html).not.toMatch(/<script| on\w+=| style=/i);
    expect(html).toContain('Dette er øving, ikke en ekte e-ID.');
    expect(html).toContain('Siri, ernæringsfysiolog &lt;&amp; co&gt;');
    expect(html.indexOf('Behandlere')).toBeLessThan(html.indexOf('Pasienter'));
  });

  test('an address that it does not know is a plain page too', async () => {
    const lost = await browser.get('/idp/auth?client_id=nobody');
    expect(lost.status).toBe(400);
    expect(await lost.text()).toContain('Denne siden er utløpt');
  });
});

let loginCookieBefore = '';

/** Sets out, up to the page that asks for a person. */
async function choose(login: 'patient' | 'clinician', to = '/', device = 'shared') {
  return browser.follow(await browser.get(`/login/${login}?to=${to}&device=${device}`));
}

/** Sets out, chooses a person, and comes back. */
async function logIn(login: 'patient' | 'clinician', person: string, to = '/', device = 'shared') {
  const { address } = await choose(login, to, device);
  loginCookieBefore = browser.cookies.get('__Host-login') ?? '';
  return browser.follow(await browser.post(address, { person }));
}
