import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys, type Visitor } from '../src/browser.ts';
import { follow, logInAs, press, sees, seesHeading, seesNo, seesWords, soon } from './verbs.ts';

const harbour = journeys();

test('on her own phone an opened step can be read after the network has gone, also after a reload', async () => {
  const visitor = await harbour.arrive('phone', { as: 'ola' });
  const { page } = visitor;
  await page.goto('/programme');
  await seesHeading(page, 'En roligere mage');
  await page.goto('/step/what-is-ibs');
  await seesHeading(page, 'Hva er IBS?');
  await workerIsReady(page);
  await goOffline(visitor);
  await page.reload();
  await seesHeading(page, 'Hva er IBS?');
  await seesWords(page, 'Uten nett. Du kan fortsette.');
  await follow(page, 'I dag');
  await seesWords(page, 'Uke 2 av 26');
  await follow(page, 'Program');
  await seesHeading(page, 'En roligere mage');
  expect(await isCutOff(page)).toBe(true);
});

test('a picture of an opened step is there without a network too', async () => {
  const visitor = await harbour.arrive('phone', { as: 'ola' });
  const { page } = visitor;
  await page.goto('/step/how-the-gut-works');
  await seesHeading(page, 'Slik arbeider tarmen');
  await workerIsReady(page);
  await picturesAreKept(page);
  await goOffline(visitor);
  await page.reload();
  const picture = page.getByRole('img', { name: /^Overkroppen sett forfra/ });
  await picture.scrollIntoViewIfNeeded();
  const width = () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await soon(width).toBeGreaterThan(0);
});

test('a step that was never opened on the phone says so, and what is finished without a network is sent later', async () => {
  const visitor = await harbour.arrive('phone', { as: 'ola' });
  const { page } = visitor;
  await page.goto('/step/drinks');
  await seesHeading(page, 'Det du drikker');
  await workerIsReady(page);
  await goOffline(visitor);
  await press(page, 'Neste');
  await seesWords(page, /^Lagret på telefonen\. Vi sender det når du er på nett igjen\./);
  await seesWords(page, '1 ting venter på å bli sendt.');
  await page.goto('/step/known-triggers');
  await seesHeading(page, 'Denne siden er ikke på telefonen ennå');

  await goOnline(visitor);
  await seesNo(page.getByText('1 ting venter på å bli sendt.'));
  await page.goto('/programme');
  await sees(page.getByRole('link', { name: /Det du drikker.*Ferdig/ }));
});

test('help is there without a network, signed in or not', async () => {
  const visitor = await harbour.arrive('phone');
  const { page } = visitor;
  await page.goto('/');
  await seesHeading(page, 'Velkommen om bord');
  await workerIsReady(page);
  await goOffline(visitor);
  await follow(page, 'Trenger du hjelp nå?');
  await seesHeading(page, 'Trenger du hjelp nå?');
  await page.reload();
  await seesHeading(page, 'Trenger du hjelp nå?');
  for (const number of ['113', '116 117', '116 123']) {
    const call = page.getByRole('link', { name: `Ring ${number}` }).first();
    expect(await call.getAttribute('href')).toBe(`tel:${number.replaceAll(' ', '')}`);
  }
});

test('signing out on an own phone takes what was kept away', async () => {
  const visitor = await harbour.arrive('phone');
  const { page } = visitor;
  await page.goto('/');
  await logInAs(page, 'Nils Skärgård');
  await sees(page.getByRole('heading', { name: 'I dag' }));
  await workerIsReady(page);
  await soon(() => keptNames(page)).toContain('skute.today');
  await follow(page, 'Mer');
  await press(page, 'Logga ut');
  await press(page, 'Logg ut av øvings-ID');
  await page.goto('/');
  await soon(() => keptNames(page)).toEqual([]);
  await goOffline(visitor);
  await page.reload();
  await seesHeading(page, 'Vi når ikke tjenesten nå');
});

/** The service worker has all its files, and serves this page the next time. */
async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function picturesAreKept(page: Page): Promise<void> {
  const kept = () => page.evaluate(async () => (await (await caches.open('skute-media')).keys()).length);
  await soon(kept).toBeGreaterThan(0);
}

async function goOffline({ context, watch }: Visitor): Promise<void> {
  watch.networkGone();
  await context.setOffline(true);
}

async function goOnline({ context }: Visitor): Promise<void> {
  await context.setOffline(false);
}

async function isCutOff(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    fetch('/api/session').then(
      () => false,
      () => true,
    ),
  );
}

async function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage));
}
