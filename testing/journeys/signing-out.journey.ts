import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, logInAs, press, sees, seesHeading, seesNo, seesWords } from './verbs.ts';

const harbour = journeys({ putsPagesBy: true });

test.each(['Min telefon', 'Delt enhet'])(
  'after the patient has signed out on «%s», the Back button shows nothing of hers',
  async (device) => {
    const { page, watch } = await harbour.arrive('phone');
    await page.goto('/');
    await page.getByRole('radio', { name: new RegExp(`^${device}`) }).check();
    await logInAs(page, 'Ola Bris');
    await seesWords(page, 'Uke 2 av 26');
    // By the address, so that the browser puts Today by.
    await page.goto('/more');
    await seesWords(page, 'Du er logget inn som Ola Bris.');
    await press(page, 'Logg ut');
    await press(page, 'Logg ut av øvings-ID');
    await seesHeading(page, 'Du er logget ut');
    watch.expect(400, /\/idp\/interaction\//);
    await goesBackAndSeesNo(page, /Uke 2 av 26|Ola Bris|Det du drikker/);
  },
);

test('a second tab of hers is over too, without being touched', async () => {
  const { page, context, watch } = await harbour.arrive('phone', { as: 'amina' });
  watch.expect(401, /\/api\//);
  await page.goto('/');
  await sees(page.getByRole('heading', { name: 'I dag' }));
  const second = await context.newPage();
  await second.goto('/programme');
  await seesHeading(second, 'En roligere mage');
  await follow(page, 'Mer');
  await press(page, 'Logg ut');
  await seesHeading(second, 'Velkommen om bord');
  await seesNo(second.getByText('En roligere mage'));
});

test('after the clinician has signed out, neither Back nor a second tab shows a patient', async () => {
  const { page, context, watch } = await harbour.arrive('desk');
  await page.goto('/clinic/patients');
  await logInAs(page, 'Ingrid Havn');
  await follow(page, 'Ola Bris');
  await seesHeading(page, 'Ola Bris');
  const second = await context.newPage();
  await second.goto(page.url());
  await seesHeading(second, 'Ola Bris');
  await page.goto('/clinic/worklist');
  await seesWords(page, 'Amina Solbakk');

  watch.expect(401, /\/api\//);
  watch.expect(400, /\/idp\/interaction\//);
  await press(page, /^Meny for Ingrid Havn/);
  await press(page, 'Logg ut');
  await seesHeading(second, 'For deg som behandler');
  await seesNo(second.getByText('Ola Bris'));
  await press(page, 'Logg ut av øvings-ID');
  await seesHeading(page, 'Du er logget ut');
  await goesBackAndSeesNo(page, /Ola Bris|Amina Solbakk/);
  const left = await second.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(left).not.toMatch(/Ola|Amina/);
});

/** Page by page, to where the visit began. Each is given time to draw itself, and nothing may be seen meanwhile either. */
async function goesBackAndSeesNo(page: Page, words: RegExp): Promise<void> {
  for (let pages = 0; pages < 12 && page.url() !== 'about:blank'; pages += 1) {
    await page.goBack({ waitUntil: 'commit', timeout: 5_000 }).catch(() => null);
    for (let looks = 0; looks < 5; looks += 1) {
      const shown = await page
        .locator('body')
        .innerText()
        .catch(() => '');
      expect(shown).not.toMatch(words);
      await page.waitForTimeout(100);
    }
  }
  expect(page.url()).toBe('about:blank');
}
