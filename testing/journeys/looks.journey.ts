import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, press, sees, seesHeading, seesWords, soon } from './verbs.ts';

const harbour = journeys();

test('the language is changed on the spot, and kept with the person', async () => {
  const { page } = await harbour.arrive('phone', { as: 'ola' });
  await page.goto('/step/what-is-ibs');
  await seesHeading(page, 'Hva er IBS?');
  await marked(page);
  for (const [language, heading, help] of [
    ['nn', 'Hva er IBS?', 'Treng du hjelp no?'],
    ['sv', 'Vad är IBS?', 'Behöver du hjälp nu?'],
    ['en', 'Hva er IBS?', 'Do you need help now?'],
    ['nb', 'Hva er IBS?', 'Trenger du hjelp nå?'],
  ] as const) {
    await page.getByRole('combobox').selectOption(language);
    await seesHeading(page, heading);
    await sees(page.getByRole('link', { name: help }));
    expect(new URL(page.url()).pathname).toBe('/step/what-is-ibs');
    expect(await languageOf(page)).toBe(language);
  }
  expect(await isMarked(page), 'without loading the page anew').toBe(true);
});

test('a page that is not in the chosen language says so, and says which it is in', async () => {
  const { page } = await harbour.arrive('phone', { as: 'jorunn' });
  await page.goto('/step/what-is-ibs');
  await seesWords(page, 'Denne sida finst ikkje på nynorsk enno. Her er ho på norsk bokmål.');
  const heading = page.getByRole('heading', { level: 1 });
  expect(await heading.getAttribute('lang')).toBe('nb');
});

test('a language chosen before signing in follows along', async () => {
  const { page } = await harbour.arrive('phone');
  await page.goto('/');
  await page.getByRole('combobox').selectOption('sv');
  await seesHeading(page, 'Välkommen ombord');
  await follow(page, 'Logga in');
  await press(page, /Kari Seilmoen/);
  await seesHeading(page, 'Vem följer dig');
  await page.reload();
  await seesHeading(page, 'Vem följer dig');
});

test('A A A is 18, 21 and 24 px, and lasts', async () => {
  const { page } = await harbour.arrive('phone', { as: 'amina' });
  await page.goto('/more');
  const sizeNow = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  await soon(sizeNow).toBe(18);
  for (const [name, pixels] of [
    ['Større', 21],
    ['Størst', 24],
  ] as const) {
    await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
    await soon(sizeNow).toBe(pixels);
  }
  await page.reload();
  await seesHeading(page, 'Mer');
  await soon(sizeNow).toBe(24);
  expect(await isWiderThanScreen(page)).toBe(false);
});

test('colours are as the phone’s until the patient chooses', async () => {
  const { page } = await harbour.arrive('phone', { as: 'ola' });
  const backgroundNow = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/more');
  await seesHeading(page, 'Mer');
  const light = await backgroundNow();
  await page.emulateMedia({ colorScheme: 'dark' });
  await soon(backgroundNow).not.toBe(light);
  await page.getByRole('radio', { name: 'Lyse' }).check({ force: true });
  await soon(backgroundNow).toBe(light);
  await page.reload();
  await seesHeading(page, 'Mer');
  await soon(backgroundNow).toBe(light);
});

test('Ingrid’s portal speaks Swedish when she asks it to, and her patients’ reasons too', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/worklist');
  await seesHeading(page, 'Arbeidsliste');
  await press(page, /^Meny for Ingrid Havn/);
  await page.getByRole('combobox', { name: 'Språk' }).selectOption('sv');
  await seesHeading(page, 'Arbetslista');
  await seesWords(page, /Uppföljningssamtal/);
  expect(await languageOf(page)).toBe('sv');
});

/** A mark in the page's memory is gone when the page is loaded anew. */
async function marked(page: Page): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { marked: true }));
}
async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in window);
}

async function languageOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.lang);
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
