import { generateSynthetic } from '@skute/identity';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, hasFocus, press, sees, seesHeading, seesNo, seesWords, soon } from './verbs.ts';

const harbour = journeys();
const number = generateSynthetic('NO', '1992-03-04', 7);
const withOneDigitWrong = number.slice(0, 10) + ((Number(number[10]) + 1) % 10);

test('Ingrid invites a new patient in at most twelve interactions', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/patients');
  const interactions = await countedIn(page, async () => {
    await follow(page, 'Tildel program');
    await page.getByRole('textbox', { name: 'Fødselsnummer' }).fill(number);
    await page.keyboard.press('Enter');
    await seesWords(page, /Ny her\. Født 4\. mars 1992/);
    await page.getByRole('textbox', { name: 'Fornavn' }).fill('Ask');
    await page.getByRole('textbox', { name: 'Etternavn' }).fill('Fjære');
    await answerYesToAll(page);
    await press(page, 'Inviter');
  });
  await seesHeading(page, 'Ask Fjære er invitert');
  await seesWords(page, /14 av 14 dager igjen\. Kan si ja til og med/);
  // Number, Enter, two names, a *yes* for each of four lines, and two buttons; age is worked out.
  expect(interactions).toBe(10);
  await follow(page, 'Gå til pasienten');
  await seesHeading(page, 'Ask Fjære');
  await seesWords(page, /^Invitert\. Kan si ja til og med .*14 dager igjen\.$/);
});

test('a number with a wrong check digit is told at its field, and nobody is invited', async () => {
  const { page, watch } = await harbour.arrive('desk', { as: 'ingrid' });
  watch.expect(422, /\/api\/clinic\/people\/look-up$/);
  await page.goto('/clinic/invite');
  const field = page.getByRole('textbox', { name: 'Fødselsnummer' });
  await field.fill(withOneDigitWrong);
  await page.keyboard.press('Enter');
  const told = 'Kontrollsifferet stemmer ikke. Se over sifrene, ett er trolig feil.';
  await seesWords(page, told);
  await soon(() => field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.evaluate(describedBy)).toContain(told);
  await press(page, 'Inviter');
  await sees(page.getByRole('alert').getByRole('link', { name: told }));
  await hasFocus(page.getByRole('alert'));
  await seesHeading(page, 'Tildel program');
});

test('a line that is not met needs a reason, and the reason stays with the patient', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/invite');
  await page.getByRole('textbox', { name: 'Fødselsnummer' }).fill(generateSynthetic('NO', '1970-06-05', 3));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Hege');
  await page.getByRole('textbox', { name: 'Etternavn' }).fill('Holme');
  await answerYesToAll(page);
  const question = 'Kan pasienten lese norsk eller svensk og bruke appen?';
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: 'Nei' }).check();
  await press(page, 'Inviter');
  await sees(page.getByRole('alert').getByRole('link', { name: /Skriv grunnen til å invitere likevel/ }));
  await page
    .getByRole('textbox', { name: 'Grunn til å invitere likevel' })
    .fill('Mannen leser høyt for henne');
  await press(page, 'Inviter');
  await seesHeading(page, 'Hege Holme er invitert');
  await follow(page, 'Gå til pasienten');
  await seesWords(page, 'Grunn: Mannen leser høyt for henne');
});

test('nobody under 16 is invited, whatever the reason', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/invite');
  await page.getByRole('textbox', { name: 'Fødselsnummer' }).fill(generateSynthetic('NO', '2013-06-05', 3));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Ung');
  await page.getByRole('textbox', { name: 'Etternavn' }).fill('Holme');
  await answerYesToAll(page);
  await seesNo(page.getByRole('textbox', { name: 'Grunn til å invitere likevel' }));
  await press(page, 'Inviter');
  await sees(page.getByRole('alert').getByText(/^For ung ved start\. Grensen er 16 år/));
});

test('the new patient is in Ingrid’s list, and in nobody else’s', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/patients?filter=invited');
  await sees(page.getByRole('link', { name: 'Ask Fjære' }));
  const { page: mortens } = await harbour.arrive('desk', { as: 'morten' });
  await mortens.goto('/clinic/patients');
  await seesWords(mortens, 'Her kommer pasientene dine.');
  await seesNo(mortens.getByText('Ask Fjære'));
});

async function answerYesToAll(page: Page): Promise<void> {
  for (const yes of await page.getByRole('radio', { name: 'Ja' }).all()) await yes.check();
}

/** Presses of the pointer, keys that are no letters, and each field that was typed in counted once. */
async function countedIn(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const fields = new Set<EventTarget | null>();
    const counted = { presses: 0, fields };
    Object.assign(window, { counted });
    window.addEventListener('pointerdown', () => void (counted.presses += 1), true);
    window.addEventListener('keydown', ({ key }) => void (counted.presses += key.length > 1 ? 1 : 0), true);
    window.addEventListener('input', ({ target }) => void (isTyped(target) && fields.add(target)), true);
    function isTyped(target: EventTarget | null): boolean {
      return target instanceof HTMLInputElement && target.type !== 'radio';
    }
  });
  await act();
  return page.evaluate(() => {
    const { counted } = window as unknown as { counted: { presses: number; fields: Set<unknown> } };
    return counted.presses + counted.fields.size;
  });
}

function describedBy(field: Element): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
