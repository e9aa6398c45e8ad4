import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findPatients } from '@skute/clinics/contract';
import { steer } from '@skute/treatment/contract';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, logInAs, press, sees, seesHeading, seesWords, soon } from './verbs.ts';

const harbour = journeys();
/** Words that stand nowhere but in what the server tells this patient. */
const canary = 'Kanarifugl 4711 synger';
let profile = '';

beforeAll(async () => {
  const ingrid = await harbour.server.as('ingrid');
  const { body } = await ingrid.call(findPatients, { body: { search: 'Ola' } });
  const [ola] = (body as { rows: { treatmentId: string }[] }).rows;
  const act = { act: 'open-module', moduleId: 'exposure', reason: canary };
  await ingrid.call(steer, { params: { treatmentId: ola?.treatmentId ?? '' }, body: act });
});
beforeEach(() => {
  profile = mkdtempSync(path.join(os.tmpdir(), 'skute-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

test('a shared device keeps nothing of the patient, neither in the browser nor on its disk', async () => {
  const { page, context } = await harbour.arrive('phone', { profile });
  await page.goto('/');
  await page.getByRole('radio', { name: /^Delt enhet/ }).check();
  await visitAsOla(page);
  expect(await keptInBrowser(page)).toEqual(nothing);
  await signOut(page);
  expect(await keptInBrowser(page)).toEqual(nothing);
  await context.close();
  expect(filesWith(profile, canary)).toEqual([]);
  expect(filesWith(profile, 'Ola Bris')).toEqual([]);
});

test('the search of the disk would have found it: an own phone keeps it, until the patient signs out', async () => {
  const { page, context } = await harbour.arrive('phone', { profile });
  await page.goto('/');
  await visitAsOla(page);
  await soon(async () => (await keptInBrowser(page)).localStorage).toContain('skute.today');
  await context.close();
  expect(filesWith(profile, canary)).not.toEqual([]);
});

test('saying later on that the device is shared takes away what was kept', async () => {
  const { page } = await harbour.arrive('phone', { as: 'ola' });
  await page.goto('/');
  await sees(page.getByText(canary));
  await soon(async () => (await keptInBrowser(page)).localStorage).toContain('skute.today');
  await follow(page, 'Mer');
  await page.getByRole('radio', { name: /^Flere bruker den/ }).click();
  await soon(async () => (await keptInBrowser(page)).localStorage).toEqual([]);
  await follow(page, 'I dag');
  await sees(page.getByText(canary));
  expect((await keptInBrowser(page)).localStorage).toEqual([]);
});

const nothing = {
  localStorage: [],
  tab: expect.not.stringMatching(/Ola|4711|step/),
  databases: [],
  media: 0,
};

async function visitAsOla(page: Page): Promise<void> {
  await logInAs(page, 'Ola Bris');
  await seesWords(page, canary);
  await follow(page, 'Program');
  await seesWords(page, canary);
  await page.goto('/step/how-the-gut-works');
  await seesHeading(page, 'Slik arbeider tarmen');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function signOut(page: Page): Promise<void> {
  await follow(page, 'Mer');
  await seesWords(page, 'Du er logget inn som Ola Bris.');
  await press(page, 'Logg ut');
  await press(page, 'Logg ut av øvings-ID');
  await seesHeading(page, 'Du er logget ut');
}

/** The app's own files may lie in the browser's cache; nothing else may. */
async function keptInBrowser(page: Page) {
  return page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    // How far down the tab's pages are scrolled, until the tab is closed.
    tab: Object.entries(sessionStorage).join(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    media: (await caches.has('skute-media')) ? (await (await caches.open('skute-media')).keys()).length : 0,
  }));
}

/** Browsers write text as UTF-8 in some places and as UTF-16 in others. */
function filesWith(folder: string, words: string): string[] {
  const forms = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return forms.some((form) => content.includes(form));
    })
    .map((file) => path.relative(folder, file));
}
