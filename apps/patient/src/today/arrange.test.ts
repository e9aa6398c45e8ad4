import type { TodayCard } from '@skute/treatment/contract';
import { expect, test } from 'vitest';
import { arranged, smallestNext } from './arrange.ts';

const because = (text: string) => ({ rule: null, text, by: 'rule' as const, at: '2026-03-09T06:00:00Z' });
const opened = (moduleId: string, why: string): TodayCard => ({
  kind: 'opened',
  moduleId,
  title: moduleId.toUpperCase(),
  because: because(why),
});
const next: TodayCard = {
  kind: 'next-step',
  stepId: 's',
  title: 'S',
  summary: '',
  module: 'M',
  minutes: 3,
  begun: false,
};

const forms = (minutes: number): TodayCard => ({
  kind: 'forms-due',
  formId: 'week',
  title: 'Uka som gikk',
  forms: 1,
  minutes,
  dueOn: '2026-03-09',
  state: 'due',
});

test('forms come before the next step', () => {
  expect(arranged([next, forms(5)]).map(({ kind }) => kind)).toEqual(['forms-due', 'next-step']);
});

test('after a while away the shortest is shown, whichever it is', () => {
  expect(smallestNext([forms(10), next]).map(({ kind }) => kind)).toEqual(['next-step']);
  expect(smallestNext([forms(1), next]).map(({ kind }) => kind)).toEqual(['forms-due']);
  expect(smallestNext([opened('food', 'a week')]).map(({ kind }) => kind)).toEqual(['opened']);
});

test('the one next thing comes first', () => {
  expect(arranged([opened('food', 'a week'), next]).map((card) => card.kind)).toEqual([
    'next-step',
    'opened',
  ]);
});

test('parts that opened for the same reason share a card', () => {
  const cards = arranged([opened('food', 'a week'), opened('body', 'a week'), opened('diet', 'you asked')]);
  expect(cards.map((card) => (card.kind === 'opened' ? card.titles : []))).toEqual([
    ['FOOD', 'BODY'],
    ['DIET'],
  ]);
});
