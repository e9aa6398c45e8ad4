import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../engine/evaluate.ts';
import type { Expressions } from '../engine/evaluation.ts';
import { loadExpressions } from '../engine/fhirpath.ts';
import type { Form } from '../engine/form.ts';
import type { Answer, QuestionnaireResponse, ResponseItem } from '../engine/questionnaire.ts';
import { readForm } from '../engine/read/read-form.ts';
import type { Score } from '../instruments/instrument.ts';
import { ibsSss } from '../instruments/ibs-sss.ts';
import { instrumentNameOf, instrumentOf } from './instrument-of.ts';
import { scoresOf } from './scores-of.ts';

const expressions: Expressions = await loadExpressions();

function formOf(json: unknown): Form {
  const { form, problems } = readForm(json, expressions);
  if (form === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return form;
}

function scores(form: Form, item: readonly ResponseItem[], known?: Parameters<typeof scoresOf>[2]): Score[] {
  const response: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item,
  };
  const circumstances = { language: 'nb', now: Date.UTC(2026, 0, 5), timeZone: 'Europe/Oslo', expressions };
  return scoresOf(form, evaluate(form, response, circumstances), known);
}

const answer = (linkId: string, ...answers: Answer[]): ResponseItem => ({ linkId, answer: answers });
const whole = (linkId: string, valueInteger: number): ResponseItem => answer(linkId, { valueInteger });

const folder = '../../../../programmes/ibs/forms';
const ours = (id: string): Form =>
  formOf(JSON.parse(readFileSync(new URL(`${folder}/${id}.json`, import.meta.url), 'utf8')));

describe('a form that measures an instrument', () => {
  const symptoms = ours('symptoms');
  const answers = [
    whole('pain', 40),
    whole('pain-days', 6),
    whole('bloating', 55),
    whole('stools', 70),
    whole('daily-life', 35),
  ];

  it('is scored by it', () => {
    expect(scores(symptoms, [{ linkId: 'last-10-days', item: answers }])).toEqual([
      {
        instrument: 'skute-ibs-symptoms',
        version: '1.0.0',
        score: 'total',
        value: 260,
        band: 'moderate',
        missing: [],
      },
    ]);
  });

  it('has no total without all that it needs', () => {
    expect(scores(symptoms, [{ linkId: 'last-10-days', item: answers.slice(1) }])).toMatchObject([
      { value: null, band: null, missing: ['pain'] },
    ]);
    expect(scores(symptoms, [])).toMatchObject([
      { value: null, missing: ['pain', 'pain-days', 'bloating', 'stools', 'daily-life'] },
    ]);
  });

  it('takes the weights of choices, and a declined answer is missing', () => {
    const life = ours('life');
    const page = (
      linkId: string,
      codes: readonly string[],
      declined: readonly string[] = [],
    ): ResponseItem => ({
      linkId,
      item: [
        ...codes.map((code) =>
          answer(code, { valueCoding: { system: 'urn:skute:answers:extent', code: 'a-little' } }),
        ),
        ...declined.map((code) => ({
          linkId: code,
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'asked-declined',
            },
          ],
        })),
      ],
    });
    const found = scores(life, [
      page('days', ['mood-low', 'mood-control', 'activity-plans', 'activity-work', 'body-comfort']),
      page('thoughts-and-food', ['worry-illness', 'worry-future', 'food-fear', 'food-less']),
      page('others', ['others-notice'], ['intimacy', 'closeness']),
    ]);
    expect(found.find(({ score }) => score === 'total')).toMatchObject({
      value: 75,
      missing: ['intimacy', 'closeness'],
    });
    expect(found.find(({ score }) => score === 'intimacy')).toMatchObject({ value: null });
    expect(found.find(({ score }) => score === 'food')).toMatchObject({ value: 75 });
  });

  it('finds its items by code as well as by linkId', () => {
    const code = (one: string) => [{ system: 'urn:skute:instrument:ibs-sss', code: one }];
    const form = formOf({
      ...measuring('ibs-sss|1.0.0'),
      item: ibsSss.items.map((item, index) => ({
        linkId: `${index + 1}`,
        type: 'integer',
        code: code(item.code),
      })),
    });
    expect(
      scores(
        form,
        [1, 2, 3, 4, 5].map((id) => whole(`${id}`, id)),
      ),
    ).toMatchObject([{ value: 1 + 20 + 3 + 4 + 5 }]);
  });
});

