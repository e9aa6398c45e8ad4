/**
 * `node testing/src/commands/form-speed.ts [SLOWDOWN]`: how fast a form of 200 questions opens and answers to a key, in the
 * built app. Once as forms are shown, some questions on a page, and once as the worst there is: all of them on one page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Running, startServer } from '@skute/server';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, sessionCookieOf, sizes } from '../browser.ts';
import { signInWith } from '../server.ts';

const questions = 200;
const keys = 30;
/** What was promised. */
const goals = { openMs: 300, keyMs: 50 };
const slowdown = Number(process.argv[2] ?? 1);
const formId = 'fodmap-wish';
const options = ['Aldri', 'Litt', 'Noe', 'Mye', 'Alltid'].map((display) => ({
  valueCoding: { system: 'urn:skute:answers', code: display.toLowerCase(), display },
}));
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'skute-speed-'));

const running = await startServer({
  mode: 'practice',
  port: 0,
  host: '127.0.0.1',
  publicUrl: undefined,
  dataDir,
  databaseUrl: undefined,
  appDatabaseUrl: undefined,
  poolSize: 4,
  keysDir: path.join(dataDir, 'keys'),
  ledgerDir: path.join(dataDir, 'ledger'),
  loginProvidersFile: undefined,
  logLevel: 'silent',
});
const browser = await launchBrowser();
try {
  console.log(`A form of ${questions} questions, processor slowed ${slowdown} times`);
  for (const onePage of [false, true]) {
    const { openMs, keyMs } = await measure(running, browser, onePage);
    const [middle, slow] = [at(keyMs, 0.5), at(keyMs, 0.95)];
    console.log(
      `${onePage ? 'all on one page' : 'in parts'}: opens in ${openMs.toFixed(0)} ms (goal ${goals.openMs}); ` +
        `a key ${middle.toFixed(0)} ms, 95 % within ${slow.toFixed(0)} ms (goal ${goals.keyMs})`,
    );
    if (openMs > goals.openMs || slow > goals.keyMs) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(server: Running, from: Browser, onePage: boolean) {
  const context = await from.newContext({ baseURL: server.origin, viewport: sizes.phone, locale: 'nb-NO' });
  const { cookie } = await signInWith(server, Date.now)('amina');
  await context.addCookies([sessionCookieOf(server.origin, cookie)]);
  const page = await context.newPage();
  await putInPlace(page, onePage);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The app and its parts are there; what is measured is the form.
  await page.goto(`/form/${formId}`);
  await page.getByRole('heading', { level: 1, name: 'Langt skjema' }).waitFor();
  if (slowdown > 1)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchOpening);
  await page.goto(`/form/${formId}/1`);
  await page.getByRole('textbox').first().waitFor();
  const openMs = await page.evaluate(() => window.openedMs);
  const keyMs = await keyTimes(page);
  await context.close();
  return { openMs, keyMs };
}

declare global {
  interface Window {
    /** From the answer of the server to the first question on the screen. */
    openedMs: number;
    keyMs: number[];
  }
}

/** Runs in the page. */
function watchOpening(): void {
  window.openedMs = Number.NaN;
  const seen = new MutationObserver(() => {
    if (!document.querySelector('.question')) return;
    seen.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        const asked = performance.getEntriesByType('resource').find(({ name }) => /forms\/[^/]+$/.test(name));
        window.openedMs = performance.now() - (asked as PerformanceResourceTiming).responseEnd;
      }),
    );
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** From the press of a key until what it wrote has been painted. */
async function keyTimes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    window.keyMs = [];
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => window.keyMs.push(performance.now() - timeStamp))),
      true,
    );
  });
  await page.getByRole('textbox').first().focus();
  for (let pressed = 0; pressed < keys; pressed += 1) {
    await page.keyboard.press('a');
    await page.waitForFunction((count) => window.keyMs.length > count, pressed);
  }
  return page.evaluate(() => window.keyMs);
}

async function putInPlace(page: Page, onePage: boolean): Promise<void> {
  await page.route(`**/api/patient/forms/${formId}`, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as object;
    await route.fulfill({
      response: answer,
      json: { ...view, questionnaire: longForm(onePage), draft: null },
    });
  });
  await page.route('**/api/patient/forms/*/draft', (route) =>
    route.fulfill({ json: { outcome: 'kept', number: 1, savedAt: new Date().toISOString() } }),
  );
}

/** Every second a text, every second a choice of five, every tenth shown only after another. A table is never divided. */
function longForm(onePage: boolean): object {
  const item = Array.from({ length: questions }, (_, place) => ({
    linkId: `q${place}`,
    text: `Spørsmål nummer ${place + 1}`,
    ...(place % 2 === 0 ? { type: 'string' } : { type: 'choice', answerOption: options }),
    ...(place % 10 === 9
      ? { enableWhen: [{ question: `q${place - 9}`, operator: 'exists', answerBoolean: true }] }
      : {}),
  }));
  const code = onePage ? 'table' : 'page';
  const coding = [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }];
  const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl';
  return {
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'Langt skjema',
    language: 'nb',
    item: [
      {
        linkId: 'all',
        type: 'group',
        text: 'Alt',
        extension: [{ url, valueCodeableConcept: { coding } }],
        item,
      },
    ],
  };
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
