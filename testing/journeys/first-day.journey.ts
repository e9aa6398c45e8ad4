import { finishStep, openStep } from '@skute/treatment/contract';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, logInAs, press, sees, seesHeading, seesNo, seesWords, soon } from './verbs.ts';

const harbour = journeys();
const firstModule = ['Velkommen om bord', 'Slik virker programmet', 'Din egen kurs', 'Når du bør søke hjelp'];

test('Kari, newly invited, logs in, is told what matters, says yes, and takes the first module step by step', async () => {
  const { page } = await harbour.arrive('phone');
  await page.goto('/');
  await logInAs(page, 'Kari Seilmoen');

  await seesHeading(page, 'Hvem følger deg');
  await seesWords(page, 'Ingrid Havn ved Klinisk ernæring, poliklinikk følger deg.');
  for (const heading of ['Ikke for noe som haster', 'Slik vil jeg ha det', 'Telefonen og varsler']) {
    await press(page, 'Neste');
    await seesHeading(page, heading);
  }
  await press(page, 'Bli med');
  await seesWords(page, 'Uke 1 av 26');

  await follow(page, /^Begynn ?: Velkommen om bord/);
  for (const step of firstModule) {
    await seesHeading(page, step);
    await press(page, /^(Neste|Ferdig)$/);
  }
  await seesHeading(page, 'Du er ferdig med «Start her»');
  await follow(page, 'Fortsett');
  await seesHeading(page, 'Hva er IBS?');
});

test('a reload keeps her place', async () => {
  const { page } = await harbour.arrive('phone', { as: 'kari' });
  await page.goto('/step/what-is-ibs');
  await seesHeading(page, 'Hva er IBS?');
  await page.getByRole('button', { name: 'Neste' }).scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  expect(place).toBeGreaterThan(500);
  // The place is kept a moment after the scrolling has stopped.
  await soon(() => page.evaluate(() => localStorage.getItem('skute.scroll/what-is-ibs'))).toBe(
    String(Math.round(place)),
  );
  await page.reload();
  await seesHeading(page, 'Hva er IBS?');
  await soon(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place - 50);

  await page.goto('/');
  await sees(page.getByRole('link', { name: /^Fortsett ?: Hva er IBS\?/ }));
});

test('a step further on can’t be reached by its address, in the app or past it', async () => {
  const { page, watch } = await harbour.arrive('phone', { as: 'kari' });
  for (const refused of [404, 409]) watch.expect(refused, /\/api\/patient\/steps\/[a-z-]+\/open$/);
  for (const later of ['what-helps', 'calm-meals', 'no-such-step']) {
    await page.goto(`/step/${later}`);
    await seesHeading(page, 'Dette steget er ikke åpent ennå');
    await seesNo(page.getByRole('button', { name: 'Neste' }));
  }
  const kari = await harbour.server.as('kari');
  for (const route of [openStep, finishStep]) {
    const answers = ['what-helps', 'no-such-step'].map((stepId) => kari.call(route, { params: { stepId } }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([409, 404]);
  }
});
