import type { Say } from '@skute/ui/i18n';
import { expect, test } from 'vitest';
import { mainScores, meaningOf, type Score } from './score-words.ts';
import { meaningTexts } from './texts.ts';

const say: Say<keyof typeof meaningTexts.texts> = (key, values = {}) =>
  meaningTexts.texts[key].nb.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const aScore = (change: Partial<Score>): Score => ({
  instrument: 'skute-ibs-symptoms',
  score: 'total',
  direction: 'lower-is-better',
  value: 208,
  band: null,
  before: 321,
  noticeable: true,
  ...change,
});
const meaning = (change: Partial<Score>) => meaningOf(aScore(change), say, 'nb', (band) => band);

test('a fall where lower is better', () => {
  expect(meaning({})).toBe(
    'Tallet ditt gikk ned fra 321 til 208. Lavere er bedre. Det er en forskjell mange merker i hverdagen.',
  );
});

test('a rise is said without blame', () => {
  expect(meaning({ value: 380, noticeable: true })).toMatch(
    /gikk opp fra 321 til 380.*ikke at du har gjort noe feil/,
  );
});

test('a small rise is not called worse', () => {
  expect(meaning({ value: 330, noticeable: false })).toMatch(/for liten til å være sikker\.$/);
});

test('a fall where higher is better is said without blame too', () => {
  expect(meaning({ direction: 'higher-is-better', value: 40.5, before: 55, noticeable: null })).toBe(
    'Tallet ditt gikk ned fra 55 til 40,5. Høyere er bedre. Det kan skje, og det betyr ikke at du har gjort noe feil.',
  );
});

test('a first score has nothing to be compared with', () => {
  expect(meaning({ before: null, noticeable: null })).toBe('Tallet ditt er 208. Lavere er bedre.');
});

test('no number is not a number of 0', () => {
  expect(meaning({ value: null })).toMatch(/^Noen svar mangler/);
});

test('the sum stands for its areas', () => {
  const scores = ['mood', 'total'].map((score) => aScore({ score }));
  expect(mainScores(scores).map(({ score }) => score)).toEqual(['total']);
});
