import { readFileSync } from 'node:fs';
import { windClock } from '@skute/clinics/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf, type Tag } from '../../platform/src/pdf/reading/read-pdf.ts';
import { faultsOf } from '../src/browser-axe.ts';
import { journeys } from '../src/browser.ts';
import { answers } from './clinic-forms-answers.ts';
import { follow, hasFocus, press, sees, seesHeading, seesWords } from './verbs.ts';

const harbour = journeys();
const letter = 'Brev til fastlege etter 3 måneder';
const assessment = 'Hun har tydelig mindre plager.';
const advice = 'Fortsett med faste måltider.';

test('after three months the forms are answered, and the course is better', async () => {
  const ingrid = await harbour.server.as('ingrid');
  expect((await ingrid.call(windClock, { body: { forwardHours: 24 * 50 } })).status).toBe(200);
  const amina = await harbour.server.as('amina');
  for (const form of ['symptoms', 'life', 'safety', 'satisfaction'])
    await answers(amina, form, { share: 0.2 });

  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openTab(page, 'Skjema og utvikling');
  await sees(page.getByRole('region', { name: 'Mageplager' }).getByText(/ned fra \d+ .* til 1\d\d/));
});

test('the letter to her doctor is proposed with why, written, kept through a reload, and cannot be sent half', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openTab(page, 'Notat og brev');
  await sees(
    page
      .getByRole('listitem')
      .filter({ hasText: letter })
      .getByText(/^Skjemaene er besvart/),
  );
  await follow(page, `Skriv: ${letter}`);
  await sees(page.getByRole('article').getByText('Amina Solbakk').first());
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Gå til sending');
  await seesWords(page, 'Skriv noe her før du sender.');
  const judged = page.getByRole('textbox', { name: 'Behandlers vurdering' });
  await hasFocus(judged);
  await judged.fill(assessment);
  await page.reload();
  await sees(judged);
  expect(await judged.inputValue()).toBe(assessment);
  const advised = page.getByRole('textbox', { name: 'Råd videre' });
  await advised.fill(advice);
  await sees(page.getByRole('article').getByText(advice));
  await sees(page.getByRole('status').getByText('Lagret', { exact: true }));
});

test('what is sent is said before it is sent, and the PDF is what was written', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openTab(page, 'Notat og brev');
  await follow(page, `Skriv videre: ${letter}`);
  await press(page, 'Gå til sending');
  await hasFocus(page.getByRole('heading', { name: `Send «${letter}»` }));
  await seesWords(
    page,
    /^Om Amina Solbakk, født 27\. januar 1999\. \d+ sider?\.$/,
    /^Når du sender, fryses teksten\./,
  );
  expect(await faultsOf(page)).toEqual([]);
  const send = page.getByRole('button', { name: 'Send om Amina Solbakk, født 1999' });
  await send.click();
  await hasFocus(page.getByRole('textbox', { name: 'Navn på legen eller kontoret' }));
  await page.keyboard.type('Vågen legesenter');
  await page.getByRole('textbox', { name: 'HER-id' }).fill('8094866');
  await send.click();
  await seesWords(page, 'Sendt. Her ser du når det kommer fram.');
  await sees(page.getByRole('listitem').filter({ hasText: /Vågen legesenter: (I kø|Levert|Mottatt)/ }));

  const downloading = page.waitForEvent('download');
  await press(page, 'Last ned PDF');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(download.suggestedFilename()).not.toMatch(/amina|ibs|mage|lege/i);
  const words = wordsIn(readPdf(readFileSync(await download.path())).root);
  for (const told of ['Amina Solbakk', assessment, advice, 'Magen de siste 10 dagene'])
    expect(words).toContain(told);
});

test('what was sent is in the list with where it is, and has no accessibility fault', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openTab(page, 'Notat og brev');
  await sees(page.getByRole('listitem').filter({ hasText: /Journalen: (Levert|Mottatt|I kø)/ }));
  expect(await faultsOf(page)).toEqual([]);
  await follow(page, `Les: ${letter}`);
  await sees(page.getByRole('article').getByText(assessment));
  expect(await faultsOf(page)).toEqual([]);
});

async function openTab(page: Page, tab: string): Promise<void> {
  await page.goto('/clinic/patients');
  await follow(page, 'Amina Solbakk');
  await seesHeading(page, 'Amina Solbakk');
  await page.getByRole('main').getByRole('link', { name: tab, exact: true }).click();
  await sees(page.getByRole('main').getByRole('heading', { level: 2 }));
}

function wordsIn({ text, children }: Tag): string {
  return [text, ...children.map(wordsIn)].join(' ');
}

test('the patient keeps a step, an answer and the whole course as PDF, under names that say nothing', async () => {
  const { page } = await harbour.arrive('phone', { as: 'ola' });
  for (const address of ['/step/what-is-ibs', '/progress']) {
    await page.goto(address);
    await seesPdf(page);
  }
  await page.getByRole('link', { name: /^Uka som gikk/ }).click();
  await seesPdf(page);
});

async function seesPdf(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download');
  await press(page, 'Lagre som PDF');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^dokument-\d{4}-\d\d-\d\d\.pdf$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
}
