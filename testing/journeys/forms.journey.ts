import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { savePreferences } from '@skute/access/contract';
import { windClock } from '@skute/clinics/contract';
import { acceptInvitation } from '@skute/treatment/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { faultsOf } from '../src/browser-axe.ts';
import { killBrowserOf } from '../src/browser-killed.ts';
import { journeys, type Visitor } from '../src/browser.ts';
import { follow, hasFocus, logInAs, press, sees, seesHeading, seesNo, seesWords, soon } from './verbs.ts';

const harbour = journeys();

beforeAll(async () => {
  for (const key of ['kari', 'per']) {
    const patient = await harbour.server.as(key);
    await patient.call(acceptInvitation);
    const known = { language: 'nb', textSize: 'md', theme: 'auto', welcomed: true };
    await patient.call(savePreferences, { body: known });
  }
});

test('the forms of the start are one sitting: each receipt leads to the next, and the last says thank you', async () => {
  const { page } = await harbour.arrive('phone', { as: 'kari' });
  await page.goto('/');
  await seesWords(page, '3 skjemaer');
  await follow(page, /^Svar nå/);
  await seesHeading(page, 'Magen de siste 10 dagene');
  await seesWords(page, 'Hvem leser svaret?', 'Eksempelinnhold, skal vurderes klinisk');
  await follow(page, 'Begynn');
  await seesHeading(page, 'De siste 10 dagene');
  for (const line of await page.getByRole('slider').all()) await line.press('ArrowRight');
  await inGroup(page, /^På hvor mange av de 10 dagene/, '3');
  await onwardsAndSend(page);
  await seesHeading(page, 'Sendt. Det er litt igjen');
  await seesWords(page, /Tallet ditt er \d+\. Lavere er bedre\./);

  await follow(page, 'Neste: Livet med magen');
  await follow(page, 'Begynn');
  await answerAll(page, 'Litt');
  await onwardsAndSend(page);

  await follow(page, /^Neste: /);
  await follow(page, 'Begynn');
  await answerAll(page, 'Nei');
  await onwardsAndSend(page);
  await seesHeading(page, 'Takk, svaret er sendt');
  await hasFocus(page.getByRole('heading', { level: 1 }));
  await seesWords(page, /^Klinikken leser svaret innen \w+dag/);
});

test('what the clinic should not wait with shows the numbers that answer now', async () => {
  const { page } = await harbour.arrive('phone', { as: 'per' });
  await page.goto('/form/safety');
  await follow(page, 'Begynn');
  await answerAll(page, 'Nei', async () => {
    const thoughts = page.getByRole('radiogroup', { name: /ikke vil leve/ });
    if ((await thoughts.count()) > 0) await thoughts.getByRole('radio', { name: 'Ja' }).check();
  });
  await onwardsAndSend(page);
  await sees(page.getByRole('heading', { name: 'Trenger du noen nå?' }));
  for (const number of ['113', '116 117', '116 123'])
    await sees(page.getByRole('main').getByRole('link', { name: `Ring ${number}` }));
  expect(await faultsOf(page)).toEqual([]);
});

test('a week later there is a short form, and the answers are found again in the course', async () => {
  const ingrid = await harbour.server.as('ingrid');
  expect((await ingrid.call(windClock, { body: { forwardHours: 7 * 24 } })).status).toBe(200);
  const { page } = await harbour.arrive('phone', { as: 'ola' });
  await page.goto('/form/week');
  await seesHeading(page, 'Uka som gikk');
  await follow(page, 'Begynn');
  await press(page, 'Neste');
  const summary = page.getByRole('alert');
  await hasFocus(summary);
  await summary.getByRole('link').first().click();
  await hasFocus(page.getByRole('radio').first());
  await page.keyboard.press('4');
  for (const name of [/luft og toalett/, /styrt uka/]) await inGroup(page, name, '2');
  await page.getByRole('textbox').fill('Bedre enn før');
  await answerAll(page, 'Nei');
  await seesHeading(page, 'Se over svarene');
  await follow(page, /^Endre.*mer du vil si/);
  await hasFocus(page.getByRole('textbox'));
  await page.getByRole('textbox').fill('Mye bedre enn før');
  await onwardsAndSend(page);
  await seesHeading(page, 'Takk, svaret er sendt');
  await seesWords(page, /Tallet ditt gikk ned fra \d+ til 8\. Lavere er bedre\./);

  await follow(page, 'Se min utvikling');
  await seesHeading(page, 'Min utvikling');
  await sees(page.getByRole('figure').first());
  await follow(page, /^Uka som gikk/);
  await seesWords(page, 'Mye bedre enn før', 'Spørsmålene står slik de var da du svarte.');
  expect(await faultsOf(page)).toEqual([]);
  await page.goto('/form/week');
  await seesHeading(page, 'Du har svart på dette');
  expect(await faultsOf(page)).toEqual([]);
});

