import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportForm } from '../export-form.ts';
import { aChoice, aQuestionnaire, coding, extension, type Item } from '../testing/a-form.ts';
import { readForm } from './read-form.ts';

const question: Item = { linkId: 'a', type: 'integer', text: 'How many?' };
const when = (more: Item, on: Item = { linkId: 'b', type: 'string' }): Item => ({
  ...on,
  enableWhen: [more],
});

/** What is wrong, and the code that says so. */
const broken: readonly (readonly [code: string, items: readonly Item[]])[] = [
  ['linkid-missing', [{ type: 'string' }]],
  ['linkid-missing', [{ linkId: ' ', type: 'string' }]],
  ['linkid-duplicate', [question, question]],
  ['type-unknown', [{ linkId: 'a', type: 'coding' }]],
  ['type-unknown', [{ linkId: 'a' }]],
  ['group-empty', [{ linkId: 'a', type: 'group' }]],
  [
    'group-with-options',
    [
      {
        linkId: 'a',
        type: 'group',
        item: [{ linkId: 'b', type: 'string' }],
        answerOption: [{ valueString: 'x' }],
      },
    ],
  ],
  ['display-with-items', [{ linkId: 'a', type: 'display', item: [{ linkId: 'b', type: 'string' }] }]],
  ['display-with-code', [{ linkId: 'a', type: 'display', code: [coding('x')] }]],
  ['options-twice', [aChoice('a', ['x'], { answerValueSet: '#x' })]],
  ['value-set-on-type', [{ ...question, answerValueSet: '#x' }]],
  ['display-required', [{ linkId: 'a', type: 'display', required: true }]],
  ['enable-when-answer', [question, when({ question: 'a', operator: 'exists', answerInteger: 1 })]],
  ['initial-on-layout', [{ linkId: 'a', type: 'display', initial: [{ valueString: 'x' }] }]],
  ['display-read-only', [{ linkId: 'a', type: 'display', readOnly: true }]],
  ['max-length-on-type', [{ linkId: 'a', type: 'date', maxLength: 5 }]],
  ['initial-with-options', [aChoice('a', ['x'], { initial: [{ valueCoding: coding('x') }] })]],
  ['initial-several', [{ ...question, initial: [{ valueInteger: 1 }, { valueInteger: 2 }] }]],
  ['initial-type', [{ ...question, initial: [{ valueString: 'x' }] }]],
  [
    'enable-behavior-missing',
    [
      question,
      {
        linkId: 'b',
        type: 'string',
        enableWhen: [
          { question: 'a', operator: '=', answerInteger: 1 },
          { question: 'a', operator: '=', answerInteger: 2 },
        ],
      },
    ],
  ],
  ['enable-when-question', [question, when({ operator: '=', answerInteger: 1 })]],
  ['enable-when-unknown', [question, when({ question: 'nowhere', operator: '=', answerInteger: 1 })]],
  [
    'enable-when-not-a-question',
    [{ linkId: 'd', type: 'display' }, when({ question: 'd', operator: 'exists', answerBoolean: true })],
  ],
  ['enable-when-operator', [question, when({ question: 'a', operator: '~', answerInteger: 1 })]],
  [
    'enable-when-operator',
    [aChoice('a', ['x']), when({ question: 'a', operator: '>', answerCoding: coding('x') })],
  ],
  ['enable-when-answer', [question, when({ question: 'a', operator: '=', answerString: 'x' })]],
  ['enable-when-answer', [question, when({ question: 'a', operator: '=' })]],
  [
    'enable-when-answer',
    [question, when({ question: 'a', operator: '=', answerInteger: 1, answerString: 'x' })],
  ],
  ['enable-when-loop', [when({ question: 'b', operator: 'exists', answerBoolean: true })]],
  [
    'enable-when-loop',
    [
      when(
        { question: 'c', operator: 'exists', answerBoolean: true },
        { linkId: 'b', type: 'group', item: [{ linkId: 'c', type: 'string' }] },
      ),
    ],
  ],
  [
    'enable-when-loop',
    [
      when({ question: 'c', operator: 'exists', answerBoolean: true }),
      when({ question: 'b', operator: 'exists', answerBoolean: true }, { linkId: 'c', type: 'string' }),
    ],
  ],
  ['options-missing', [{ linkId: 'a', type: 'choice' }]],
  ['option-type', [{ linkId: 'a', type: 'choice', answerOption: [{ valueBoolean: true }] }]],
  ['option-type', [{ linkId: 'a', type: 'integer', answerOption: [{ valueString: 'x' }] }]],
  ['option-type', [{ linkId: 'a', type: 'choice', answerOption: [{}] }]],
  ['value-set-missing', [{ linkId: 'a', type: 'choice', answerValueSet: '#nowhere' }]],
  [
    'min-above-max',
    [
      {
        ...question,
        extension: [extension('minValue', { valueInteger: 5 }), extension('maxValue', { valueInteger: 3 })],
      },
    ],
  ],
  [
    'min-above-max',
    [
      {
        linkId: 'a',
        type: 'date',
        extension: [
          extension('minValue', { valueDate: '2026-02-01' }),
          extension('maxValue', { valueDate: '2026-01-01' }),
        ],
      },
    ],
  ],
  [
    'min-above-max',
    [{ linkId: 'a', type: 'string', maxLength: 2, extension: [extension('minLength', { valueInteger: 5 })] }],
  ],
  [
    'min-above-max',
    [
      {
        ...question,
        repeats: true,
        extension: [extension('minOccurs', { valueInteger: 5 }), extension('maxOccurs', { valueInteger: 3 })],
      },
    ],
  ],
  ['limit-type', [{ ...question, extension: [extension('minValue', { valueString: 'x' })] }]],
  ['limit-type', [{ linkId: 'a', type: 'string', maxLength: -1 }]],
  ['regex-invalid', [{ linkId: 'a', type: 'string', extension: [extension('regex', { valueString: '(' })] }]],
  [
    'regex-unsafe',
    [{ linkId: 'a', type: 'string', extension: [extension('regex', { valueString: '(a)\\1' })] }],
  ],
  ['xhtml-invalid', [{ ...question, _text: { extension: [extension('xhtml', { valueString: '<p>' })] } }]],
  [
    'xhtml-invalid',
    [
      {
        linkId: 'a',
        type: 'choice',
        answerOption: [
          {
            valueString: 'x',
            _valueString: { extension: [extension('xhtml', { valueString: '<script/>' })] },
          },
        ],
      },
    ],
  ],
  ['element-type', [{ ...question, required: 'yes' }]],
  ['element-type', [{ ...question, text: 42 }]],
  ['element-type', [{ ...question, enableWhen: 'a' }]],
  ['extension-url', [{ ...question, extension: [{ valueString: 'x' }] }]],
  [
    'expression-invalid',
    [
      {
        ...question,
        extension: [extension('calculated', { valueExpression: { language: 'text/fhirpath' } })],
      },
    ],
  ],
  [
    'expression-variable',
    [
      {
        ...question,
        extension: [
          extension('calculated', {
            valueExpression: { language: 'text/fhirpath', expression: '%nobody + 1' },
          }),
        ],
      },
    ],
  ],
  [
    'variable-name',
    [
      {
        ...question,
        extension: [
          extension('variable', { valueExpression: { language: 'text/fhirpath', expression: '1' } }),
        ],
      },
    ],
  ],
];

