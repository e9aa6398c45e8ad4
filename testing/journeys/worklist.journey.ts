import type { Page } from 'playwright-core';
import { patientNamed } from '@skute/server';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { hasFocus, linesOf, sees, seesHeading, seesNo, seesWords } from './verbs.ts';

const harbour = journeys();

test('the worklist is worked through with keys: move, done, undo, later, back', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  const { keyboard } = page;
  await page.goto('/clinic/');
  const names = await namesOf(page);
  const [first = '', second = ''] = names;
  await hasFocus(person(page, first));
  await keyboard.press('j');
  await hasFocus(person(page, second));
  await keyboard.press('k');
  await hasFocus(person(page, first));

  await keyboard.press('e');
  await seesWords(page, `${first} er ferdig.`);
  await seesNo(person(page, first));
  await hasFocus(person(page, second));
  await keyboard.press('u');
  await sees(person(page, first));
  expect(await namesOf(page)).toEqual(names);

  await hasFocus(person(page, first));
  await keyboard.press('s');
  await sees(page.getByRole('dialog', { name: `Senere: ${first}` }));
  await keyboard.press('Escape');
  await hasFocus(person(page, first));
  await keyboard.press('Enter');
  await seesHeading(page, first);
  await keyboard.press('g');
  await keyboard.press('a');
  await seesHeading(page, 'Arbeidsliste');
  await hasFocus(person(page, first));
});

test('what was done stays done after a reload', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/worklist');
  const [first = '', second = ''] = await namesOf(page);
  await hasFocus(person(page, first));
  const answered = page.waitForResponse(/\/handle$/);
  await page.keyboard.press('e');
  expect((await answered).status()).toBe(200);
  await page.reload();
  await sees(person(page, second));
  await seesNo(person(page, first));
});

test('a patient is found by the beginning of the name', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/');
  await seesHeading(page, 'Arbeidsliste');
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox');
  await hasFocus(field);
  await page.keyboard.type('ank');
  await sees(person(page, 'Liv Ankerås'));
  await seesNo(person(page, 'Ola Bris'));
  nothingPersonalIsShownOutside(page, await page.title(), ['ank']);
  await page.keyboard.press('Enter');
  await seesHeading(page, 'Liv Ankerås');
  nothingPersonalIsShownOutside(page, await page.title(), ['Liv', 'Ankerås']);
});

test('a patient is found by identity number, which is in no address', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  const { number } = patientNamed('jorunn');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/clinic/patients');
  await page.getByRole('searchbox').fill(`${number.slice(0, 6)} ${number.slice(6)}`);
  await sees(person(page, 'Jorunn Lien'));
  await seesNo(person(page, 'Ola Bris'));
  await page.keyboard.press('Enter');
  await seesHeading(page, 'Jorunn Lien');
  nothingPersonalIsShownOutside(page, await page.title(), [number, number.slice(0, 6), 'Jorunn', 'Lien']);
  expect(addresses.join(' ')).not.toMatch(new RegExp(`${number}|${number.slice(0, 6)}|jorunn`, 'i'));
});

test('the palette finds acts by name, and a name that is no act among the patients', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/programmes');
  await seesHeading(page, 'Programmer');
  await openPalette(page);
  await page.keyboard.type('arbeidsl');
  await page.keyboard.press('Enter');
  await seesHeading(page, 'Arbeidsliste');
  await openPalette(page);
  await page.keyboard.type('hanne');
  await page.keyboard.press('Enter');
  await sees(person(page, 'Hanne Fyr'));
  await seesNo(person(page, 'Ola Bris'));
});

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await hasFocus(page.getByRole('combobox'));
}

function person(page: Page, name: string) {
  return page.getByRole('main').getByRole('link', { name, exact: true });
}

/** In the order of the list. */
async function namesOf(page: Page): Promise<string[]> {
  const names = page.getByRole('listitem').getByRole('link');
  await names.first().waitFor();
  return linesOf(page.getByRole('main').getByRole('listitem').getByRole('link'));
}

function nothingPersonalIsShownOutside(page: Page, title: string, personal: readonly string[]): void {
  const shown = `${title} ${decodeURIComponent(page.url())}`.toLowerCase();
  for (const words of personal) expect(shown).not.toContain(words.toLowerCase());
}
