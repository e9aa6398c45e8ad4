import { beforeAll, describe, expect, test } from 'vitest';
import { answersByCode } from './answers-by-code.ts';
import { evaluate, ExpressionsMissing } from './evaluate.ts';
import type { Circumstances, Evaluation, Expressions } from './evaluation.ts';
import { urls } from './extensions.ts';
import { loadExpressions } from './fhirpath.ts';
import type { ResponseItem } from './questionnaire.ts';
import { readForm } from './read/read-form.ts';
import { startResponse } from './start-response.ts';
import {
  aChoice,
  aForm,
  aQuestionnaire,
  aResponse,
  atNoon,
  coding,
  extension,
  fhirpath,
  type Item,
  stateAt,
} from './testing/a-form.ts';

let expressions: Expressions;
let now: Circumstances;
beforeAll(async () => {
  expressions = await loadExpressions();
  now = { ...atNoon, expressions };
});

const integer = (linkId: string, ...extensions: Item[]): Item => ({
  linkId,
  type: 'integer',
  extension: extensions,
});
const answered = (linkId: string, valueInteger: number): ResponseItem => ({
  linkId,
  answer: [{ valueInteger }],
});
const result = (items: readonly Item[], given: readonly ResponseItem[], rest: Item = {}): Evaluation =>
  evaluate(aForm(items, rest), aResponse(given), now);
const value = (linkId: string): string => `%resource.item.where(linkId = '${linkId}').answer.value`;

describe('what is calculated', () => {
  test('follows through several steps, whatever was sent', () => {
    const items = [
      integer('c', extension('calculated', fhirpath(`${value('b')} + 1`))),
      integer('b', extension('calculated', fhirpath(`${value('a')} * 2`))),
      integer('a'),
    ];
    const evaluation = result(items, [answered('a', 5), answered('b', 999), answered('c', 999)]);
    expect(evaluation.response.item).toEqual([answered('c', 11), answered('b', 10), answered('a', 5)]);
    expect(stateAt(evaluation, 'c').readOnly).toBe(true);
    expect(evaluation.problems).toEqual([]);
    expect(result(items, [answered('b', 999)]).response.item).toBeUndefined();
  });

  test('values that chase each other come to a stop', () => {
    const items = [
      integer('a', extension('calculated', fhirpath(`iif(${value('a')}.exists(), ${value('a')} + 1, 1)`))),
    ];
    expect(result(items, []).response.item).toHaveLength(1);
  });

  test('opens and closes what depends on it', () => {
    const items = [
      integer('a'),
      integer('sum', extension('calculated', fhirpath(`${value('a')} + 1`))),
      { linkId: 'high', type: 'string', enableWhen: [{ question: 'sum', operator: '>', answerInteger: 3 }] },
      {
        linkId: 'low',
        type: 'string',
        extension: [extension('enableWhen', fhirpath(`${value('sum')} <= 3`))],
      },
    ];
    const seen = (a: number): boolean[] => {
      const evaluation = result(items, [answered('a', a)]);
      return ['high', 'low'].map((key) => stateAt(evaluation, key).visible);
    };
    expect([seen(2), seen(3)]).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(stateAt(result(items, []), 'low').visible).toBe(false);
  });

  test('decimals are as on paper', () => {
    const items = [
      { linkId: 'a', type: 'decimal', extension: [extension('calculated', fhirpath('0.1 + 0.2'))] },
    ];
    expect(result(items, []).response.item?.[0]?.answer).toEqual([{ valueDecimal: 0.3 }]);
  });

  test('from weights of what was chosen, also a contained value set’s', () => {
    const weight = (code: string, valueDecimal: number): Item => ({
      code,
      display: code,
      extension: [{ url: urls.ordinalValue, valueDecimal }],
    });
    const contained = [
      {
        resourceType: 'ValueSet',
        id: 'much',
        compose: { include: [{ system: 'urn:test', concept: [weight('x', 1), weight('y', 2.5)] }] },
      },
    ];
    const items = [
      { linkId: 'a', type: 'choice', answerValueSet: '#much' },
      { linkId: 'b', type: 'choice', answerValueSet: '#much' },
      {
        linkId: 's',
        type: 'decimal',
        extension: [extension('calculated', fhirpath('%resource.item.answer.value.ordinal().sum()'))],
      },
    ];
    const choose = (linkId: string, code: string): ResponseItem => ({
      linkId,
      answer: [{ valueCoding: { system: 'urn:test', code } }],
    });
    const form = aForm(items, { contained });
    const evaluation = evaluate(form, aResponse([choose('a', 'x'), choose('b', 'y')]), now);
    expect([...answersByCode(form, evaluation)]).toEqual([
      ['a', 1],
      ['b', 2.5],
      ['s', 3.5],
    ]);
    expect(evaluation.response.item?.[0]?.answer).toEqual([
      { valueCoding: { system: 'urn:test', code: 'x', display: 'x' } },
    ]);
  });

  test('as Helsenorge writes it: a text that starts at the response', () => {
    const items = [
      integer('a'),
      {
        linkId: 'q',
        type: 'quantity',
        extension: [
          extension('sdfCalculated', {
            valueString: "QuestionnaireResponse.descendants().where(linkId='a').answer.value * 2",
          }),
          extension('unit', {
            valueCoding: { system: 'http://unitsofmeasure.org', code: '{score}', display: 'points' },
          }),
        ],
      },
    ];
    expect(result(items, [answered('a', 4)]).response.item?.[1]?.answer).toEqual([
      { valueQuantity: { value: 8, unit: 'points', system: 'http://unitsofmeasure.org', code: '{score}' } },
    ]);
  });
});