describe('a form with something wrong in it', () => {
  test.each(broken)('%s', (code, items) => {
    const { problems, canBeActivated } = readForm(aQuestionnaire(items));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(canBeActivated).toBe(false);
    for (const { message } of problems) expect(message).toMatch(/^(?:Item|Questionnaire).*: .*\.$/s);
  });

  test('says where', () => {
    const { problems } = readForm(
      aQuestionnaire([{ linkId: 'g', type: 'group', item: [question, { linkId: 'b', type: 'nothing' }] }]),
    );
    expect(problems).toMatchObject([{ code: 'type-unknown', linkId: 'b', path: 'item[0].item[1]' }]);
    expect(problems[0]?.message).toContain(
      'Item b (item[0].item[1]): type is "nothing"; expected one of group, ',
    );
  });
});

describe('what is right and not done', () => {
  const blocked: readonly (readonly [feature: string, questionnaire: Item])[] = [
    ['item.type reference', aQuestionnaire([{ linkId: 'a', type: 'reference' }])],
    [
      'answerValueSet',
      aQuestionnaire([{ linkId: 'a', type: 'choice', answerValueSet: 'http://example.org/vs' }]),
    ],
    ['implicitRules', aQuestionnaire([question], { implicitRules: 'http://example.org/rules' })],
    [
      'http://example.org/not',
      aQuestionnaire([
        { ...question, modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] },
      ]),
    ],
    [
      'http://example.org/not',
      aQuestionnaire([
        aChoice('a', []),
        {
          linkId: 'b',
          type: 'choice',
          answerOption: [
            { valueCoding: { ...coding('x'), modifierExtension: [{ url: 'http://example.org/not' }] } },
          ],
        },
      ]),
    ],
    [
      'http://hl7.org/fhir/StructureDefinition/variable',
      aQuestionnaire([
        {
          ...question,
          extension: [
            extension('variable', { valueExpression: { name: 'x', language: 'text/cql', expression: '1' } }),
          ],
        },
      ]),
    ],
    [
      'answerOption.valueReference',
      aQuestionnaire([
        { linkId: 'a', type: 'choice', answerOption: [{ valueReference: { reference: 'Patient/1' } }] },
      ]),
    ],
  ];
  test.each(blocked)('%s keeps the form from being activated', (feature, questionnaire) => {
    const { unsupported, canBeActivated } = readForm(questionnaire);
    expect(unsupported.filter(({ effect }) => effect === 'blocks').map((one) => one.feature)).toContain(
      feature,
    );
    expect(canBeActivated).toBe(false);
  });

  test('unknown extensions are named once an item, and kept', () => {
    const strange = { url: 'http://example.org/strange', valueString: 'x' };
    const questionnaire = aQuestionnaire([
      { ...question, extension: [strange, strange], _text: { extension: [strange] } },
      { linkId: 'b', type: 'string', extension: [strange] },
    ]);
    const reading = readForm(questionnaire);
    expect(reading.unsupported.map(({ linkId, effect }) => [linkId, effect])).toEqual([
      ['a', 'ignored'],
      ['b', 'ignored'],
    ]);
    expect(reading.canBeActivated).toBe(true);
    expect(reading.form && exportForm(reading.form)).toEqual(questionnaire);
  });
});

