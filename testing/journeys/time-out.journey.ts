import { generateSynthetic } from '@skute/identity';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { hasFocus, logInAs, press, sees, seesHeading, seesNo, seesWords } from './verbs.ts';

const harbour = journeys();
const number = generateSynthetic('NO', '1988-11-12', 4);
const question = 'Kan pasienten lese norsk eller svensk og bruke appen?';
const reason = 'Datteren hjelper med å lese';

test('before the time is out there is a warning, and one press goes on', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.clock.install();
  await page.goto('/clinic/invite');
  await fillIn(page);
  await page.clock.runFor('13:30');
  await sees(page.getByRole('dialog', { name: 'Er du her ennå?' }));
  await press(page, 'Jeg er her');
  await seesNo(page.getByRole('dialog'));
  await isFilledIn(page);
});

test('nothing typed in the invitation is lost when the session has timed out', async () => {
  const { page, watch } = await harbour.arrive('desk');
  await page.goto('/clinic/invite');
  await logInAs(page, 'Ingrid Havn');
  await seesHeading(page, 'Tildel program');
  await fillIn(page);
  watch.expect(401, /\/api\//);
  await sessionsTimeOut();
  await press(page, 'Inviter');
  await seesHeading(page, 'For deg som behandler');
  await seesWords(page, 'Du er logget ut. Logg inn, så er du på samme side. Det du skrev, er her fortsatt.');
  await seesNo(page.getByText('Tora'));

  await hasFocus(page.getByRole('link', { name: 'Logg inn' }));
  await logInAs(page, 'Ingrid Havn');
  await seesHeading(page, 'Tildel program');
  await isFilledIn(page);
  await press(page, 'Inviter');
  await seesHeading(page, 'Tora Vik er invitert');
});

test('a patient who has timed out comes back to the same page', async () => {
  const { page, watch } = await harbour.arrive('phone', { as: 'ola' });
  await page.goto('/step/what-is-ibs');
  await seesHeading(page, 'Hva er IBS?');
  watch.expect(401, /\/api\//);
  await sessionsTimeOut();
  await page.reload();
  await seesHeading(page, 'Velkommen om bord');
  await logInAs(page, 'Ola Bris');
  await seesHeading(page, 'Hva er IBS?');
});

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Fødselsnummer' }).fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Tora');
  await page.getByRole('textbox', { name: 'Etternavn' }).fill('Vik');
  await page.getByRole('combobox', { name: 'Språk for pasienten' }).selectOption('nn');
  for (const yes of await page.getByRole('radio', { name: 'Ja' }).all()) await yes.check();
  const last = page.getByRole('radiogroup', { name: question });
  await last.getByRole('radio', { name: 'Nei' }).check();
  await page.getByRole('textbox', { name: 'Grunn til å invitere likevel' }).fill(reason);
}

async function isFilledIn(page: Page): Promise<void> {
  const field = (name: string) => page.getByRole('textbox', { name });
  await sees(field('Fornavn'));
  expect(await field('Fødselsnummer').inputValue()).toBe(number);
  expect(await field('Fornavn').inputValue()).toBe('Tora');
  expect(await field('Etternavn').inputValue()).toBe('Vik');
  expect(await field('Grunn til å invitere likevel').inputValue()).toBe(reason);
  expect(await page.getByRole('combobox', { name: 'Språk for pasienten' }).inputValue()).toBe('nn');
  expect(await page.getByRole('radio', { name: 'Ja', checked: true }).count()).toBe(3);
  const last = page.getByRole('radiogroup', { name: question });
  expect(await last.getByRole('radio', { name: 'Nei' }).isChecked()).toBe(true);
}

/** As if everybody had been away for a day: the server's own clock is not touched. */
async function sessionsTimeOut(): Promise<void> {
  await harbour.server.db.ownerPool.query(`update access.session set seen_at = seen_at - interval '1 day'`);
  // The server believes what it has read of a session for two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
}
