import { openForm } from '@skute/treatment/contract';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../src/browser-axe.ts';
import { journeys, type Visitor } from '../src/browser.ts';
import { hasFocus, press, sees, seesHeading, seesWords, soon, tabTo } from './verbs.ts';

const harbour = journeys();
const core = 'http://hl7.org/fhir/StructureDefinition';

/** A form with every control there is, in place of the one that the server has. */
const everything = {
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'urn:skute:form:everything',
  version: '1.0.0',
  title: 'Alt mulig',
  language: 'nb',
  item: [
    group('numbers', 'Tall og tekst', [
      { linkId: 'intro', type: 'display', text: 'Litt om det hele.' },
      question('times', 'integer', 'Hvor mange ganger?', { required: true, extension: between(0, 20) }),
      question('far', 'decimal', 'Hvor langt?', {
        item: [{ linkId: 'far-unit', type: 'display', text: 'km', extension: [control('unit')] }],
      }),
      question('food', 'string', 'Hva spiste du?', { repeats: true }),
      question('link', 'url', 'Har du en lenke?'),
      question('weight', 'quantity', 'Hva veier du?', { extension: [unit('kg', 'kg'), unit('g', 'gram')] }),
      question('tell', 'text', 'Fortell', {
        item: [
          {
            linkId: 'tell-help',
            type: 'display',
            text: 'Så mye du vil. '.repeat(12),
            extension: [control('help')],
          },
        ],
      }),
    ]),
    group('days', 'Dager og valg', [
      question('day', 'date', 'Når begynte det?'),
      question('moment', 'dateTime', 'Når var det sist?'),
      question('clock', 'time', 'Når la du deg?'),
      choice('home', 'Hvor bor du?', ['Oslo', 'Bergen'], { extension: [control('drop-down')] }),
      choice('fruit', 'Hvilken frukt?', ['Eple', 'Pære'], { extension: [control('autocomplete')] }),
      choice('tried', 'Hva har du prøvd?', ['Ris', 'Havre'], { repeats: true }),
      choice('helped', 'Hva hjalp mest?', ['Ro', 'Mat'], { type: 'open-choice' }),
    ]),
    group('rest', 'Resten', [
      question('sleep', 'boolean', 'Sover du godt?', {
        required: true,
        extension: [{ url: 'urn:skute:form:may-decline', valueBoolean: true }],
      }),
      question('scale', 'integer', 'Hvor vondt?', { extension: [control('slider'), ...between(0, 10)] }),
      question('line', 'integer', 'Hvor mye?', { extension: [control('slider'), ...between(0, 100)] }),
      question('picture', 'attachment', 'Har du et bilde?'),
      {
        ...group('medicine', 'Medisin', [
          question('name', 'string', 'Navn'),
          question('dose', 'integer', 'Antall'),
        ]),
        repeats: true,
      },
      {
        ...group('often', 'Hvor ofte?', [
          choice('rice', 'Ris', ['Aldri', 'Ofte']),
          choice('milk', 'Melk', ['Aldri', 'Ofte']),
        ]),
        extension: [control('table')],
      },
    ]),
  ],
};

