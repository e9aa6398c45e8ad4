import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Circumstances,
  evaluate,
  exportForm,
  type Form,
  loadExpressions,
  type QuestionnaireResponse,
  readForm,
  startResponse,
} from '@skute/forms/rules';
import { beforeAll, describe, expect, test } from 'vitest';

const vectors = path.join(import.meta.dirname, '../../../shared/vectors/questionnaires');
const cardiologyAnswers = 'sdc/QuestionnaireResponse-Cardiology-MariaSantos.json';
const files = readdirSync(vectors)
  .flatMap((folder) => readdirSync(path.join(vectors, folder)).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.json') && file !== cardiologyAnswers);

let circumstances: Circumstances;
beforeAll(async () => {
  const expressions = await loadExpressions();
  const now = Date.parse('2026-11-22T11:00:00Z');
  circumstances = { language: 'en', now, timeZone: 'Europe/Oslo', expressions };
});

function textOf(file: string): string {
  return readFileSync(path.join(vectors, file), 'utf8');
}

function readAs(file: string): Form {
  const { form } = readForm(JSON.parse(textOf(file)), circumstances.expressions);
  if (form === null) throw new Error(`${file} could not be read`);
  return form;
}

/** Form for form, those that can't be activated, and how often for which reason. docs/questionnaires.md explains them. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'android/behavior_answer_expression.json': [
    'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression',
    'item.type reference',
  ],
  'android/behavior_skip_logic_with_expression.json': ['expression-variable'],
  'android/layout_default.json': ['display-with-items'],
  'android/layout_paginated.json': ['display-with-items', 'linkid-duplicate'],
  'au/CVD-Risk-2023.json': ['answerValueSet', 'http://hl7.org/fhir/StructureDefinition/variable'],
  'au/Questionnaire-AboriginalTorresStraitIslanderHealthCheckAssembled-0.4.0.json': [
    'ValueSet.compose.include',
    'answerValueSet',
    'http://hl7.org/fhir/StructureDefinition/variable',
  ],
  'sdc/Questionnaire-CardiologyForm.json': ['expression-invalid'],
  'sdc/Questionnaire-rxterms.json': ['answerValueSet', 'http://hl7.org/fhir/StructureDefinition/variable'],
};

describe('forms that others wrote', () => {
  test('are all there', () => {
    expect(files.length).toBeGreaterThan(45);
  });

  test.each(files)('%s comes back as it was', (file) => {
    const text = textOf(file);
    expect(JSON.stringify(exportForm(readAs(file)))).toBe(JSON.stringify(JSON.parse(text)));
  });

  test.each(files)('%s is carried, or refused for the reasons known', (file) => {
    const { problems, unsupported, canBeActivated } = readForm(
      JSON.parse(textOf(file)),
      circumstances.expressions,
    );
    const blocking = unsupported.filter(({ effect }) => effect === 'blocks').map(({ feature }) => feature);
    const reasons = [...new Set([...problems.map(({ code }) => code), ...blocking])].toSorted();
    expect(reasons).toEqual(refused[file] ?? []);
    expect(canBeActivated).toBe(reasons.length === 0);
  });

  test.each(files)('%s can be started, and evaluated again without a change', (file) => {
    const form = readAs(file);
    const { response } = evaluate(form, startResponse(form, circumstances), circumstances);
    expect(evaluate(form, response, circumstances).response).toEqual(response);
  });

  test('the cardiology referral that was filled in has nothing wrong in it, and keeps its answers', () => {
    const form = readAs('sdc/Questionnaire-CardiologyForm.json');
    const given = JSON.parse(textOf(cardiologyAnswers)) as QuestionnaireResponse;
    const { problems, response } = evaluate(form, given, circumstances);
    expect(problems).toEqual([]);
    expect(valuesIn(response).toSorted()).toEqual(valuesIn(given).toSorted());
  });
});

/** Code or value of every answer, for what was said whatever the order and the words. */
function valuesIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(valuesIn);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([field, value]) => {
    if (field === 'valueCoding') return [String((value as { code?: string }).code)];
    return field.startsWith('value') ? [JSON.stringify(value)] : field === 'extension' ? [] : valuesIn(value);
  });
}