describe('other expressions', () => {
  test('variables are seen where they stand and below', () => {
    const items = [
      {
        linkId: 'g',
        type: 'group',
        repeats: true,
        extension: [
          extension('variable', fhirpath("item.where(linkId = 'a').answer.value", 'own')),
          extension('variable', fhirpath('%own * %factor', 'times')),
        ],
        item: [integer('a'), integer('b', extension('calculated', fhirpath('%times')))],
      },
    ];
    const time = (a: number): ResponseItem => ({ linkId: 'g', item: [answered('a', a)] });
    const rest = { extension: [extension('variable', fhirpath('10', 'factor'))] };
    const evaluation = result(items, [time(1), time(2)], rest);
    expect(['g:1/b', 'g:2/b'].map((key) => stateAt(evaluation, key).answers)).toEqual([
      [{ valueInteger: 10 }],
      [{ valueInteger: 20 }],
    ]);
  });

  test('today is the day in the zone of the circumstances', () => {
    const form = aForm([
      { linkId: 'd', type: 'date', extension: [extension('initial', fhirpath('today() - 1 day'))] },
    ]);
    const late = { ...now, now: Date.parse('2026-11-22T23:30:00Z') };
    expect(startResponse(form, late).item?.[0]?.answer).toEqual([{ valueDate: '2026-11-22' }]);
    expect(startResponse(form, { ...late, timeZone: 'UTC' }).item?.[0]?.answer).toEqual([
      { valueDate: '2026-11-21' },
    ]);
  });

  test('now is told with the offset of the zone, in summer too', () => {
    const form = aForm([
      { linkId: 'n', type: 'dateTime', extension: [extension('calculated', fhirpath('now()'))] },
      { linkId: 't', type: 'time', extension: [extension('calculated', fhirpath('timeOfDay()'))] },
    ]);
    const summer = { ...now, now: Date.parse('2026-07-01T22:30:00.250Z') };
    expect(evaluate(form, aResponse([]), summer).response.item?.map(({ answer }) => answer)).toEqual([
      [{ valueDateTime: '2026-07-02T00:30:00.250+02:00' }],
      [{ valueTime: '00:30:00.250' }],
    ]);
  });

  test('the circumstances’ context fills in, and without it nothing is', () => {
    const form = aForm(
      [
        {
          linkId: 'born',
          type: 'date',
          readOnly: true,
          extension: [extension('initial', fhirpath('%patient.birthDate'))],
        },
      ],
      {
        extension: [
          { url: urls.launchContext, extension: [{ url: 'name', valueCoding: { code: 'patient' } }] },
        ],
      },
    );
    const patient = Object.freeze({ resourceType: 'Patient', birthDate: '1980-02-03' });
    const context = Object.freeze({ patient });
    expect(startResponse(form, { ...now, context }).item?.[0]?.answer).toEqual([{ valueDate: '1980-02-03' }]);
    expect(startResponse(form, now).item).toBeUndefined();
    const sent = aResponse([{ linkId: 'born', answer: [{ valueDate: '1900-01-01' }] }]);
    expect(evaluate(form, sent, { ...now, context }).response.item?.[0]?.answer).toEqual([
      { valueDate: '1980-02-03' },
    ]);
  });

  test('the text, the limits and the options can be computed', () => {
    const items = [
      integer('a'),
      {
        linkId: 't',
        type: 'display',
        text: 'Hello',
        _text: {
          extension: [extension('cqfExpression', fhirpath(`'You said ' + ${value('a')}.toString()`))],
        },
      },
      { linkId: 'd', type: 'date', extension: [extension('sdfMax', { valueString: 'today()' })] },
      aChoice('o', ['x', 'y'], {
        extension: [
          {
            url: urls.toggle,
            extension: [
              { url: 'option', valueCoding: coding('y') },
              { url: 'expression', ...fhirpath(`${value('a')} > 3`) },
            ],
          },
        ],
      }),
      { linkId: 'e', type: 'choice', extension: [extension('answers', fhirpath(`'one' | 'two'`))] },
    ];
    const given = [
      answered('a', 1),
      { linkId: 'd', answer: [{ valueDate: '2026-11-23' }] },
      { linkId: 'o', answer: [{ valueCoding: coding('y') }] },
      { linkId: 'e', answer: [{ valueString: 'two' }] },
    ];
    const evaluation = result(items, given);
    expect(stateAt(evaluation, 't').text).toBe('You said 1');
    expect(stateAt(evaluation, 'd').limits.max).toBe('2026-11-22');
    expect(stateAt(evaluation, 'o').options).toHaveLength(1);
    expect(stateAt(evaluation, 'e').options.map(({ text }) => text[''])).toEqual(['one', 'two']);
    expect(evaluation.problems.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'd too-large',
      'o not-an-option',
    ]);
    expect(stateAt(result(items, []), 't').text).toBe('Hello');
  });

  test('a constraint is broken when it is false, not when it has nothing to say', () => {
    const constraint = (severity: string, expression: string): Item => ({
      url: urls.constraint,
      extension: [
        { url: 'key', valueId: 'k' },
        { url: 'severity', valueCode: severity },
        { url: 'expression', valueString: expression },
        { url: 'human', valueString: 'The second is above the first' },
      ],
    });
    const items = [integer('a'), integer('b', constraint('warning', 'answer.value < 100'))];
    const rest = { extension: [constraint('error', `${value('b')} > ${value('a')}`)] };
    const evaluation = result(items, [answered('a', 500), answered('b', 400)], rest);
    expect(evaluation.problems).toMatchObject([
      { key: '', code: 'constraint', message: 'The second is above the first' },
    ]);
    expect(evaluation.warnings).toMatchObject([{ key: 'b', code: 'constraint' }]);
    expect(result(items, [answered('a', 5)], rest).problems).toEqual([]);
  });
});

