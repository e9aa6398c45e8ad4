import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '@skute/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from './testing/practice-server.ts';

let browser: Browser;
let context: BrowserContext;
let server: PracticeServer;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await context.close();
  await server.close();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

describe('a browser keeps `__Host-` cookies over http from this machine', () => {
  test.each(['localhost', '127.0.0.1'])('under the name %s', async (host) => {
    server = await startPracticeServer(host);
    const page = await open();
    await logIn(page, 'patient', 'Kari');
    await page.waitForURL(`${server.origin}/today`);
    expect(cookiesAt('/today')).toContain('__Host-skute=session-of-kari');
    expect(await context.cookies()).toContainEqual(
      expect.objectContaining({
        name: '__Host-skute',
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
      }),
    );
  });
});

test('a Strict cookie does not come along on the way back from another site; after the bounce it does', async () => {
  server = await startPracticeServer('localhost', '127.0.0.1');
  const page = await open();
  await logIn(page, 'patient', 'Kari');
  await page.waitForURL(`${server.origin}/today`);
  server.visits.length = 0;
  // Once more, with the cookie of the first session in the browser.
  await logIn(page, 'clinician', 'Siri');
  await page.waitForURL(`${server.origin}/today`);
  expect(cookiesAt('/login/clinician/callback')).toContain('__Host-login=');
  expect(cookiesAt('/login/clinician/callback')).not.toContain('__Host-skute');
  expect(cookiesAt('/today')).toContain('__Host-skute=session-of-siri');
});

test.each([
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const)('the pages have no accessibility fault: $colorScheme, $width px', async (looks) => {
  server = await startPracticeServer('localhost', '127.0.0.1');
  const page = await open(looks);
  await page.goto(`${server.origin}/login/patient?device=own`);
  await page.getByText('Andre testpersoner').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Per, bare MinID' }).click();
  await page.getByRole('heading', { name: 'Logg inn på en sikrere måte' }).waitFor();
  await expectAccessible(page);
  await page.goto(`${server.origin}/login/patient/signed-out`);
  await expectAccessible(page);
  await page.goto(await server.login.signOutAt('patient'));
  await page.getByRole('button', { name: 'Logg ut av øvings-ID' }).waitFor();
  await expectAccessible(page);
});

test('a person is chosen with the keyboard alone', async () => {
  server = await startPracticeServer('localhost', '127.0.0.1');
  const page = await open();
  await page.goto(`${server.origin}/login/patient?to=/today`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.origin}/today`);
  expect(server.verified).toMatchObject([{ subject: 'kari' }]);
});

async function open(looks: { colorScheme?: 'light' | 'dark'; width?: number } = {}): Promise<Page> {
  const { colorScheme = 'light', width = 390 } = looks;
  context = await browser.newContext({ locale: 'nb-NO', colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  complaints = [];
  // A blocked style or form, or any other fault the browser reports, fails the test.
  page.on('console', (message) => {
    const isExpected = /status of 40[03]/.test(message.text());
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return page;
}

async function logIn(page: Page, login: 'patient' | 'clinician', person: string): Promise<void> {
  await page.goto(`${server.origin}/login/${login}?to=/today`);
  await page.getByRole('button', { name: person }).click();
}

function cookiesAt(path: string): string {
  return server.visits.findLast((visit) => visit.path === path)?.cookies ?? `no request for ${path}`;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const [inner, outer] = (await page.evaluate(
    '[document.documentElement.scrollWidth, window.innerWidth]',
  )) as [number, number];
  expect(inner).toBeLessThanOrEqual(outer);
}