const measuring = (name: string) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'urn:example:form',
  version: '2.1.0',
  extension: [{ url: 'urn:skute:form:instrument', valueCanonical: `urn:skute:instrument:${name}` }],
});

describe('the instrument of a form', () => {
  const item = [{ linkId: 'pain-severity', type: 'integer' }];

  it('is the one it names, in the version it names', () => {
    expect(instrumentOf(formOf({ ...measuring('ibs-sss|1.0.0'), item }))).toBe(ibsSss);
  });

  it.each(['ibs-sss|0.9.0', 'ibs-sss', 'unheard-of|1.0.0', 'constructor|1.0.0'])(
    'is none for %s, and there are no scores',
    (name) => {
      const form = formOf({ ...measuring(name), item });
      expect(instrumentOf(form)).toBeNull();
      expect(instrumentNameOf(form)?.id).toBe(name.split('|')[0]);
      expect(scores(form, [whole('pain-severity', 3)])).toEqual([]);
    },
  );

  it('may come with a package', () => {
    const brought = { ...ibsSss, id: 'brought', version: '3.0.0' };
    const form = formOf({ ...measuring('brought|3.0.0'), item });
    expect(scores(form, [whole('pain-severity', 3)], { brought })).toMatchObject([
      { instrument: 'brought', version: '3.0.0', value: null },
    ]);
  });
});

describe('a form without an instrument', () => {
  const calculated = (expression: string) => ({
    extension: [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
        valueExpression: { language: 'text/fhirpath', expression },
      },
    ],
  });
  const weighted = (linkId: string, more: object = {}) => ({
    linkId,
    type: 'choice',
    ...more,
    answerOption: [0, 1, 2].map((value) => ({
      valueCoding: {
        system: 'urn:example:answers',
        code: `c${value}`,
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
      },
    })),
  });
  const chosen = (linkId: string, value: number) =>
    answer(linkId, { valueCoding: { system: 'urn:example:answers', code: `c${value}` } });
  const base = { resourceType: 'Questionnaire', status: 'active', url: 'urn:example:form', version: '2.1.0' };
  const named = { instrument: 'urn:example:form', version: '2.1.0', band: null };

  it('gives what its own calculations come to', () => {
    const form = formOf({
      ...base,
      item: [
        { linkId: 'a', type: 'integer' },
        {
          linkId: 'twice',
          type: 'decimal',
          readOnly: true,
          ...calculated("%resource.item.where(linkId='a').answer.value * 2"),
        },
        { linkId: 'words', type: 'string', readOnly: true, ...calculated("'text'") },
      ],
    });
    expect(scores(form, [whole('a', 4)])).toEqual([{ ...named, score: 'twice', value: 8, missing: [] }]);
    expect(scores(form, [])).toEqual([{ ...named, score: 'twice', value: null, missing: ['twice'] }]);
  });

  it('gives the plain sum of its weights when it asks for that', () => {
    const item = [
      weighted('a'),
      weighted('b'),
      weighted('c', {
        enableWhen: [
          { question: 'a', operator: '=', answerCoding: { system: 'urn:example:answers', code: 'c2' } },
        ],
      }),
    ];
    const summed = formOf({
      ...base,
      extension: [{ url: 'urn:skute:form:sum-score', valueBoolean: true }],
      item,
    });
    expect(scores(summed, [chosen('a', 1), chosen('b', 2)])).toEqual([
      { ...named, score: 'sum', value: 3, missing: [] },
    ]);
    expect(scores(summed, [chosen('a', 0), chosen('b', 0)])).toMatchObject([{ value: 0 }]);
    expect(scores(summed, [chosen('a', 1)])).toMatchObject([{ value: null, missing: ['b'] }]);
    // What was asked because of an answer counts, too.
    expect(scores(summed, [chosen('a', 2), chosen('b', 2)])).toMatchObject([{ value: null, missing: ['c'] }]);
    expect(scores(summed, [chosen('a', 2), chosen('b', 2), chosen('c', 1)])).toMatchObject([{ value: 5 }]);
    expect(scores(formOf({ ...base, item }), [chosen('a', 1), chosen('b', 2)])).toEqual([]);
  });

  it('has no scores without an address and a version to name them by', () => {
    const form = formOf({
      ...base,
      url: undefined,
      item: [{ linkId: 'one', type: 'integer', ...calculated('1') }],
    });
    expect(scores(form, [])).toEqual([]);
  });
});