test('a half-written form is there after the browser was killed, the session over, and a new login', async () => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'skute-forms-'));
  const first = await harbour.arrive('phone', { profile });
  await first.page.goto('/form/week');
  await logInAs(first.page, 'Amina Solbakk');
  await follow(first.page, 'Begynn');
  await inGroup(first.page, /^Hvor vondt/, '7');
  await first.page.getByRole('textbox').fill('Dette skal ikke bli');
  await first.page.getByRole('textbox').pressSequentially(' borte');
  await soon(() => keptText(first.page)).toContain('ikke bli borte');
  await soon(() => draftIsSaved(first.page)).toBe(true);
  await killBrowserOf(profile, first.context);
  await sessionsTimeOut();

  const again = await harbour.arrive('phone', { profile });
  again.watch.expect(401, /\/api\//);
  await again.page.goto('/form/week/1');
  await logInAs(again.page, 'Amina Solbakk');
  await seesHeading(again.page, 'De siste 7 dagene');
  expect(await again.page.getByRole('textbox').inputValue()).toBe('Dette skal ikke bli borte');
  rmSync(profile, { recursive: true, force: true });
});

test('what is written in one tab is seen in the other', async () => {
  const { page, context } = await harbour.arrive('phone', { as: 'jorunn' });
  await page.goto('/form/week/1');
  await page.getByRole('textbox').fill('frå den eine');
  const other = await context.newPage();
  await other.goto('/form/week/1');
  await soon(() => other.getByRole('textbox').inputValue()).toBe('frå den eine');
  await other.getByRole('textbox').fill('frå den eine og den andre');
  await soon(() => page.getByRole('textbox').inputValue()).toBe('frå den eine og den andre');
});

test('answers from two devices are both kept, and the patient chooses among them', async () => {
  const phone = await harbour.arrive('phone', { as: 'per' });
  const library = await harbour.arrive('desk', { as: 'per', sharedDevice: true });
  for (const { page } of [phone, library]) {
    await page.goto('/form/week/1');
    await sees(page.getByRole('textbox'));
  }
  await phone.page.getByRole('textbox').fill('Skrevet på telefonen');
  await inGroup(phone.page, /^Hvor vondt/, '3');
  await seesWords(phone.page, 'Lagret på telefonen');
  await soon(() => draftIsSaved(phone.page)).toBe(true);

  await library.page.getByRole('textbox').fill('Skrevet på biblioteket');
  await seesHeading(library.page, 'Du har svart to steder');
  expect(await faultsOf(library.page)).toEqual([]);
  const about = library.page.getByRole('group', { name: 'Er det noe mer du vil si?' });
  await about.getByRole('radio', { name: /^Skrevet på telefonen/ }).check();
  await press(library.page, 'Bruk det jeg har valgt');
  await soon(() => library.page.getByRole('textbox').inputValue()).toBe('Skrevet på telefonen');
  await seesWords(library.page, 'Kladden er lagret');
  expect(await library.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('without a network it is filled in all the same, lies safe on the phone, and is sent once when the network is back', async () => {
  const visitor = await harbour.arrive('phone', { as: 'kari' });
  const { page } = visitor;
  await page.goto('/form/week/1');
  await sees(page.getByRole('textbox'));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await goOffline(visitor);
  await answerAll(page, 'Nei', async () => {
    for (const name of [/^Hvor vondt/, /luft og toalett/, /styrt uka/]) await inGroup(page, name, '2');
  });
  await press(page, 'Send svarene');
  await seesHeading(page, 'Ligger trygt på telefonen');
  await page.reload();
  await seesHeading(page, 'Ligger trygt på telefonen');
  await visitor.context.setOffline(false);
  await seesHeading(page, 'Takk, svaret er sendt');
  await seesNo(page.getByText('venter på å bli sendt'));
});

/** Goes through the parts that are left, and answers each choice that has nothing yet. */
async function answerAll(page: Page, answer: string, first?: () => Promise<void>): Promise<void> {
  for (;;) {
    await sees(page.getByRole('button', { name: 'Neste' }));
    await first?.();
    for (const group of await page.getByRole('radiogroup').all()) {
      const choice = group.getByRole('radio', { name: answer, exact: true });
      if ((await choice.count()) > 0 && (await group.getByRole('radio', { checked: true }).count()) === 0)
        await choice.check();
    }
    const here = page.url();
    await press(page, 'Neste');
    await soon(() => page.url()).not.toBe(here);
    if (page.url().endsWith('/check')) return;
  }
}

async function onwardsAndSend(page: Page): Promise<void> {
  if (!page.url().endsWith('/check')) await press(page, 'Neste');
  await seesHeading(page, 'Se over svarene');
  await press(page, 'Send svarene');
  await soon(() => page.url()).toMatch(/\/sent$/);
}

async function inGroup(page: Page, name: RegExp, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name }).getByRole('radio', { name: answer, exact: true }).check();
}

async function keptText(page: Page): Promise<string> {
  return page.evaluate(() => localStorage.getItem('skute.draft/week') ?? '');
}

async function draftIsSaved(page: Page): Promise<boolean> {
  return (await keptText(page)).includes('"unsent":false');
}

async function goOffline({ context, watch }: Visitor): Promise<void> {
  watch.networkGone();
  await context.setOffline(true);
}

async function sessionsTimeOut(): Promise<void> {
  await harbour.server.db.ownerPool.query(`update access.session set seen_at = seen_at - interval '1 day'`);
  // The server believes what it has read of a session for two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
}
