import type { ScoredResponse } from '@skute/forms';
import type { Answer, Evaluation, ItemState, Score } from '@skute/forms/rules';
import type { LoadedForm } from '@skute/programmes';
import type { AnsweredForm } from './answered-form.ts';

/** What rules may ask of a response: the visible answers by item, and each score beside the earlier ones. */
export function answeredForm(
  { id, instrument }: LoadedForm,
  evaluation: Evaluation,
  scores: readonly Score[],
  earlier: readonly ScoredResponse[],
): AnsweredForm {
  const values = new Map<string, (string | number | boolean)[]>();
  collect(evaluation.items, values);
  const ofForm = earlier.filter(({ formId }) => formId === id);
  return {
    formId: id,
    values,
    scores: scores.map(({ score, value }) => {
      const known = ofForm.flatMap((response) => {
        const same = response.scores.find((one) => one.score === score);
        return same && same.value !== null ? [same.value] : [];
      });
      const rule = instrument?.scores.find((one) => one.id === score);
      return {
        score,
        direction: rule?.direction ?? 'none',
        value,
        first: known[0] ?? null,
        last: known.at(-1) ?? null,
      };
    }),
  };
}

function collect(items: readonly ItemState[], values: Map<string, (string | number | boolean)[]>): void {
  for (const { item, visible, answers, items: inner } of items) {
    if (!visible) continue;
    const known = values.get(item.linkId) ?? [];
    known.push(...answers.flatMap((answer) => valueOf(answer) ?? []));
    if (known.length > 0) values.set(item.linkId, known);
    collect(inner, values);
  }
}

function valueOf(answer: Answer): string | number | boolean | undefined {
  return (
    answer.valueCoding?.code ??
    answer.valueBoolean ??
    answer.valueInteger ??
    answer.valueDecimal ??
    answer.valueQuantity?.value ??
    answer.valueString ??
    answer.valueDate
  );
}
