import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, logInAs, press, sees, seesHeading, seesNo, seesWords } from './verbs.ts';

const harbour = journeys();

test('after the patient has signed out, the Back button shows nothing of hers', async () => {
  const { page } = await harbour.arrive('phone');
  await page.goto('/');
  await page.getByRole('radio', { name: /^Delt enhet/ }).check();
  await logInAs(page, 'Ola Bris');
  await seesWords(page, 'Uke 2 av 26');
  await follow(page, 'Mer');
  await press(page, 'Logg ut');
  await press(page, 'Logg ut av øvings-ID');
  await seesHeading(page, 'Du er logget ut');
  for (let pages = 0; pages < 4; pages += 1) {
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    await seesNo(page.getByText(/Uke 2 av 26|Ola Bris|Det du drikker/));
  }
});

test('a second tab of hers is over too, as soon as it is looked at', async () => {
  const { page, context } = await harbour.arrive('phone', { as: 'amina' });
  await page.goto('/');
  await sees(page.getByRole('heading', { name: 'I dag' }));
  const second = await context.newPage();
  await second.goto('/programme');
  await seesHeading(second, 'En roligere mage');
  await signsOutOn(page);
  await second.bringToFront();
  await looksAt(second);
  await seesHeading(second, 'Velkommen om bord');
  await seesNo(second.getByText('En roligere mage'));
});

test('after the clinician has signed out, neither Back nor a second tab shows a patient', async () => {
  const { page, context } = await harbour.arrive('desk');
  await page.goto('/clinic/patients');
  await logInAs(page, 'Ingrid Havn');
  await follow(page, 'Ola Bris');
  await seesHeading(page, 'Ola Bris');
  const second = await context.newPage();
  await second.goto(page.url());
  await seesHeading(second, 'Ola Bris');

  await press(page, /^Meny for Ingrid Havn/);
  await press(page, 'Logg ut');
  await press(page, 'Logg ut av øvings-ID');
  await seesHeading(page, 'Du er logget ut');
  for (let pages = 0; pages < 4; pages += 1) {
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    await seesNo(page.getByText('Ola Bris'));
  }
  await looksAt(second);
  await seesHeading(second, 'For deg som behandler');
  await seesNo(second.getByText('Ola Bris'));
  const left = await second.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(left).not.toContain('Ola');
});

async function signsOutOn(page: Page): Promise<void> {
  await follow(page, 'Mer');
  await press(page, 'Logg ut');
  await page.waitForURL(/signed-out|\/idp\//);
}

/** What the browser tells a page when its tab is chosen. */
async function looksAt(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
  });
}
