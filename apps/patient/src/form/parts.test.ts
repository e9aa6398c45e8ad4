import { addRepeat, evaluate, type Form, readForm, startResponse } from '@skute/forms/rules';
import { expect, test } from 'vitest';
import { isSeen, partOf, partsOf, questionsIn } from './parts.ts';

const circumstances = { language: 'nb', now: Date.parse('2026-03-02T09:00:00Z'), timeZone: 'Europe/Oslo' };

function statesOf(item: readonly object[]) {
  const { form } = readForm({ resourceType: 'Questionnaire', status: 'active', item });
  return evaluate(form as Form, startResponse(form as Form, circumstances), circumstances).items;
}

const ask = (linkId: string, more: object = {}) => ({ linkId, type: 'boolean', text: linkId, ...more });
const after = (linkId: string, question: string) =>
  ask(linkId, { enableWhen: [{ question, operator: '=', answerBoolean: true }] });
const words = (linkId: string) => ({ linkId, type: 'display', text: linkId });
const group = (linkId: string, item: readonly object[], more: object = {}) => ({
  linkId,
  type: 'group',
  text: linkId,
  item,
  ...more,
});
const names = (item: readonly object[], pace: 'groups' | 'one' = 'groups') =>
  partsOf(statesOf(item), pace).map(({ items }) => items.map(({ key }) => key.split('/').at(-1)));

test('a group is a part, with its heading', () => {
  const parts = partsOf(statesOf([group('a', [ask('a1'), ask('a2')]), group('b', [ask('b1')])]), 'groups');
  expect(parts.map(({ around }) => around.map(({ text }) => text))).toEqual([['a'], ['b']]);
});

test('more than seven questions are divided into parts of about the same length', () => {
  const nine = Array.from({ length: 9 }, (_, place) => ask(`q${place}`));
  expect(names([group('a', nine)]).map(({ length }) => length)).toEqual([5, 4]);
});

test('what only comes after an answer stands with the question before it', () => {
  const seven = Array.from({ length: 7 }, (_, place) => [
    ask(`q${place}`),
    after(`more${place}`, `q${place}`),
  ]);
  expect(names([group('a', seven.flat())])).toHaveLength(1);
});

test('one question at a time takes the words before it along', () => {
  expect(names([group('a', [words('intro'), ask('q1'), words('next'), ask('q2')])], 'one')).toEqual([
    ['intro', 'q1'],
    ['next', 'q2'],
  ]);
});

test('a table and a group that repeats stay in one piece', () => {
  const repeating = group('medicine', [ask('name'), ask('dose')], { repeats: true });
  expect(names([repeating], 'one')).toEqual([['medicine:1']]);
});

test('the times of a group that repeats stay together', () => {
  const item = [group('medicine', [ask('name')], { repeats: true }), ask('last')];
  const form = readForm({ resourceType: 'Questionnaire', status: 'active', item }).form as Form;
  const twice = addRepeat(form, startResponse(form, circumstances), 'medicine:1');
  const parts = partsOf(evaluate(form, twice, circumstances).items, 'one');
  expect(parts.map(({ items }) => items.map(({ key }) => key))).toEqual([
    ['medicine:1', 'medicine:2'],
    ['last'],
  ]);
});

test('a part in which nothing is seen is left out, and comes back without moving the others', () => {
  const parts = partsOf(
    statesOf([
      group('a', [ask('q')]),
      group('b', [ask('b1')], { enableWhen: [{ question: 'q', operator: '=', answerBoolean: true }] }),
      group('c', [ask('c1')]),
    ]),
    'groups',
  );
  expect(parts.map(isSeen)).toEqual([true, false, true]);
});

test('a question is found again by its key', () => {
  const parts = partsOf(statesOf([group('a', [ask('a1')]), group('b', [ask('b1')])]), 'groups');
  const [, second] = parts;
  expect(partOf(parts, questionsIn(second?.items ?? [])[0]?.key ?? '')).toBe(2);
  expect(partOf(parts, 'nowhere')).toBe(1);
});
