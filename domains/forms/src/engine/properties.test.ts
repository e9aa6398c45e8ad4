import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRepeat, removeRepeat, withAnswer, withDeclined } from './edit-response.ts';
import { evaluate } from './evaluate.ts';
import type { Form } from './form.ts';
import type { Answer, QuestionnaireResponse, ResponseItem } from './questionnaire.ts';
import { readForm } from './read/read-form.ts';
import { aForm, aQuestionnaire, atNoon, coding, extension, type Item, statesIn } from './testing/a-form.ts';

const types = ['boolean', 'integer', 'string', 'choice', 'date', 'display', 'group'] as const;
interface Seed {
  readonly type: (typeof types)[number];
  readonly repeats: boolean;
  readonly required: boolean;
  readonly mayDecline: boolean;
  /** Which earlier question it depends on; none when there is none so far back. */
  readonly on: number;
  readonly operator: string;
  /** How many of the following items are in it. */
  readonly holds: number;
}

const seeds = fc.array(
  fc.record<Seed>({
    type: fc.constantFrom(...types),
    repeats: fc.boolean(),
    required: fc.boolean(),
    mayDecline: fc.boolean(),
    on: fc.integer({ min: 0, max: 5 }),
    operator: fc.constantFrom('exists', '=', '!='),
    holds: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 10 },
);

const conditions: Readonly<Record<string, Item>> = {
  boolean: { answerBoolean: true },
  integer: { answerInteger: 1 },
  string: { answerString: 'a' },
  choice: { answerCoding: coding('a') },
  date: { answerDate: '2026-01-01' },
};

/** A form without anything wrong: conditions look back only. */
function formOf(all: readonly Seed[]): Form {
  const questions: { linkId: string; type: string }[] = [];
  let place = 0;
  const take = (count: number, depth: number): Item[] => {
    const items: Item[] = [];
    while (items.length < count && place < all.length) {
      const seed = all[place] as Seed;
      const linkId = `q${place}`;
      place += 1;
      const question = questions.at(-seed.on);
      const when = seed.on === 0 || question === undefined ? undefined : question;
      const below =
        seed.type === 'display' || depth > 2
          ? []
          : take(seed.type === 'group' ? seed.holds : seed.holds - 2, depth + 1);
      const type = seed.type === 'group' && below.length === 0 ? 'string' : seed.type;
      if (type !== 'group' && type !== 'display') questions.push({ linkId, type });
      items.push({
        linkId,
        type,
        ...(type === 'display' ? {} : { repeats: seed.repeats, required: seed.required }),
        ...(seed.mayDecline ? { extension: [extension('mayDecline', { valueBoolean: true })] } : {}),
        ...(type === 'choice'
          ? { answerOption: ['a', 'b'].map((code) => ({ valueCoding: coding(code) })) }
          : {}),
        ...(when === undefined
          ? {}
          : {
              enableWhen: [
                {
                  question: when.linkId,
                  operator: seed.operator,
                  ...(seed.operator === 'exists' ? { answerBoolean: true } : conditions[when.type]),
                },
              ],
            }),
        ...(below.length === 0 ? {} : { item: below }),
      });
    }
    return items;
  };
  return aForm(take(10, 0));
}

const values = fc.constantFrom<Answer>(
  { valueBoolean: true },
  { valueBoolean: false },
  { valueInteger: 1 },
  { valueInteger: 2 },
  { valueString: 'a' },
  { valueString: 'secret' },
  { valueString: ' ' },
  { valueCoding: coding('a') },
  { valueCoding: coding('z') },
  { valueDate: '2026-01-01' },
  { valueDate: '2026-02-31' },
  {},
);
function itemsOf(depth: number): fc.Arbitrary<ResponseItem[]> {
  const below: fc.Arbitrary<ResponseItem[]> = depth === 0 ? fc.constant([]) : itemsOf(depth - 1);
  const answer = fc.tuple(values, below).map(([value, item]): Answer => ({ ...value, item }));
  const declined = {
    url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
    valueCode: 'asked-declined',
  };
  const item = fc.record(
    {
      linkId: fc.integer({ min: 0, max: 10 }).map((number) => `q${number}`),
      id: fc.constantFrom('q0:2', 'q1:7', 'x', ''),
      answer: fc.array(answer, { maxLength: 2 }),
      item: below,
      extension: fc.constantFrom([], [], [declined]),
    },
    { requiredKeys: ['linkId'] },
  );
  return fc.array(item, { maxLength: 5 });
}
const someItems = itemsOf(2);
const responses = fc
  .record({
    status: fc.constantFrom<'in-progress' | 'completed'>('in-progress', 'completed'),
    item: someItems,
  })
  .map((rest): QuestionnaireResponse => ({ resourceType: 'QuestionnaireResponse', ...rest }));

function linkIdsIn(items: readonly ResponseItem[] | undefined): string[] {
  return (items ?? []).flatMap(({ linkId, item, answer }) => [
    linkId,
    ...linkIdsIn(item),
    ...(answer ?? []).flatMap((one) => linkIdsIn(one.item)),
  ]);
}

test('evaluating what was evaluated changes nothing', () => {
  fc.assert(
    fc.property(seeds, responses, (seed, response) => {
      const form = formOf(seed);
      const once = evaluate(form, response, atNoon).response;
      expect(evaluate(form, once, atNoon).response).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test('answers to what is not asked for never survive, and keys are unique', () => {
  fc.assert(
    fc.property(seeds, responses, (seed, response) => {
      const evaluation = evaluate(formOf(seed), response, atNoon);
      const states = statesIn(evaluation);
      expect(new Set(states.map(({ key }) => key)).size).toBe(states.length);
      const asked = new Set(states.flatMap(({ enabled, item }) => (enabled ? item.linkId : [])));
      expect(linkIdsIn(evaluation.response.item).filter((linkId) => !asked.has(linkId))).toEqual([]);
      for (const { enabled, answers } of states) if (!enabled) expect(answers).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('problems never hold what was answered', () => {
  fc.assert(
    fc.property(seeds, responses, (seed, response) => {
      expect(JSON.stringify(evaluate(formOf(seed), response, atNoon).problems)).not.toContain('secret');
    }),
    { numRuns: 100 },
  );
});

test('any change at any key gives a response that reads as itself, and leaves what was given alone', () => {
  fc.assert(
    fc.property(
      seeds,
      responses,
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.array(values, { maxLength: 3 }),
      (seed, response, pick, act, answers) => {
        const form = formOf(seed);
        const states = statesIn(evaluate(form, response, atNoon));
        const key = states[pick % states.length]?.key ?? '';
        const before = JSON.stringify(response);
        const changed =
          [
            () => withAnswer(form, response, key, answers),
            () => withDeclined(form, response, key, true),
            () => addRepeat(form, response, key),
            () => removeRepeat(form, response, key),
          ][act]?.() ?? response;
        expect(JSON.stringify(response)).toBe(before);
        // Once read, a response is in the form's order; changing nothing then changes nothing.
        expect(withAnswer(form, changed, 'nowhere', [])).toEqual(changed);
      },
    ),
    { numRuns: 300 },
  );
});

test('a response of any JSON at all never throws', () => {
  const form = formOf([
    { type: 'group', repeats: true, required: true, mayDecline: true, on: 0, operator: '=', holds: 1 },
    { type: 'choice', repeats: true, required: true, mayDecline: true, on: 0, operator: '=', holds: 1 },
  ]);
  fc.assert(
    fc.property(fc.jsonValue(), someItems, (json, item) => {
      evaluate(form, json as unknown as QuestionnaireResponse, atNoon);
      evaluate(
        form,
        {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          item: [{ linkId: 'q0', item: [json, ...item] }],
        } as unknown as QuestionnaireResponse,
        atNoon,
      );
    }),
    { numRuns: 300 },
  );
});

test('a form that wants far too many times of nested groups is started all the same', () => {
  const nested = (depth: number): Item => ({
    linkId: `g${depth}`,
    type: 'group',
    repeats: true,
    extension: [extension('minOccurs', { valueInteger: 1_000_000 })],
    item: [depth === 0 ? { linkId: 'x', type: 'string' } : nested(depth - 1)],
  });
  const states = statesIn(
    evaluate(aForm([nested(10)]), { resourceType: 'QuestionnaireResponse', status: 'in-progress' }, atNoon),
  );
  expect(states.length).toBeLessThan(5000);
});

test('a form of two hundred questions is evaluated in time', () => {
  const items = Array.from({ length: 200 }, (_, index): Item => {
    const when =
      index % 4 === 0
        ? {}
        : { enableWhen: [{ question: `q${index - (index % 4)}`, operator: '=', answerCoding: coding('a') }] };
    return {
      linkId: `q${index}`,
      ...when,
      ...(index % 4 === 0
        ? { type: 'choice', answerOption: ['a', 'b', 'c'].map((code) => ({ valueCoding: coding(code) })) }
        : { type: 'integer' }),
    };
  });
  const { form } = readForm(aQuestionnaire(items));
  const response: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    item: items.map(({ linkId }, index) => ({
      linkId: String(linkId),
      answer: [index % 4 === 0 ? { valueCoding: coding('a') } : { valueInteger: 1 }],
    })),
  };
  if (form === null) throw new Error('not read');
  for (let warm = 0; warm < 20; warm += 1) evaluate(form, response, atNoon);
  // Of the processor, not of the clock: other tests run beside this one.
  const started = process.cpuUsage();
  for (let times = 0; times < 20; times += 1) evaluate(form, response, atNoon);
  expect(process.cpuUsage(started).user / 1000 / 20).toBeLessThan(15);
});
