import { expect, test } from 'vitest';
import { chartModel, type Trend } from './chart-model.ts';

const trend: Trend = {
  formId: 'symptoms',
  title: 'Magen',
  instrument: 'skute-ibs-symptoms',
  score: 'total',
  validated: false,
  direction: 'lower-is-better',
  min: 0,
  max: 500,
  bands: [
    { id: 'mild', from: 75, above: false },
    { id: 'moderate', from: 175, above: false },
    { id: 'severe', from: 300, above: true },
  ],
  changes: [],
  points: [],
};

test('a limit belongs to the band that the rule gives it to, whatever has been measured', () => {
  const words = { title: '', summary: '', tooFew: '', band: (id: string) => id, t: (key: string) => key };
  const { bands } = chartModel(trend, { ...words, language: 'nb' });
  expect(bands.map(({ label, to }) => [label, to])).toEqual([
    ['mild', 174],
    ['moderate', 300],
    ['severe', 500],
  ]);
});
