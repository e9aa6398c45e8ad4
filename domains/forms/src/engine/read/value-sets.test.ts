import { describe, expect, test } from 'vitest';
import { aQuestionnaire, extension, type Item } from '../testing/a-form.ts';
import { readForm } from './read-form.ts';

const question = (answerValueSet: string): Item => ({ linkId: 'a', type: 'choice', answerValueSet });
const valueSet = (more: Item): Item => ({ resourceType: 'ValueSet', id: 'vs', url: 'urn:vs', ...more });

function optionsOf(contained: readonly Item[], reference = '#vs'): unknown {
  const { form, problems, unsupported } = readForm(aQuestionnaire([question(reference)], { contained }));
  const codes = form?.items[0]?.options.map(({ answer, text, weight }) => [
    answer.valueCoding?.code,
    text['nb'] ?? text[''],
    weight,
  ]);
  return [codes, ...problems.map(({ code }) => code), ...unsupported.map(({ feature }) => feature)];
}

describe('choices from a contained value set', () => {
  const include = {
    system: 'urn:s',
    concept: [
      { code: 'y', display: 'Yes', designation: [{ language: 'nb', value: 'Ja' }] },
      { code: 'n', display: 'No', extension: [extension('ordinalValue', { valueDecimal: 0 })] },
    ],
  };
  const listed = [
    ['y', 'Ja', null],
    ['n', 'No', 0],
  ];

  test('are the concepts listed', () => {
    expect(optionsOf([valueSet({ compose: { include: [include] } })])).toEqual([listed]);
    expect(optionsOf([valueSet({ compose: { include: [include] } })], 'urn:vs|1')).toEqual([listed]);
  });

  test('are those of a code system in the form', () => {
    const concept = [{ code: 'y', display: 'Yes', concept: [{ code: 'yy' }] }];
    const system = { resourceType: 'CodeSystem', id: 'cs', url: 'urn:s', concept };
    expect(optionsOf([valueSet({ compose: { include: [{ system: 'urn:s' }] } }), system])).toEqual([
      [
        ['y', 'Yes', null],
        ['yy', 'yy', null],
      ],
    ]);
  });

  test('are those of the expansion, without what can’t be chosen', () => {
    const contains = [
      { system: 'urn:s', abstract: true, contains: [{ system: 'urn:s', code: 'y', display: 'Yes' }] },
      { system: 'urn:s', code: 'old', inactive: true },
    ];
    expect(optionsOf([valueSet({ expansion: { contains }, compose: { include: [include] } })])).toEqual([
      [['y', 'Yes', null]],
    ]);
  });

  test('that are elsewhere, or picked by a rule, keep the form from being activated', () => {
    expect(optionsOf([], 'http://example.org/vs')).toEqual([[], 'answerValueSet']);
    const picked = { system: 'urn:s', filter: [{ property: 'parent', op: '=', value: 'x' }] };
    expect(optionsOf([valueSet({ compose: { include: [picked] } })])).toEqual([
      [],
      'ValueSet.compose.include',
    ]);
  });

  test('that are not there are a problem', () => {
    expect(optionsOf([])).toEqual([[], 'value-set-missing']);
    expect(optionsOf([valueSet({ compose: { include: [] } })])).toEqual([[], 'value-set-empty']);
  });
});