test('every control can be filled in with the keyboard alone, and the answers are what was written', async () => {
  const { page } = await openEverything('desk');
  await tabTo(page, page.getByRole('textbox', { name: 'Hvor mange ganger?' }));
  await page.keyboard.type('tre');
  await byKeys(page, page.getByRole('button', { name: 'Neste' }), 'Enter');
  await hasFocus(page.getByRole('alert'));
  await seesWords(page, 'Skriv et helt tall');
  await write(page, 'Hvor mange ganger?', '3');
  await write(page, /^Hvor langt\?/, '4,5');
  await write(page, /^Hva spiste du\? 1/, 'Ris');
  await byKeys(page, page.getByRole('button', { name: 'Legg til én til' }), 'Enter');
  await hasFocus(page.getByRole('textbox', { name: 'Hva spiste du? 2' }));
  await page.keyboard.type('Havre');
  await write(page, /^Hva veier du\?/, '70');
  await write(page, /^Fortell/, 'Det går bra');
  await byKeys(page, page.getByRole('button', { name: 'Neste' }), 'Enter');

  await seesHeading(page, 'Dager og valg');
  await hasFocus(page.getByRole('heading', { level: 1 }));
  await byKeys(page, page.getByRole('combobox', { name: /^Hvor bor du/ }), 'b');
  await write(page, /^Hvilken frukt/, 'Pære', 'combobox');
  await byKeys(page, page.getByRole('checkbox', { name: 'Havre' }), 'Space');
  await byKeys(page, page.getByRole('radio', { name: 'Ro' }), 'Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await write(page, 'Skriv hva', 'En tur');
  await byKeys(page, page.getByRole('button', { name: 'Neste' }), 'Enter');

  await seesHeading(page, 'Resten');
  await byKeys(page, page.getByRole('checkbox', { name: /^Vil ikke svare/ }), 'Space');
  await byKeys(page, page.getByRole('radio', { name: '0', exact: true }), 'Space');
  await page.keyboard.press('1');
  await page.keyboard.press('0');
  await byKeys(page, page.getByRole('slider'), 'ArrowRight');
  await page.keyboard.press('ArrowRight');
  await byKeys(page, page.getByRole('button', { name: 'Legg til én til' }), 'Enter');
  await hasFocus(page.getByText('Medisin 2', { exact: true }));
  await byKeys(page, page.getByRole('button', { name: /^Ta bort.*Medisin/ }).last(), 'Enter');
  await hasFocus(page.getByRole('button', { name: 'Legg til én til' }));
  await byKeys(page, page.getByRole('button', { name: 'Neste' }), 'Enter');

  await seesHeading(page, 'Se over svarene');
  const given = page.locator('.check-line dd > span');
  expect(await given.allTextContents()).toEqual([
    ...['3', '4,5 km', 'Ris, Havre', 'Ikke besvart', '70 kg', 'Det går bra'],
    ...['Ikke besvart', 'Ikke besvart', 'Ikke besvart', 'Bergen', 'Pære', 'Havre', 'En tur'],
    ...[
      'Vil ikke svare',
      '10',
      '52',
      'Ikke besvart',
      'Ikke besvart',
      'Ikke besvart',
      'Ikke besvart',
      'Ikke besvart',
    ],
  ]);
});

test('a picture goes with the answer, and one that is too large is refused with words', async () => {
  const { page } = await openEverything('phone', '3');
  const file = page.getByLabel(/^Har du et bilde/);
  await file.setInputFiles({ name: 'hav.png', mimeType: 'image/png', buffer: Buffer.alloc(600_000) });
  await seesWords(page, 'Filen er for stor. Den kan være 500 kB.');
  await file.setInputFiles({ name: 'hav.png', mimeType: 'image/png', buffer: Buffer.alloc(1_000, 7) });
  await seesWords(page, 'hav.png');
});

test.each(['1', '2', '3', 'check'])(
  'part %s of a form with every control has no accessibility fault',
  async (part) => {
    const { page } = await openEverything('phone', part);
    expect(await faultsOf(page)).toEqual([]);
    if (part === 'check') return;
    await press(page, 'Neste');
    expect(await faultsOf(page)).toEqual([]);
  },
);

test.each(['/form/week', '/form/week/1', '/progress'])('%s has no accessibility fault', async (address) => {
  const { page } = await harbour.arrive('phone', { as: 'jorunn' });
  await page.goto(address);
  await sees(page.getByRole('heading', { level: 1 }));
  await page.waitForLoadState('networkidle');
  expect(await faultsOf(page)).toEqual([]);
});

async function openEverything(size: 'phone' | 'desk', part = '1'): Promise<Visitor> {
  const visitor = await harbour.arrive(size, { as: 'amina' });
  const { page } = visitor;
  await page.route(`**${openForm.path.replace(':formId', 'fodmap-wish')}`, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...view, questionnaire: everything, draft: null } });
  });
  await page.route('**/api/patient/forms/*/draft', (route) =>
    route.fulfill({ json: { outcome: 'kept', number: 1, savedAt: new Date().toISOString() } }),
  );
  await page.goto(`/form/fodmap-wish/${part}`);
  await sees(page.getByRole('heading', { level: 1 }));
  return visitor;
}

async function byKeys(page: Page, what: Locator, key: string): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

async function write(
  page: Page,
  name: string | RegExp,
  words: string,
  role: 'textbox' | 'combobox' = 'textbox',
): Promise<void> {
  const field = page.getByRole(role, { name });
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
  await soon(() => field.inputValue()).toBe(words);
}

function group(linkId: string, text: string, item: readonly object[]) {
  return { linkId, type: 'group', text, item };
}

function question(linkId: string, type: string, text: string, more: object = {}) {
  return { linkId, type, text, ...more };
}

function choice(linkId: string, text: string, words: readonly string[], more: object = {}) {
  const answerOption = words.map((display) => ({
    valueCoding: { system: 'urn:skute:answers', code: display.toLowerCase(), display },
  }));
  return { linkId, type: 'choice', text, answerOption, ...more };
}

function control(code: string) {
  const coding = [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }];
  return { url: `${core}/questionnaire-itemControl`, valueCodeableConcept: { coding } };
}

function between(least: number, most: number) {
  return [
    { url: `${core}/minValue`, valueInteger: least },
    { url: `${core}/maxValue`, valueInteger: most },
  ];
}

function unit(code: string, display: string) {
  return {
    url: `${core}/questionnaire-unitOption`,
    valueCoding: { system: 'http://unitsofmeasure.org', code, display },
  };
}
