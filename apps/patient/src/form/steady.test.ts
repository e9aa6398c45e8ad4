import { evaluate, type Form, readForm, startResponse, withAnswer } from '@skute/forms/rules';
import { expect, test } from 'vitest';
import { steadyStates } from './steady.ts';

const circumstances = { language: 'nb', now: Date.parse('2026-03-02T09:00:00Z'), timeZone: 'Europe/Oslo' };
const item = [
  { linkId: 'g', type: 'group', text: 'G', item: [{ linkId: 'a', type: 'string', text: 'A' }] },
  { linkId: 'h', type: 'group', text: 'H', item: [{ linkId: 'b', type: 'string', text: 'B' }] },
];
const form = readForm({ resourceType: 'Questionnaire', status: 'active', item }).form as Form;
const empty = startResponse(form, circumstances);
const before = evaluate(form, empty, circumstances).items;

test('only what an answer changes is new', () => {
  const written = withAnswer(form, empty, before[1]?.items[0]?.key ?? '', [{ valueString: 'x' }]);
  const after = steadyStates(before, evaluate(form, written, circumstances).items);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.items[0]?.answers).toEqual([{ valueString: 'x' }]);
});

test('the same answers give the same states', () => {
  expect(steadyStates(before, evaluate(form, empty, circumstances).items)).toBe(before);
});
