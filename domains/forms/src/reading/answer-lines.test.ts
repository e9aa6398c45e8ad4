import { describe, expect, test } from 'vitest';
import { evaluate } from '../engine/evaluate.ts';
import { readForm } from '../engine/read/read-form.ts';
import { answerLines } from './answer-lines.ts';

const translation = (lang: string, content: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: lang },
        { url: 'content', valueString: content },
      ],
    },
  ],
});

const { form } = readForm({
  resourceType: 'Questionnaire',
  url: 'urn:test:form',
  status: 'active',
  language: 'nb',
  item: [
    {
      linkId: 'day',
      type: 'group',
      text: 'Dagen',
      item: [
        {
          linkId: 'worse',
          type: 'choice',
          text: 'Verre?',
          _text: translation('en', 'Worse?'),
          answerOption: [
            {
              valueCoding: {
                system: 'urn:x',
                code: 'mostly',
                display: 'Stort sett',
                _display: translation('en', 'Mostly'),
              },
            },
          ],
        },
        { linkId: 'call', type: 'boolean', text: 'Ringe?' },
        { linkId: 'words', type: 'string', text: 'Egne ord' },
        {
          linkId: 'when',
          type: 'string',
          text: 'Når?',
          enableWhen: [{ question: 'call', operator: '=', answerBoolean: true }],
        },
      ],
    },
  ],
});

function linesIn(language: string) {
  if (!form) throw new Error('the form can’t be read');
  const response = {
    resourceType: 'QuestionnaireResponse' as const,
    status: 'completed' as const,
    item: [
      {
        linkId: 'day',
        item: [
          { linkId: 'worse', answer: [{ valueCoding: { system: 'urn:x', code: 'mostly' } }] },
          { linkId: 'call', answer: [{ valueBoolean: false }] },
        ],
      },
    ],
  };
  const evaluation = evaluate(form, response, { language, now: 0, timeZone: 'Europe/Oslo' });
  return answerLines(form, evaluation, language).map(({ level, text, answers, state }) => [
    level,
    text,
    ...answers,
    state,
  ]);
}

describe('the lines of a response', () => {
  test('are what was asked, in the form’s order, with what was not answered', () => {
    expect(linesIn('nb')).toEqual([
      [0, 'Dagen', 'answered'],
      [1, 'Verre?', 'Stort sett', 'answered'],
      [1, 'Ringe?', 'Nei', 'answered'],
      [1, 'Egne ord', 'missing'],
    ]);
  });
  test('have question and answer in the same language', () => {
    expect(linesIn('en').slice(1, 3)).toEqual([
      [1, 'Worse?', 'Mostly', 'answered'],
      [1, 'Ringe?', 'No', 'answered'],
    ]);
  });
});
