/** Answers as a patient's app would send them: every number and choice at the same share of its scale, from 0 to 1. */
import { openForm, sendForm } from '@skute/treatment/contract';
import { expect } from 'vitest';
import type { SignedIn } from '../src/server.ts';

/** What a form of FHIR has that matters here. */
interface Item {
  readonly linkId: string;
  readonly type: string;
  readonly item?: readonly Item[];
  readonly enableWhen?: unknown;
  readonly extension?: readonly { readonly url: string; readonly valueInteger?: number }[];
  readonly answerOption?: readonly {
    readonly valueCoding?: { readonly system: string; readonly code: string };
  }[];
}

interface Answers {
  readonly share?: number;
  /** Those that are answered otherwise: yes to a question, or a certain choice. */
  readonly but?: Readonly<Record<string, true | string>>;
}

/** Opens a form and sends it, and gives the receipt. */
export async function answers(patient: SignedIn, formId: string, how: Answers = {}): Promise<unknown> {
  const params = { formId };
  const opened = await patient.call(openForm, { params });
  const { questionnaire } = opened.body as { questionnaire: { item: readonly Item[] } };
  const response = {
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    item: filled(questionnaire.item, how),
  };
  const beganAt = new Date(Date.now() - 120_000).toISOString();
  const sent = await patient.call(sendForm, { params, body: { beganAt, response } });
  expect(sent.body).toMatchObject({ formId });
  return sent.body;
}

function filled(items: readonly Item[], how: Answers): object[] {
  return items.flatMap((item): object[] => {
    if (item.type === 'display' || item.enableWhen !== undefined) return [];
    if (item.type === 'group') return [{ linkId: item.linkId, item: filled(item.item ?? [], how) }];
    const answer = answerTo(item, how);
    return answer === undefined ? [] : [{ linkId: item.linkId, answer: [answer] }];
  });
}

function answerTo(item: Item, { share = 0.5, but = {} }: Answers): object | undefined {
  const wanted = but[item.linkId];
  if (item.type === 'boolean') return { valueBoolean: wanted === true };
  if (item.type === 'integer') {
    const [least, most] = [limit(item, 'minValue') ?? 0, limit(item, 'maxValue') ?? 10];
    return { valueInteger: Math.round(least + (most - least) * share) };
  }
  const codings = (item.answerOption ?? []).flatMap(({ valueCoding }) => valueCoding ?? []);
  const coding =
    codings.find(({ code }) => code === wanted) ?? codings[Math.round((codings.length - 1) * share)];
  return coding ? { valueCoding: { system: coding.system, code: coding.code } } : undefined;
}

function limit({ extension = [] }: Item, name: string): number | undefined {
  return extension.find(({ url }) => url === `http://hl7.org/fhir/StructureDefinition/${name}`)?.valueInteger;
}