describe('expressions are kept in bounds', () => {
  const codes = (expression: string): string[] =>
    readForm(
      aQuestionnaire([integer('a', extension('calculated', fhirpath(expression)))]),
      expressions,
    ).problems.map(({ code }) => code);
  test.each([
    '1 +',
    'resolve()',
    "item.answer.value.memberOf('http://x')",
    "'a'.trace('x')",
    '1'.repeat(6000),
    '('.repeat(300),
  ])('refused: %s', (expression) => {
    expect(codes(expression)).toEqual(['expression-invalid']);
  });
  test('what does not work on the answers gives nothing, and nothing runs away', () => {
    const items = [
      { linkId: 's', type: 'string' },
      {
        linkId: 'm',
        type: 'boolean',
        extension: [extension('calculated', fhirpath(`${value('s')}.matches('(a+)+$')`))],
      },
      integer('x', extension('calculated', fhirpath(`${value('s')}.single().toInteger() + 'a'`))),
    ];
    const started = performance.now();
    const evaluation = result(items, [{ linkId: 's', answer: [{ valueString: `${'a'.repeat(3000)}!` }] }]);
    expect(evaluation.response.item).toHaveLength(2);
    expect(stateAt(evaluation, 'm').answers).toEqual([{ valueBoolean: false }]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
  test('without them, a form that needs them is not evaluated', () => {
    const form = aForm([integer('a', extension('calculated', fhirpath('1')))]);
    expect(() => evaluate(form, aResponse([]), atNoon)).toThrow(ExpressionsMissing);
  });
});
