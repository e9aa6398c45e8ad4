import { evaluate, type Form, type ItemState, readForm, startResponse } from '@skute/forms/rules';
import { expect, test } from 'vitest';
import { answerFrom, typedOf } from './values.ts';

const circumstances = { language: 'nb', now: Date.parse('2026-03-02T09:00:00Z'), timeZone: 'Europe/Oslo' };

function aState(type: string): ItemState {
  const form = readForm({
    resourceType: 'Questionnaire',
    status: 'active',
    item: [{ linkId: 'q', type, text: 'Q' }],
  }).form as Form;
  return evaluate(form, startResponse(form, circumstances), circumstances).items[0] as ItemState;
}

test.each([
  ['integer', '3', { valueInteger: 3 }],
  ['integer', ' −3 ', { valueInteger: -3 }],
  ['integer', '3,5', null],
  ['integer', 'tre', null],
  ['decimal', '3,5', { valueDecimal: 3.5 }],
  ['decimal', '1 000.25', { valueDecimal: 1000.25 }],
  ['decimal', '3,', { valueDecimal: 3 }],
  ['decimal', ',', null],
  ['date', '2026-03-02', { valueDate: '2026-03-02' }],
  ['time', '07:30', { valueTime: '07:30:00' }],
  ['string', ' ro ', { valueString: ' ro ' }],
  ['string', '  ', null],
  ['url', 'helsenorge.no', { valueUri: 'https://helsenorge.no' }],
])('%s: “%s” is %j', (type, typed, answer) => {
  expect(answerFrom(aState(type), typed)).toEqual(answer);
});

test('a moment is written with the offset of the clock, and read back as it was written', () => {
  const answer = answerFrom(aState('dateTime'), '2026-03-02T14:05');
  expect(answer?.valueDateTime).toMatch(/^2026-03-02T14:05:00[+-]\d\d:\d\d$/);
  expect(typedOf(aState('dateTime'), answer ?? undefined, 'nb')).toBe('2026-03-02T14:05');
});

test('a number is shown with the comma of the language', () => {
  expect(typedOf(aState('decimal'), { valueDecimal: 3.5 }, 'nb')).toBe('3,5');
  expect(typedOf(aState('decimal'), { valueDecimal: 3.5 }, 'en')).toBe('3.5');
});
