import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../src/browser-axe.ts';
import { journeys } from '../src/browser.ts';
import { answers } from './clinic-forms-answers.ts';
import { follow, hasFocus, press, sees, seesHeading, seesNo, seesWords, soon } from './verbs.ts';

const harbour = journeys();
const because =
  'Svaret var ja til å prøve ut FODMAP, så en side om hva som skjer nå er kommet fram, og selve modulen åpner behandleren etter å ha spurt på nytt om spiseforstyrrelse.';

test('a yes to FODMAP opens a step and comes to the worklist, with the same because; read and done by keys', async () => {
  await answers(await harbour.server.as('amina'), 'fodmap-wish', { but: { 'fodmap-wish': 'yes' } });
  const { page: phone } = await harbour.arrive('phone', { as: 'amina' });
  await phone.goto('/');
  await sees(phone.getByText(because));
  await sees(phone.getByRole('link', { name: /Hva skjer nå med FODMAP/ }));

  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/worklist');
  const row = rowOf(page, 'Amina Solbakk');
  await sees(row.getByText('Vil prøve FODMAP.'));
  await sees(row.getByText(because));

  await row.getByRole('link').focus();
  await page.keyboard.press('o');
  await seesHeading(page, 'Amina Solbakk');
  const answersPane = page.getByRole('region', { name: 'Nyeste svar' });
  await hasFocus(answersPane);
  await sees(answersPane.getByText('Vil du prøve ut FODMAP?').first());
  await sees(answersPane.getByText('Ja', { exact: true }));
  await press(page, 'Ferdig: Vil prøve FODMAP');
  await seesWords(page, 'Amina Solbakk er ferdig.');
  await seesNo(page.getByRole('region', { name: 'Trenger deg' }).getByText('Vil prøve FODMAP.'));

  await phone.goto('/progress');
  await sees(phone.getByRole('link', { name: /Vil du prøve ut FODMAP.*Lest av klinikken/ }));
});

test('one week fits one screen, and J and K go through the worklist at the same part of it', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/worklist');
  const names = page.getByRole('main').getByRole('listitem').getByRole('link');
  await names.first().waitFor();
  const [first = '', second = ''] = await names.allTextContents();
  await hasFocus(names.first());
  await page.keyboard.press('Enter');
  await seesHeading(page, first);
  await hasFocus(page.getByRole('region', { name: 'De siste 7 dagene' }));
  await sees(page.getByRole('figure'));
  expect(await scrolls(page)).toEqual([]);
  await page.keyboard.press('4');
  await hasFocus(page.getByRole('region', { name: 'Trenger deg' }));
  await page.keyboard.press('j');
  await seesHeading(page, second);
  await hasFocus(page.getByRole('region', { name: 'Trenger deg' }));
  await sees(page.getByRole('region', { name: 'Nyeste måling' }).getByText(/Lavere er bedre/));
  expect(await scrolls(page)).toEqual([]);
  await page.keyboard.press('k');
  await seesHeading(page, first);
});

test('a part of the week that fails says so alone', async () => {
  const { page, watch } = await harbour.arrive('desk', { as: 'ingrid' });
  watch.networkGone();
  await page.route('**/measures', (route) => route.abort());
  await page.goto('/clinic/worklist');
  await follow(page, 'Tomas Båtvik');
  await sees(page.getByRole('region', { name: 'Nyeste måling' }).getByText(/^Vi fikk ikke hentet dette\./));
  await sees(page.getByRole('region', { name: 'Trenger deg' }).getByText('Oppfølgingssamtale.'));
});

