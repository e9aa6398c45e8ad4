import type { Extended, Questionnaire, QuestionnaireItem, ResponseItem } from '@skute/forms/rules';

/**
 * Answers of somebody who does not exist: every number and every choice at the same share of its scale, from 0 to 1, and
 * no to every yes-or-no question. What is asked only after a yes is left out.
 */
export function demoAnswers(questionnaire: Questionnaire, share: number) {
  return {
    resourceType: 'QuestionnaireResponse' as const,
    status: 'in-progress' as const,
    item: itemsOf(questionnaire.item ?? [], share),
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

function answerTo(item: QuestionnaireItem, share: number) {
  if (item.type === 'boolean') return { valueBoolean: false };
  if (item.type === 'integer') {
    const [least, greatest] = [limitOf(item, 'minValue') ?? 0, limitOf(item, 'maxValue') ?? 10];
    return { valueInteger: Math.round(least + (greatest - least) * share) };
  }
  const options = item.answerOption ?? [];
  const option = options[Math.round((options.length - 1) * share)];
  const coding = option?.['valueCoding'] as Extended | undefined;
  return coding
    ? { valueCoding: { system: coding['system'] as string, code: coding['code'] as string } }
    : undefined;
}

function limitOf({ extension }: QuestionnaireItem, name: string): number | undefined {
  const found = extension?.find(({ url }) => url === `http://hl7.org/fhir/StructureDefinition/${name}`);
  return found?.['valueInteger'] as number | undefined;
}
