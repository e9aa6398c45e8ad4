import { describe, expect, test } from 'vitest';
import { paperKinds } from '../contract.ts';
import { type Answered, aSource, type Told } from '../testing/a-source.ts';
import { composePaper, missingParts } from './compose-paper.ts';

const start: Answered = { form: 'symptoms', key: 'start.0', on: '2026-03-03', total: 321, band: 'severe' };
const after3: Answered = {
  form: 'symptoms',
  key: 'three-months.0',
  on: '2026-06-03',
  total: 208,
  band: 'moderate',
};
const after6: Answered = {
  form: 'symptoms',
  key: 'six-months.0',
  on: '2026-09-04',
  total: 96,
  band: 'mild',
};
const weeks: Answered[] = [
  { form: 'week', key: 'week.0', on: '2026-03-10', total: 21 },
  { form: 'week', key: 'week.1', on: '2026-03-17', total: 18 },
  { form: 'week', key: 'week.2', on: '2026-03-24', total: 12 },
];
const at3Months: Told = {
  now: '2026-06-08',
  answered: [start, ...weeks, after3],
  finished: ['welcome', 'how', 'plate'],
};
const atEnd: Told = {
  now: '2026-09-10',
  answered: [start, ...weeks, after3, after6],
  finished: ['welcome', 'how', 'plate', 'fibre'],
  ended: '2026-09-09',
};
const toldFor = {
  'start-note': { now: '2026-03-04', answered: [start] },
  'gp-letter-3-months': at3Months,
  'gp-letter-end': atEnd,
  'end-note': atEnd,
} as const;
const written = { assessment: 'God bedring av plager.', advice: 'Fortsett som nå.\nNy kontakt ved behov.' };

const paper = (told: Told, kind: keyof typeof toldFor) => composePaper(aSource(told), kind, written);
const tableOf = (told: Told, form = 'symptoms') =>
  paper(told, 'gp-letter-3-months').measures.tables.find(({ formId }) => formId === form);

describe.each(['nb', 'nn', 'sv', 'en'] as const)('in %s', (language) => {
  test.each(paperKinds)('a %s says what stands in golden/', async (kind) => {
    const { plainText } = composePaper(aSource({ ...toldFor[kind], language }), kind, written);
    await expect(`${plainText}\n`).toMatchFileSnapshot(`golden/${kind}.${language}.txt`);
  });
});

describe('the table of a measure', () => {
  test('shows value, level, change, and responder by both limits', () => {
    expect(tableOf(at3Months)?.columns).toEqual([
      'Tidspunkt',
      'Dato',
      'Verdi',
      'Nivå',
      'Endring fra start',
      'Fall på minst 50',
      'Fall på minst 122',
    ]);
    expect(tableOf(at3Months)?.rows).toEqual([
      ['Ved starten', '3. mars 2026', '321 av 500', 'alvorlig', '–', '–', '–'],
      ['Etter 3 måneder', '3. juni 2026', '208 av 500', 'moderat', '113 lavere', 'ja', 'nei'],
    ]);
  });

  test('says that our own wording is not validated', () => {
    expect(tableOf(at3Months)?.notes).toContain(
      'Skjemaet har egen ordlyd og er ikke validert. Tallet kan ikke sammenlignes med tall fra andre skjemaer.',
    );
  });

  test('says what was not answered, and that nothing can be said of change then', () => {
    expect(tableOf({ ...at3Months, now: '2026-07-20', answered: [start] })?.rows[1]).toEqual([
      'Etter 3 måneder',
      'frist 9. juni 2026',
      'ikke besvart',
      '–',
      '–',
      '–',
      '–',
    ]);
    expect(tableOf({ ...at3Months, now: '2026-06-04', answered: [start] })?.rows[1]?.[2]).toBe(
      'ikke besvart ennå',
    );
    expect(tableOf({ ...at3Months, answered: [after3] })?.rows).toEqual([
      ['Ved starten', 'frist 9. mars 2026', 'ikke besvart', '–', '–', '–', '–'],
      ['Etter 3 måneder', '3. juni 2026', '208 av 500', 'moderat', '–', 'kan ikke sies', 'kan ikke sies'],
    ]);
  });

  test('does not take a missing answer for a zero', () => {
    const answered = [start, { ...after3, total: null, band: undefined as never }];
    expect(tableOf({ ...at3Months, answered })?.rows[1]).toEqual([
      'Etter 3 måneder',
      '3. juni 2026',
      'ikke regnet ut, 1 svar mangler',
      '–',
      '–',
      'kan ikke sies',
      'kan ikke sies',
    ]);
  });

  test('of a form that is asked each week shows the first and the last, and how many there are', () => {
    const table = tableOf(at3Months, 'week');
    expect(table?.rows.map(([name, , value]) => [name, value])).toEqual([
      ['Første svar', '21 av 30'],
      ['Siste svar', '12 av 30'],
    ]);
    expect(table?.notes).toContain('Besvart 3 ganger. Første og siste er vist.');
    expect(table?.columns).not.toContain('Nivå');
  });
});

describe('a paper', () => {
  test('tells of opened modules only', () => {
    expect(paper(at3Months, 'gp-letter-3-months').modules.lines).toEqual([
      'Kom i gang: ferdig',
      'Mat og hverdag: 1 av 2 steg er ferdige',
    ]);
  });

  test('keeps the clinician’s own summary, beside what the facts would say', () => {
    const source = aSource(at3Months);
    const [summary] = composePaper(source, 'gp-letter-3-months', { summary: 'Mitt eget.' }).parts;
    expect(summary?.text).toBe('Mitt eget.');
    expect(summary?.proposed).toContain('Responder: ja ved fall på minst 50, nei ved fall på minst 122.');
  });

  test('lacks an assessment until one is written, but at the start', () => {
    const missing = paperKinds.map((kind) => missingParts(composePaper(aSource(at3Months), kind, {})));
    expect(missing).toEqual([[], ['assessment'], ['assessment'], ['assessment']]);
    expect(missingParts(composePaper(aSource(at3Months), 'start-note', { summary: ' ' }))).toEqual([
      'summary',
    ]);
  });

  test('without any answer says so, and claims nothing', () => {
    const bare = composePaper(aSource({ now: '2026-03-02' }), 'start-note', {});
    expect(bare.measures.tables[0]?.rows[0]?.[2]).toBe('ikke besvart ennå');
    expect(bare.parts[0]?.text).toContain('«Magen de siste 10 dagene» er ikke besvart.');
  });
});
