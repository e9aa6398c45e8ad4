import { describe, expect, test } from 'vitest';
import { areasOf, mainTrends, noteOf, sentenceOf, type Trend } from './score-words.ts';
import { meaningTexts } from './score-texts.ts';

const words = {
  t: (key: string, values: Record<string, string | number> = {}) => {
    const plural = values['count'] === 1 ? `${key}_one` : `${key}_other`;
    const { texts } = meaningTexts as { texts: Record<string, { nb: string }> };
    const { nb } = texts[key] ?? texts[plural] ?? { nb: '' };
    return nb.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  },
  language: 'nb',
  name: 'Plager',
  band: (band: string) => band,
} as const;

describe('the sentence', () => {
  test('has the first and the newest value with their days, and every limit', () => {
    expect(
      sentenceOf(aTrend({ points: [aPoint('2026-01-05', 321), aPoint('2026-03-02', 208)] }), words),
    ).toBe(
      'Plager: ned fra 321 (5. jan.) til 208 (2. mars). Nivå: moderate. Lavere er bedre. ' +
        'Endringen på 113 poeng når grensa 50. Endringen på 113 poeng når ikke grensa 122.',
    );
  });
  test('passes over what was not answered', () => {
    const points = [aPoint('2026-01-05', 200), aPoint('2026-02-05', 300), aPoint('2026-03-02', null)];
    expect(sentenceOf(aTrend({ points }), words)).toContain('opp fra 200 (5. jan.) til 300 (5. feb.)');
  });
  test('says a single value without a change', () => {
    expect(sentenceOf(aTrend({ points: [aPoint('2026-01-05', 321)] }), words)).toBe(
      'Plager: 321 (5. jan.). Nivå: moderate. Lavere er bedre.',
    );
  });
  test('says that there is no number', () => {
    expect(sentenceOf(aTrend({ points: [aPoint('2026-01-05', null)] }), words)).toBe(
      'Plager: ikke noe tall ennå.',
    );
  });
});

test('the note names the form, and says that the wording is our own', () => {
  const note = noteOf(aTrend({ points: [aPoint('2026-01-05', 321)] }), words);
  expect(note).toBe(
    '«Magen». Plager: 321 (5. jan.). Nivå: moderate. Lavere er bedre. Egen ordlyd, ikke validert.',
  );
});

test('sums stand for their instrument, and what has a limit comes first', () => {
  const week = aTrend({ instrument: 'week', changes: [] });
  const total = aTrend({ instrument: 'life', changes: [], points: [] });
  const mood = { ...total, score: 'mood' };
  const symptoms = aTrend({});
  expect(mainTrends([mood, total, week, symptoms])).toEqual([symptoms, week, total]);
  expect(areasOf(total, [mood, total, week])).toEqual([mood]);
});

function aTrend(changes: Partial<Trend>): Trend {
  return {
    formId: 'symptoms',
    title: 'Magen',
    instrument: 'symptoms',
    score: 'total',
    validated: false,
    direction: 'lower-is-better',
    min: 0,
    max: 500,
    bands: [{ id: 'none', from: 0, above: false }],
    changes: [
      { id: 'usual', points: 50, source: 'a', forPatients: true },
      { id: 'newer', points: 122, source: 'b', forPatients: false },
    ],
    points: [aPoint('2026-01-05', 321)],
    ...changes,
  };
}

function aPoint(on: string, value: number | null): Trend['points'][number] {
  return {
    on,
    responseId: null,
    value,
    band: value === null ? null : 'moderate',
    missing: 0,
    ruleVersion: null,
  };
}
