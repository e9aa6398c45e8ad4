/** Answers of somebody who does not exist, and the scores that come of them. */
import {
  type Answer,
  evaluate,
  loadExpressions,
  type Questionnaire,
  type QuestionnaireItem,
  type QuestionnaireResponse,
  type ResponseItem,
  readForm,
  type Score,
  scoresOf,
} from '@skute/forms/rules';

/** Every number and every choice at the same share of its scale, from 0 to 1; no to every yes-or-no question. */
export function answersTo(questionnaire: Questionnaire, share: number): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    item: itemsOf(questionnaire.item ?? [], share),
  };
}

export interface Answered {
  readonly answers: QuestionnaireResponse;
  readonly scores: readonly Score[];
}

/** As the server keeps them when they are sent. */
export async function answered(questionnaire: Questionnaire, share: number, now: number): Promise<Answered> {
  const { form } = readForm(questionnaire);
  if (!form) throw new Error('the form can’t be read');
  const under = { language: 'nb', now, timeZone: 'Europe/Oslo' };
  const evaluation = evaluate(
    form,
    answersTo(questionnaire, share),
    form.needsExpressions ? { ...under, expressions: await loadExpressions() } : under,
  );
  const [problem] = evaluation.problems;
  if (problem) throw new Error(`wrong answers were made up: ${problem.key} ${problem.code}`);
  return {
    answers: { ...evaluation.response, status: 'completed', authored: new Date(now).toISOString() },
    scores: scoresOf(form, evaluation),
  };
}

function itemsOf(items: readonly QuestionnaireItem[], share: number): ResponseItem[] {
  return items.flatMap((item): ResponseItem[] => {
    if (item.enableWhen || item.type === 'display') return [];
    if (item.type === 'group') return [{ linkId: item.linkId, item: itemsOf(item.item ?? [], share) }];
    const answer = answerTo(item, share);
    return answer ? [{ linkId: item.linkId, answer: [answer] }] : [];
  });
}

function answerTo({ type, extension, answerOption }: QuestionnaireItem, share: number): Answer | undefined {
  if (type === 'boolean') return { valueBoolean: false };
  if (type === 'text') return { valueString: 'En vanlig uke, med litt uro på onsdag og en god helg.' };
  if (type === 'integer') {
    const limit = (name: string): number =>
      Number(extension?.find(({ url }) => url.endsWith(`/${name}`))?.['valueInteger']);
    return { valueInteger: Math.round(limit('minValue') + (limit('maxValue') - limit('minValue')) * share) };
  }
  const options = answerOption ?? [];
  const { system, code } = (options[Math.round((options.length - 1) * share)]?.['valueCoding'] ?? {}) as {
    readonly system?: string;
    readonly code?: string;
  };
  return system !== undefined && code !== undefined ? { valueCoding: { system, code } } : undefined;
}
