import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { answersByCode } from './answers-by-code.ts';
import type { Answer } from './questionnaire.ts';
import { startResponse } from './start-response.ts';
import {
  aChoice,
  aForm,
  aResponse,
  atNoon,
  codesOf,
  coding,
  extension,
  type Item,
  stateAt,
  statesIn,
} from './testing/a-form.ts';
import { urls } from './extensions.ts';

const visible = (items: readonly Item[], linkId: string, answers: readonly Answer[]): string[] => {
  const evaluation = evaluate(aForm(items), aResponse([{ linkId, answer: answers }]), atNoon);
  return statesIn(evaluation).flatMap((state) => (state.visible ? state.key : []));
};

describe('enableWhen', () => {
  const kg = (value: number): Answer => ({ valueQuantity: { value, unit: 'kg', code: 'kg' } });
  const cases: readonly (readonly [Item, string, Item, readonly Answer[], boolean])[] = [
    [{ type: 'integer' }, 'exists', { answerBoolean: true }, [{ valueInteger: 0 }], true],
    [{ type: 'integer' }, 'exists', { answerBoolean: true }, [], false],
    [{ type: 'integer' }, 'exists', { answerBoolean: false }, [], true],
    [{ type: 'integer' }, '=', { answerInteger: 0 }, [{ valueInteger: 0 }], true],
    [{ type: 'integer' }, '=', { answerInteger: 0 }, [], false],
    [{ type: 'integer' }, '!=', { answerInteger: 0 }, [{ valueInteger: 1 }], true],
    [{ type: 'integer' }, '!=', { answerInteger: 0 }, [], false],
    [{ type: 'integer' }, '>', { answerInteger: 3 }, [{ valueInteger: 4 }], true],
    [{ type: 'integer' }, '>', { answerInteger: 3 }, [{ valueInteger: 3 }], false],
    [{ type: 'integer' }, '>=', { answerInteger: 3 }, [{ valueInteger: 3 }], true],
    [{ type: 'decimal' }, '<', { answerDecimal: 0.5 }, [{ valueDecimal: 0.25 }], true],
    [{ type: 'decimal' }, '<=', { answerDecimal: 0.5 }, [{ valueDecimal: 0.5 }], true],
    [{ type: 'decimal' }, '=', { answerInteger: 2 }, [{ valueInteger: 2 }], true],
    [{ type: 'date' }, '>', { answerDate: '2026-01-31' }, [{ valueDate: '2026-02-01' }], true],
    [{ type: 'date' }, '<', { answerDate: '2026-01-31' }, [{ valueDate: '2026-01' }], false],
    [
      { type: 'dateTime' },
      '<',
      { answerDateTime: '2026-01-01T12:00:00Z' },
      [{ valueDateTime: '2026-01-01T12:30:00+01:00' }],
      true,
    ],
    [{ type: 'time' }, '>=', { answerTime: '12:00:00' }, [{ valueTime: '12:00' }], true],
    [{ type: 'string' }, '=', { answerString: 'yes' }, [{ valueString: 'yes' }], true],
    [{ type: 'url' }, '=', { answerString: 'urn:x' }, [{ valueUri: 'urn:x' }], true],
    [{ type: 'boolean' }, '=', { answerBoolean: false }, [{ valueBoolean: false }], true],
    [{ type: 'quantity' }, '>', { answerQuantity: { value: 5, code: 'kg' } }, [kg(6)], true],
    [{ type: 'quantity' }, '>', { answerQuantity: { value: 5, code: 'g' } }, [kg(6)], false],
    [
      aChoice('q', ['a', 'b']),
      '=',
      { answerCoding: { system: 'urn:test', code: 'a' } },
      [{ valueCoding: coding('a') }],
      true,
    ],
    [aChoice('q', ['a', 'b']), '=', { answerCoding: { code: 'a' } }, [{ valueCoding: coding('a') }], true],
    [
      aChoice('q', ['a', 'b']),
      '=',
      { answerCoding: { system: 'urn:other', code: 'a' } },
      [{ valueCoding: coding('a') }],
      false,
    ],
    [
      aChoice('q', ['a', 'b', 'c'], { repeats: true }),
      '=',
      { answerCoding: coding('b') },
      [{ valueCoding: coding('a') }, { valueCoding: coding('b') }],
      true,
    ],
    [
      aChoice('q', ['a', 'b', 'c'], { repeats: true }),
      '!=',
      { answerCoding: coding('b') },
      [{ valueCoding: coding('a') }, { valueCoding: coding('b') }],
      false,
    ],
  ];
  test.each(cases)('%j %s %j, of %j: %s', (question, operator, answer, given, expected) => {
    const then = { linkId: 'then', type: 'string', enableWhen: [{ question: 'q', operator, ...answer }] };
    expect(visible([{ ...question, linkId: 'q' }, then], 'q', given).includes('then')).toBe(expected);
  });

  const both = (enableBehavior: string): Item[] => [
    aChoice('q', ['a', 'b'], { repeats: true }),
    {
      linkId: 'then',
      type: 'string',
      enableBehavior,
      enableWhen: ['a', 'b'].map((code) => ({ question: 'q', operator: '=', answerCoding: coding(code) })),
    },
  ];
  test('any wants one of the conditions, all wants all', () => {
    const one = [{ valueCoding: coding('a') }];
    expect(visible(both('any'), 'q', one)).toContain('then');
    expect(visible(both('all'), 'q', one)).not.toContain('then');
    expect(visible(both('all'), 'q', [...one, { valueCoding: coding('b') }])).toContain('then');
  });

  const chain: readonly Item[] = [
    { linkId: 'c', type: 'string', enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: true }] },
    { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    { linkId: 'a', type: 'boolean' },
  ];
  test('what is not asked for counts as unanswered, also for those that ask about it, and is dropped', () => {
    const form = aForm(chain);
    const given = (a: boolean): ReturnType<typeof aResponse> =>
      aResponse([
        { linkId: 'a', answer: [{ valueBoolean: a }] },
        { linkId: 'b', answer: [{ valueString: 'x' }] },
        { linkId: 'c', answer: [{ valueString: 'y' }] },
      ]);
    expect(evaluate(form, given(true), atNoon).response.item?.map(({ linkId }) => linkId)).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(evaluate(form, given(false), atNoon).response.item).toEqual([
      { linkId: 'a', answer: [{ valueBoolean: false }] },
    ]);
  });

  test('in a group that repeats, the answer in the same time counts; from outside, those of all', () => {
    const form = aForm([
      {
        linkId: 'g',
        type: 'group',
        repeats: true,
        item: [
          { linkId: 'more', type: 'boolean' },
          {
            linkId: 'what',
            type: 'string',
            enableWhen: [{ question: 'more', operator: '=', answerBoolean: true }],
          },
        ],
      },
      {
        linkId: 'after',
        type: 'string',
        enableWhen: [{ question: 'more', operator: '=', answerBoolean: true }],
      },
    ]);
    const time = (more: boolean): { linkId: string; item: { linkId: string; answer: Answer[] }[] } => ({
      linkId: 'g',
      item: [{ linkId: 'more', answer: [{ valueBoolean: more }] }],
    });
    const evaluation = evaluate(form, aResponse([time(false), time(true)]), atNoon);
    expect(stateAt(evaluation, 'g:1/what').visible).toBe(false);
    expect(stateAt(evaluation, 'g:2/what').visible).toBe(true);
    expect(stateAt(evaluation, 'after').visible).toBe(true);
  });

  test('below an answer, that answer counts', () => {
    const form = aForm([
      aChoice('q', ['a', 'b'], {
        repeats: true,
        item: [
          {
            linkId: 'why',
            type: 'string',
            enableWhen: [{ question: 'q', operator: '=', answerCoding: coding('b') }],
          },
        ],
      }),
    ]);
    const response = aResponse([
      { linkId: 'q', answer: [{ valueCoding: coding('a') }, { valueCoding: coding('b') }] },
    ]);
    const evaluation = evaluate(form, response, atNoon);
    expect([stateAt(evaluation, 'q:1/why').visible, stateAt(evaluation, 'q:2/why').visible]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what is wrong with answers', () => {
  const text = (...extensions: Item[]): Item => ({ linkId: 'q', type: 'string', extension: extensions });
  const number = (type: string, ...extensions: Item[]): Item => ({
    linkId: 'q',
    type,
    extension: extensions,
  });
  const none = 'none';
  const cases: readonly (readonly [string, Item, readonly unknown[], string])[] = [
    ['required', { linkId: 'q', type: 'string', required: true }, [], 'required'],
    [
      'blanks are no answer',
      { linkId: 'q', type: 'string', required: true },
      [{ valueString: '  ' }],
      'required',
    ],
    ['false is an answer', { linkId: 'q', type: 'boolean', required: true }, [{ valueBoolean: false }], none],
    ['0 is an answer', { linkId: 'q', type: 'integer', required: true }, [{ valueInteger: 0 }], none],
    ['minLength', text(extension('minLength', { valueInteger: 3 })), [{ valueString: 'ab' }], 'too-short'],
    ['maxLength', { linkId: 'q', type: 'string', maxLength: 2 }, [{ valueString: 'abc' }], 'too-long'],
    [
      'maxLength counts letters',
      { linkId: 'q', type: 'string', maxLength: 2 },
      [{ valueString: '😀å' }],
      none,
    ],
    [
      'regex',
      text(extension('regex', { valueString: '\\d{4}' })),
      [{ valueString: '12345' }],
      'not-matching',
    ],
    ['regex fits', text(extension('regex', { valueString: '\\d{4}' })), [{ valueString: '1234' }], none],
    [
      'minValue',
      number('integer', extension('minValue', { valueInteger: 1 })),
      [{ valueInteger: 0 }],
      'too-small',
    ],
    [
      'maxValue',
      number('decimal', extension('maxValue', { valueDecimal: 1.5 })),
      [{ valueDecimal: 1.6 }],
      'too-large',
    ],
    [
      'at maxValue',
      number('decimal', extension('maxValue', { valueDecimal: 1.5 })),
      [{ valueDecimal: 1.5 }],
      none,
    ],
    [
      'maxValue of a date',
      number('date', extension('maxValue', { valueDate: '2026-01-01' })),
      [{ valueDate: '2026-01-02' }],
      'too-large',
    ],
    [
      'minQuantity',
      number('quantity', extension('minQuantity', { valueQuantity: { value: 3 } })),
      [{ valueQuantity: { value: 2 } }],
      'too-small',
    ],
    [
      'decimals',
      number('decimal', extension('maxDecimalPlaces', { valueInteger: 1 })),
      [{ valueDecimal: 0.25 }],
      'too-many-decimals',
    ],
    [
      'tiny decimals',
      number('decimal', extension('maxDecimalPlaces', { valueInteger: 1 })),
      [{ valueDecimal: 1e-7 }],
      'too-many-decimals',
    ],
    ['type', number('integer'), [{ valueString: '3' }], 'wrong-type'],
    ['JSON type', number('integer'), [{ valueInteger: '3' }], 'wrong-type'],
    ['fraction', number('integer'), [{ valueInteger: 1.5 }], 'wrong-type'],
    ['two values', number('integer'), [{ valueInteger: 1, valueString: 'x' }], 'wrong-type'],
    ['a day that is not', number('date'), [{ valueDate: '2026-02-30' }], 'not-a-date'],
    ['a leap day', number('date'), [{ valueDate: '2028-02-29' }], none],
    ['a time', number('time'), [{ valueTime: '25:00:00' }], 'not-a-date'],
    ['a moment', number('dateTime'), [{ valueDateTime: '2026-02-03T12:00:00+01:00' }], none],
    ['no option', aChoice('q', ['a']), [{ valueCoding: coding('z') }], 'not-an-option'],
    [
      'other system',
      aChoice('q', ['a']),
      [{ valueCoding: { system: 'urn:other', code: 'a' } }],
      'not-an-option',
    ],
    ['free text', aChoice('q', ['a']), [{ valueString: 'other' }], 'wrong-type'],
    ['open text', aChoice('q', ['a'], { type: 'open-choice' }), [{ valueString: 'other' }], none],
    [
      'open coding',
      aChoice('q', ['a'], { type: 'open-choice' }),
      [{ valueCoding: coding('z') }],
      'not-an-option',
    ],
    [
      'string options',
      { linkId: 'q', type: 'string', answerOption: [{ valueString: 'a' }] },
      [{ valueString: 'b' }],
      'not-an-option',
    ],
    [
      'integer options',
      { linkId: 'q', type: 'choice', answerOption: [{ valueInteger: 1 }] },
      [{ valueInteger: 1 }],
      none,
    ],
    [
      'two answers',
      aChoice('q', ['a', 'b']),
      [{ valueCoding: coding('a') }, { valueCoding: coding('b') }],
      'too-many',
    ],
    [
      'maxOccurs',
      aChoice('q', ['a', 'b'], { repeats: true, extension: [extension('maxOccurs', { valueInteger: 1 })] }),
      [{ valueCoding: coding('a') }, { valueCoding: coding('b') }],
      'too-many',
    ],
    [
      'minOccurs',
      aChoice('q', ['a', 'b'], { repeats: true, extension: [extension('minOccurs', { valueInteger: 2 })] }),
      [{ valueCoding: coding('a') }],
      'too-few',
    ],
    [
      'alone',
      {
        linkId: 'q',
        type: 'choice',
        repeats: true,
        answerOption: [
          { valueCoding: coding('a') },
          { valueCoding: coding('none'), extension: [extension('optionExclusive', { valueBoolean: true })] },
        ],
      },
      [{ valueCoding: coding('a') }, { valueCoding: coding('none') }],
      'not-allowed-together',
    ],
    [
      'unit',
      number(
        'quantity',
        extension('unitOption', { valueCoding: { code: 'kg' } }),
        extension('unitOption', { valueCoding: { code: 'g' } }),
      ),
      [{ valueQuantity: { value: 1, code: 'lb' } }],
      'not-an-option',
    ],
    [
      'file type',
      number('attachment', extension('mimeType', { valueCode: 'image/*' })),
      [{ valueAttachment: { contentType: 'text/plain' } }],
      'attachment',
    ],
    [
      'file size',
      number('attachment', extension('maxSize', { valueDecimal: 1000 })),
      [{ valueAttachment: { data: 'AAAA'.repeat(400) } }],
      'attachment',
    ],
    [
      'file size in megabytes',
      number('attachment', extension('maxSize', { valueDecimal: 1 })),
      [{ valueAttachment: { size: 1_500_000 } }],
      'attachment',
    ],
    [
      'file',
      number('attachment', extension('mimeType', { valueCode: 'image/png' })),
      [{ valueAttachment: { contentType: 'image/png', data: 'AAAA' } }],
      none,
    ],
  ];
  test.each(cases)('%s', (_name, item, answers, code) => {
    const found = codesOf(aForm([item]), aResponse([{ linkId: 'q', answer: answers as Answer[] }]));
    expect(found).toEqual(code === none ? [] : [`q ${code}`]);
  });

  test('never holds the answer, and says the form’s own sentence', () => {
    const item = text(
      extension('regex', { valueString: '\\d+' }),
      extension('validationText', {
        valueString: 'Digits only',
        _valueString: {
          extension: [
            {
              url: urls.translation,
              extension: [
                { url: 'lang', valueCode: 'nb' },
                { url: 'content', valueString: 'Bare tall' },
              ],
            },
          ],
        },
      }),
    );
    const response = aResponse([{ linkId: 'q', answer: [{ valueString: 'secret' }] }]);
    const { problems } = evaluate(aForm([item]), response, { ...atNoon, language: 'nn' });
    expect(problems.map(({ message }) => message)).toEqual(['Bare tall']);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  test('what is hidden or not asked for is not required', () => {
    const form = aForm([
      {
        linkId: 'hidden',
        type: 'string',
        required: true,
        extension: [extension('hidden', { valueBoolean: true })],
      },
      {
        linkId: 'b',
        type: 'string',
        required: true,
        enableWhen: [{ question: 'hidden', operator: 'exists', answerBoolean: true }],
      },
    ]);
    expect(codesOf(form, aResponse([]))).toEqual([]);
  });

  test('a group that is required wants an answer in it; one that repeats, often enough', () => {
    const group = { linkId: 'g', type: 'group', item: [{ linkId: 'x', type: 'string' }] };
    expect(codesOf(aForm([{ ...group, required: true }]), aResponse([]))).toEqual(['g required']);
    const often = aForm([
      { ...group, repeats: true, extension: [extension('minOccurs', { valueInteger: 2 })] },
    ]);
    const once = aResponse([{ linkId: 'g', item: [{ linkId: 'x', answer: [{ valueString: 'a' }] }] }]);
    expect(codesOf(often, once)).toEqual(['g:1 too-few']);
  });

  test('what the form does not have there is refused and left out', () => {
    const form = aForm([
      { linkId: 'g', type: 'group', item: [{ linkId: 'x', type: 'string' }] },
      { linkId: 'd', type: 'display', text: 'Hello' },
    ]);
    const answer = [{ valueString: 'a' }];
    const response = aResponse([
      { linkId: 'x', answer },
      { linkId: 'g', item: [{ linkId: 'nowhere', answer }] },
    ]);
    expect(codesOf(form, response)).toEqual(['g/nowhere unknown-item', 'x misplaced-item']);
    expect(evaluate(form, response, atNoon).response).toEqual({
      resourceType: 'QuestionnaireResponse',
      status: 'in-progress',
    });
  });
});

describe('declining', () => {
  const declined = { extension: [{ url: urls.dataAbsentReason, valueCode: 'asked-declined' }] };
  const item = { linkId: 'q', type: 'string', required: true };
  test('is an answer where the form allows it, and drops what was written', () => {
    const form = aForm([{ ...item, extension: [extension('mayDecline', { valueBoolean: true })] }]);
    const response = aResponse([{ linkId: 'q', ...declined, answer: [{ valueString: 'x' }] }]);
    const evaluation = evaluate(form, response, atNoon);
    expect(evaluation.problems).toEqual([]);
    expect(evaluation.response.item).toEqual([{ linkId: 'q', ...declined }]);
    expect(answersByCode(form, evaluation).size).toBe(0);
  });
  test('is taken back elsewhere', () => {
    const evaluation = evaluate(aForm([item]), aResponse([{ linkId: 'q', ...declined }]), atNoon);
    expect(evaluation.problems.map(({ code }) => code)).toEqual(['not-declinable', 'required']);
    expect(evaluation.response.item).toBeUndefined();
  });
});

describe('what is there from the start', () => {
  const form = aForm(
    [
      { linkId: 'a', type: 'integer', initial: [{ valueInteger: 3 }] },
      {
        linkId: 'b',
        type: 'choice',
        answerOption: [{ valueString: 'x' }, { valueString: 'y', initialSelected: true }],
      },
      { linkId: 'c', type: 'string', readOnly: true, initial: [{ valueString: 'ours' }] },
      {
        linkId: 'd',
        type: 'string',
        enableWhen: [{ question: 'a', operator: '=', answerInteger: 4 }],
        initial: [{ valueString: 'z' }],
      },
      {
        linkId: 'g',
        type: 'group',
        repeats: true,
        item: [{ linkId: 'h', type: 'boolean', initial: [{ valueBoolean: true }] }],
      },
    ],
    { url: 'https://example.org/form', version: '2' },
  );

  test('are initial values of what is asked for', () => {
    expect(startResponse(form, atNoon)).toEqual({
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://example.org/form|2',
      status: 'in-progress',
      item: [
        { linkId: 'a', answer: [{ valueInteger: 3 }] },
        { linkId: 'b', answer: [{ valueString: 'y' }] },
        { linkId: 'c', answer: [{ valueString: 'ours' }] },
        { linkId: 'g', item: [{ linkId: 'h', answer: [{ valueBoolean: true }] }] },
      ],
    });
  });
  test('what nobody can write is the form’s, whatever was sent', () => {
    const sent = aResponse([{ linkId: 'c', answer: [{ valueString: 'theirs' }] }]);
    const evaluation = evaluate(form, sent, atNoon);
    expect(stateAt(evaluation, 'c')).toMatchObject({ readOnly: true, answers: [{ valueString: 'ours' }] });
    expect(evaluation.problems).toMatchObject([{ key: 'c', code: 'read-only' }]);
  });
});

describe('words', () => {
  const translation = (language: string, content: string): Item => ({
    extension: [
      {
        url: urls.translation,
        extension: [
          { url: 'lang', valueCode: language },
          { url: 'content', valueString: content },
        ],
      },
    ],
  });
  const form = aForm([
    {
      linkId: 'a',
      type: 'integer',
      text: 'How much?',
      _text: translation('nb', 'Hvor mye?'),
      item: [
        {
          linkId: 'help',
          type: 'display',
          text: 'Think of the last week',
          extension: [extension('itemControl', { valueCodeableConcept: { coding: [{ code: 'help' }] } })],
        },
        {
          linkId: 'low',
          type: 'display',
          text: 'none',
          extension: [extension('itemControl', { valueCodeableConcept: { coding: [{ code: 'lower' }] } })],
        },
      ],
    },
  ]);
  test.each([
    ['nb', 'Hvor mye?'],
    ['nb-NO', 'Hvor mye?'],
    ['nn', 'Hvor mye?'],
    ['en', 'How much?'],
    ['uk', 'How much?'],
  ])('in %s: %s', (language, text) => {
    const evaluation = evaluate(form, aResponse([]), { ...atNoon, language });
    expect(stateAt(evaluation, 'a')).toMatchObject({ text, help: 'Think of the last week', lower: 'none' });
  });
  test('the languages of a form are told, its own first', () => {
    expect(form.languages).toEqual(['en', 'nb']);
  });
});

test('numbers for scoring are weights and numbers of what is asked for, by linkId and code', () => {
  const weight = (code: string, valueDecimal: number): Item => ({
    valueCoding: { ...coding(code), extension: [{ url: urls.ordinalValue, valueDecimal }] },
  });
  const form = aForm([
    { linkId: 'a', type: 'choice', code: [{ code: 'A1' }], answerOption: [weight('x', 0), weight('y', 2)] },
    { linkId: 'b', type: 'integer' },
    { linkId: 'c', type: 'integer' },
    { linkId: 'd', type: 'integer', enableWhen: [{ question: 'b', operator: '=', answerInteger: 0 }] },
    aChoice('e', ['no-weight']),
  ]);
  const response = aResponse([
    { linkId: 'a', answer: [{ valueCoding: { system: 'urn:test', code: 'x' } }] },
    { linkId: 'b', answer: [{ valueInteger: 7 }] },
    { linkId: 'd', answer: [{ valueInteger: 7 }] },
    { linkId: 'e', answer: [{ valueCoding: coding('no-weight') }] },
  ]);
  expect([...answersByCode(form, evaluate(form, response, atNoon))]).toEqual([
    ['a', 0],
    ['A1', 0],
    ['b', 7],
  ]);
});