describe('Helsenorge’s ways', () => {
  const control = (code: string): Item =>
    extension('itemControl', {
      valueCodeableConcept: {
        coding: [{ system: 'http://helsenorge.no/fhir/CodeSystem/ItemControl', code }],
      },
    });
  test('a text that informs is no question', () => {
    const { form } = readForm(
      aQuestionnaire([
        { linkId: 'a', type: 'text', text: 'Said aloud', extension: [control('highlight')] },
        { linkId: 'b', type: 'text', text: 'Said aside', extension: [control('sidebar')] },
        {
          linkId: 'c',
          type: 'string',
          item: [{ linkId: 'd', type: 'text', text: 'How to', extension: [control('help')] }],
        },
      ]),
    );
    const told = [...(form?.byLinkId.values() ?? [])].map((item) => [
      item.linkId,
      item.type,
      item.hidden,
      item.partOfParent,
    ]);
    expect(told).toEqual([
      ['a', 'display', false, false],
      ['b', 'display', true, false],
      ['c', 'string', false, false],
      ['d', 'display', false, true],
    ]);
  });
  test('sums of scores without an expression keep a form from being activated', () => {
    const code = [{ system: 'http://ehelse.no/scoringFormulas', code: 'TS' }];
    expect(readForm(aQuestionnaire([{ linkId: 'a', type: 'quantity', code }])).canBeActivated).toBe(false);
  });
});

describe('whatever comes', () => {
  const nested = (depth: number): Item =>
    depth === 0
      ? { linkId: '0', type: 'string' }
      : { linkId: String(depth), type: 'group', item: [nested(depth - 1)] };
  const itself: Record<string, unknown> = { resourceType: 'Questionnaire', item: [] };
  itself['item'] = [itself];

  test.each<readonly [string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['another resource', { resourceType: 'Patient' }],
    ['no items', { resourceType: 'Questionnaire' }],
    ['items that are none', { resourceType: 'Questionnaire', item: [1, null, 'x', []] }],
    ['deep items', aQuestionnaire([nested(2000)])],
    ['itself', itself],
    [
      'words of the language',
      JSON.parse(
        '{"resourceType":"Questionnaire","__proto__":{"a":1},"item":[{"linkId":"__proto__","type":"constructor","__proto__":{"x":1}},{"linkId":"toString","type":"string","extension":[{"url":"__proto__"}],"_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"__proto__"},{"url":"content","valueString":"x"}]}]}}]}',
      ),
    ],
    ['a huge text', aQuestionnaire([{ linkId: 'a'.repeat(1_000_000), type: 'b'.repeat(1_000_000) }])],
  ])('%s is read without a crash', (_name, json) => {
    const { canBeActivated, problems } = readForm(json);
    expect(canBeActivated).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message.length).toBeLessThan(1000);
  });

  test('ten thousand items, each depending on the next, take no long time', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      linkId: `q${index}`,
      type: 'boolean',
      enableWhen: [{ question: `q${index + 1}`, operator: '=', answerBoolean: true }],
    }));
    const started = process.cpuUsage();
    const { problems } = readForm(aQuestionnaire(items));
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['enable-when-unknown', 'enable-when-chain']),
    );
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });

  test('any JSON, also where a Questionnaire has something else, never throws', () => {
    const fields = [
      'linkId',
      'type',
      'item',
      'text',
      'extension',
      'url',
      'answerOption',
      'enableWhen',
      'initial',
      'valueCoding',
      'question',
      'operator',
      'answerValueSet',
      '_text',
      'contained',
      'required',
      'repeats',
      'maxLength',
      '__proto__',
    ];
    const values = fc.constantFrom<unknown>(
      'group',
      'choice',
      'integer',
      'string',
      '=',
      'a',
      '#a',
      true,
      3,
      null,
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        values,
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...fields), tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (item) => {
        const json = { resourceType: 'Questionnaire', item: Array.isArray(item) ? item : [item] };
        const { form } = readForm(json);
        if (form !== null) expect(exportForm(form)).toBe(json);
      }),
      { numRuns: 500 },
    );
  });
});
