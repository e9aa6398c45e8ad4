import { evaluate } from '../evaluate.ts';
import type { Circumstances, Evaluation, ItemState } from '../evaluation.ts';
import { urls } from '../extensions.ts';
import type { Form } from '../form.ts';
import type { QuestionnaireResponse, ResponseItem } from '../questionnaire.ts';
import { readForm } from '../read/read-form.ts';

/** Small Questionnaires for tests, worded by ourselves. */
export type Item = Readonly<Record<string, unknown>>;

export const atNoon: Circumstances = {
  language: 'en',
  now: Date.parse('2026-11-22T11:00:00Z'),
  timeZone: 'Europe/Oslo',
};

export function aQuestionnaire(item: readonly Item[], rest: Item = {}): Item {
  return { resourceType: 'Questionnaire', status: 'draft', language: 'en', ...rest, item };
}

/** A form that has to be in order. */
export function aForm(item: readonly Item[], rest: Item = {}): Form {
  const { form, problems, unsupported } = readForm(aQuestionnaire(item, rest));
  if (form === null || problems.length > 0 || unsupported.some(({ effect }) => effect === 'blocks'))
    throw new Error(JSON.stringify([problems, unsupported]));
  return form;
}

export function aResponse(item: readonly ResponseItem[], rest: Item = {}): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress', ...rest, item };
}

export function extension(name: keyof typeof urls, value: Item): Item {
  return { url: urls[name], ...value };
}

export function fhirpath(expression: string, name?: string): Item {
  return {
    valueExpression: { language: 'text/fhirpath', expression, ...(name === undefined ? {} : { name }) },
  };
}

export function coding(code: string): { system: string; code: string; display: string } {
  return { system: 'urn:test', code, display: `Option ${code}` };
}

export function aChoice(linkId: string, codes: readonly string[], rest: Item = {}): Item {
  return {
    linkId,
    type: 'choice',
    answerOption: codes.map((code) => ({ valueCoding: coding(code) })),
    ...rest,
  };
}

export function statesIn({ items }: Evaluation): ItemState[] {
  const flat = (states: readonly ItemState[]): ItemState[] =>
    states.flatMap((state) => [state, ...flat(state.items)]);
  return flat(items);
}

export function stateAt(evaluation: Evaluation, key: string): ItemState {
  const state = statesIn(evaluation).find((one) => one.key === key);
  if (state === undefined) throw new Error(`no ${key}`);
  return state;
}

export function codesOf(
  form: Form,
  response: QuestionnaireResponse,
  more: Partial<Circumstances> = {},
): string[] {
  return evaluate(form, response, { ...atNoon, ...more }).problems.map(({ key, code }) => `${key} ${code}`);
}
