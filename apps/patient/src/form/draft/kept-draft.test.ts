import type { QuestionnaireResponse } from '@skute/forms/rules';
import type { FormView } from '@skute/treatment/contract';
import { expect, test } from 'vitest';
import { beginningOf, type KeptDraft } from './kept-draft.ts';

const response = (text: string): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  item: [{ linkId: 'a', answer: [{ valueString: text }] }],
});
const aKept = (change: Partial<KeptDraft> = {}): KeptDraft => ({
  response: response('here'),
  typed: { a: 'here' },
  basedOn: 3,
  unsent: true,
  savedAt: 1,
  beganAt: '2026-03-02T09:00:00Z',
  dueOn: '2026-03-04',
  field: 'a',
  ...change,
});
const aDraft = (number: number) => ({
  number,
  device: 'other',
  savedAt: '2026-03-02T09:30:00Z',
  response: { ...response('there') } as { resourceType: 'QuestionnaireResponse' },
});
const view = (draft: FormView['draft']): FormView => ({
  formId: 'week',
  versionId: '00000000-0000-4000-8000-000000000000',
  example: true,
  now: '2026-03-02T10:00:00Z',
  timeZone: 'Europe/Oslo',
  questionnaire: { resourceType: 'Questionnaire' },
  state: 'due',
  dueOn: '2026-03-04',
  expiresOn: null,
  because: null,
  why: '',
  draft,
});

test('with nothing begun the form is empty', () => {
  expect(beginningOf(view(null), undefined)).toMatchObject({ written: null, basedOn: 0, other: null });
});

test('what another device began is gone on with', () => {
  const { written, basedOn } = beginningOf(view(aDraft(5)), undefined);
  expect(written?.response.item?.[0]?.answer).toEqual([{ valueString: 'there' }]);
  expect(basedOn).toBe(5);
});

test('what is on the phone and not with the clinic comes first, with the words as they were written', () => {
  const begun = beginningOf(view(aDraft(3)), aKept());
  expect(begun).toMatchObject({ basedOn: 3, unsent: true, field: 'a', other: null });
  expect(begun.written?.typed).toEqual({ a: 'here' });
});

test('where both have gone on, both are kept', () => {
  expect(beginningOf(view(aDraft(4)), aKept()).other?.number).toBe(4);
});

test('what the clinic has got already gives way to something newer', () => {
  const { written, other } = beginningOf(view(aDraft(4)), aKept({ unsent: false }));
  expect(written?.response.item?.[0]?.answer).toEqual([{ valueString: 'there' }]);
  expect(other).toBeNull();
});

test('without a network the phone knows more than the form as it was last fetched', () => {
  const { written } = beginningOf(view(aDraft(2)), aKept({ unsent: false }));
  expect(written?.response.item?.[0]?.answer).toEqual([{ valueString: 'here' }]);
});

test('what was written the week before is not this week’s', () => {
  expect(beginningOf(view(null), aKept({ dueOn: '2026-02-25' })).written).toBeNull();
});