test('the course is said in words, drawn and in a table, and its note is copied with C', async () => {
  const { page, context } = await harbour.arrive('desk', { as: 'ingrid' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForms(page, 'Tomas Båtvik');
  const course = page.getByRole('region', { name: 'Mageplager' });
  await sees(course.getByText(/ned fra 334 .* til 192/));
  await sees(course.getByText('↓ Lavere er bedre'));
  await sees(course.getByText(/^50 poeng, vises pasienten\./));
  await sees(course.getByText(/^122 poeng, bare for klinikken\./));
  await course.getByRole('button', { name: 'Vis som tabell' }).click();
  await sees(course.getByRole('cell', { name: /regel 1\.0\.0/ }));
  await sees(page.getByRole('region', { name: 'Uka', exact: true }).getByText('ikke besvart').first());

  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await seesWords(page, 'Notatet er kopiert. Lim det inn i journalen.');
  const note = await page.evaluate(() => navigator.clipboard.readText());
  expect(note).toContain('Mageplager: ned fra 334');
  expect(note).toContain('Nivå: Moderate. Lavere er bedre.');
  expect(note).toContain('når grensene 50 og 122');
});

test('a form is asked for, taken back, moved and cancelled', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openForms(page, 'Jorunn Lien');
  await press(page, 'Be om et skjema');
  const dialog = page.getByRole('dialog', { name: 'Be om et skjema' });
  await dialog.getByRole('combobox', { name: 'Hva' }).selectOption('Magen akkurat nå');
  await dialog.getByLabel('Dag').fill('2001-01-01');
  await dialog.getByRole('button', { name: 'Be om det' }).click();
  await sees(dialog.getByText('Velg en dag fra i dag til om et år.'));
  await page.keyboard.press('Escape');

  await press(page, 'Be om et skjema');
  await dialog.getByRole('combobox', { name: 'Hva' }).selectOption('Magen akkurat nå');
  await dialog.getByRole('button', { name: 'Be om det' }).click();
  const asked = page.getByRole('listitem').filter({ hasText: /Magen akkurat nå.*Åpent, besvares innen/ });
  await sees(asked);
  await press(page, 'Angre');
  await seesNo(asked);
  await sees(page.getByRole('listitem').filter({ hasText: /Magen akkurat nå.*Avlyst/ }));

  const next = page.getByRole('listitem').filter({ hasText: /Uka som gikk.*Kommer/ });
  await next
    .first()
    .getByRole('button', { name: /^Avlys/ })
    .click();
  const cancelling = page.getByRole('dialog', { name: 'Avlys «Uka som gikk»' });
  await cancelling.getByRole('button', { name: 'Avlys' }).click();
  await sees(cancelling.getByText('Skriv grunnen med minst tre tegn.'));
  await cancelling.getByRole('textbox', { name: 'Grunn' }).fill('Hun er på reise da');
  await cancelling.getByRole('button', { name: 'Avlys' }).click();
  await seesWords(page, '«Uka som gikk» er avlyst.');
});

test('an answer about safety stands out by its word, and comes to the one who calls', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openForms(page, 'Jorunn Lien');
  await press(page, 'Be om et skjema');
  const dialog = page.getByRole('dialog', { name: 'Be om et skjema' });
  await dialog.getByRole('combobox', { name: 'Hva' }).selectOption('Etter 3 måneder');
  await dialog.getByRole('button', { name: 'Be om det' }).click();
  await seesWords(page, /^«Etter 3 måneder» er bedt om/);
  await answers(await harbour.server.as('jorunn'), 'safety', { but: { blood: true } });
  await page.goto('/clinic/worklist');
  const row = rowOf(page, 'Jorunn Lien');
  await sees(row.getByText('Trygghetssvar.'));
  await sees(row.locator('[data-kind="safety-answer"] svg'));

  await row.getByRole('link').click();
  await hasFocus(page.getByRole('region', { name: 'De siste 7 dagene' }));
  await press(page, 'Ferdig med notat: Trygghetssvar');
  await page.getByRole('textbox', { name: 'Notat' }).fill('Ringte. Hun går til fastlegen i morgen.');
  const handled = page.waitForResponse(/\/handle$/);
  await page.keyboard.press('Control+Enter');
  await handled;
  await seesNo(page.getByText('Trygghetssvar.'));
  await page.keyboard.press('[');
  await seesWords(page, 'Ringte. Hun går til fastlegen i morgen.');
});

test('the week, the forms and their answers have no accessibility fault', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/worklist');
  await follow(page, 'Tomas Båtvik');
  await sees(page.getByRole('figure'));
  expect(await faultsOf(page)).toEqual([]);
  await openForms(page, 'Tomas Båtvik');
  await page.getByRole('button', { name: 'Uka som gikk' }).first().click();
  await seesWords(page, /^Ordlyden er den pasienten svarte på\./);
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Be om et skjema');
  await sees(page.getByRole('dialog'));
  expect(await faultsOf(page)).toEqual([]);
});

function rowOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

async function openForms(page: Page, name: string): Promise<void> {
  await page.goto('/clinic/patients');
  await follow(page, name);
  await seesHeading(page, name);
  await page.getByRole('main').getByRole('link', { name: 'Skjema og utvikling' }).click();
  await sees(page.getByRole('heading', { name: 'Når det spørres' }));
}

/** In which directions the page can be scrolled. */
async function scrolls(page: Page): Promise<string[]> {
  await soon(() => page.locator('.pane').count()).toBe(4);
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return [
      ...(scrollHeight > window.innerHeight ? ['down'] : []),
      ...(scrollWidth > window.innerWidth ? ['sideways'] : []),
    ];
  });
}
