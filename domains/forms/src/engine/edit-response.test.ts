import { describe, expect, test } from 'vitest';
import { addRepeat, removeRepeat, withAnswer, withDeclined } from './edit-response.ts';
import { evaluate } from './evaluate.ts';
import type { QuestionnaireResponse } from './questionnaire.ts';
import { startResponse } from './start-response.ts';
import { aChoice, aForm, aResponse, atNoon, coding, extension, statesIn } from './testing/a-form.ts';

const form = aForm([
  {
    linkId: 'medicine',
    type: 'group',
    repeats: true,
    extension: [extension('maxOccurs', { valueInteger: 3 })],
    item: [
      { linkId: 'name', type: 'string' },
      { linkId: 'dose', type: 'group', repeats: true, item: [{ linkId: 'at/when', type: 'time' }] },
    ],
  },
  { linkId: 'last', type: 'string', extension: [extension('mayDecline', { valueBoolean: true })] },
]);
const keys = (response: QuestionnaireResponse): string[] =>
  statesIn(evaluate(form, response, atNoon)).map(({ key }) => key);
const named = (response: QuestionnaireResponse, key: string, valueString: string): QuestionnaireResponse =>
  withAnswer(form, response, key, [{ valueString }]);

describe('filling in', () => {
  test('every item has a key from the start', () => {
    expect(keys(startResponse(form, atNoon))).toEqual([
      'medicine:1',
      'medicine:1/name',
      'medicine:1/dose:1',
      'medicine:1/dose:1/at%2fwhen',
      'last',
    ]);
  });

  test('a key stays with its time of the group when an earlier one is taken away', () => {
    let response = startResponse(form, atNoon);
    response = named(response, 'medicine:1/name', 'one');
    response = addRepeat(form, response, 'medicine:1');
    response = named(response, 'medicine:2/name', 'two');
    response = addRepeat(form, response, 'medicine:1');
    response = named(response, 'medicine:3/name', 'three');
    response = removeRepeat(form, response, 'medicine:2');
    response = evaluate(form, response, atNoon).response;
    response = addRepeat(form, removeRepeat(form, response, 'medicine:1'), 'medicine:3');
    response = named(response, 'medicine:4/name', 'four');
    const states = statesIn(evaluate(form, response, atNoon)).filter(({ item }) => item.linkId === 'name');
    expect(states.map(({ key, answers }) => [key, answers[0]?.valueString])).toEqual([
      ['medicine:3/name', 'three'],
      ['medicine:4/name', 'four'],
    ]);
  });

  test('not more often than the form says', () => {
    let response = aResponse([]);
    for (let times = 0; times < 5; times += 1) response = addRepeat(form, response, 'medicine:1');
    const times = evaluate(form, response, atNoon).items.filter(({ item }) => item.linkId === 'medicine');
    expect(times.map(({ key, mayAdd, mayRemove }) => [key, mayAdd, mayRemove])).toEqual([
      ['medicine:1', false, true],
      ['medicine:2', false, true],
      ['medicine:3', false, true],
    ]);
  });

  test('an empty time that was added is there until the response is sent', () => {
    const response = addRepeat(form, startResponse(form, atNoon), 'medicine:1');
    expect(evaluate(form, response, atNoon).response.item).toHaveLength(2);
    expect(evaluate(form, { ...response, status: 'completed' }, atNoon).response.item).toBeUndefined();
  });

  test('declining takes the answer away, and answering takes declining back', () => {
    const answered = named(aResponse([]), 'last', 'x');
    const declined = withDeclined(form, answered, 'last', true);
    expect(evaluate(form, declined, atNoon).items.at(-1)).toMatchObject({ declined: true, answers: [] });
    expect(named(declined, 'last', 'y')).toEqual(
      aResponse([{ linkId: 'last', answer: [{ valueString: 'y' }] }]),
    );
    expect(withDeclined(form, declined, 'last', false)).toEqual({
      resourceType: 'QuestionnaireResponse',
      status: 'in-progress',
    });
  });

  test('nothing changes at a key that is not there, and nothing given is changed', () => {
    const before = Object.freeze(
      aResponse(
        Object.freeze([Object.freeze({ linkId: 'last', answer: Object.freeze([{ valueString: 'x' }]) })]),
      ),
    );
    expect(withAnswer(form, before, 'nowhere', [{ valueString: 'x' }])).toEqual(before);
    named(before, 'last', 'y');
    expect(before.item?.[0]?.answer).toEqual([{ valueString: 'x' }]);
  });
});

describe('items below answers', () => {
  const below = aForm([
    aChoice('q', ['a', 'b', 'c'], { repeats: true, item: [{ linkId: 'why', type: 'string' }] }),
    { linkId: 'one', type: 'boolean', item: [{ linkId: 'more', type: 'string' }] },
  ]);
  test('stay with their answer when another is taken away', () => {
    const choose = (response: QuestionnaireResponse, ...codes: string[]): QuestionnaireResponse =>
      withAnswer(
        below,
        response,
        'q',
        codes.map((code) => ({ valueCoding: coding(code) })),
      );
    let response = choose(aResponse([]), 'a', 'b');
    response = withAnswer(below, response, 'q:1/why', [{ valueString: 'of a' }]);
    response = withAnswer(below, response, 'q:2/why', [{ valueString: 'of b' }]);
    response = choose(response, 'b', 'c');
    const answers = evaluate(below, response, atNoon).response.item?.[0]?.answer;
    expect(answers?.map(({ valueCoding, item }) => [valueCoding?.code, item?.[0]?.answer])).toEqual([
      ['b', [{ valueString: 'of b' }]],
      ['c', undefined],
    ]);
  });
  test('may be answered before their question', () => {
    const response = withAnswer(below, aResponse([]), 'one/more', [{ valueString: 'x' }]);
    expect(response.item).toEqual([
      { linkId: 'one', answer: [{ item: [{ linkId: 'more', answer: [{ valueString: 'x' }] }] }] },
    ]);
    expect(withAnswer(below, response, 'one', [{ valueBoolean: true }]).item?.[0]?.answer).toEqual([
      { valueBoolean: true, item: [{ linkId: 'more', answer: [{ valueString: 'x' }] }] },
    ]);
  });
});
