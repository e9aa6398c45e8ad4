import { expect, test } from 'vitest';
import { arrangedTrends } from './arranged-trends.ts';
import type { Trend } from './chart-model.ts';

function aTrend(instrument: string, score: string, ...days: readonly string[]): Trend {
  const points = days.map((on) => ({
    on,
    responseId: null,
    value: 1,
    band: null,
    missing: 0,
    ruleVersion: null,
  }));
  return {
    ...{ formId: instrument, title: instrument, instrument, score, validated: false },
    ...{ direction: 'lower-is-better', min: 0, max: 10, bands: [], changes: [], points },
  };
}

test('the areas of a measure that has a sum come after the others', () => {
  const { main, areas } = arrangedTrends([
    aTrend('life', 'mood'),
    aTrend('life', 'total'),
    aTrend('pain', 'worst'),
  ]);
  expect(main.map(({ score }) => score)).toEqual(['total', 'worst']);
  expect(areas.map(({ score }) => score)).toEqual(['mood']);
});

test('a line comes before a single point, and what was answered last before what was answered long ago', () => {
  const { main } = arrangedTrends([
    aTrend('once', 'total', '2026-05-01'),
    aTrend('early', 'total', '2026-01-01', '2026-02-01'),
    aTrend('late', 'total', '2026-01-01', '2026-04-01'),
  ]);
  expect(main.map(({ instrument }) => instrument)).toEqual(['late', 'early', 'once']);
});
