import type { Evaluation, ItemState } from './evaluation.ts';
import type { Form } from './form.ts';
import { numberIn } from './compare.ts';
import { optionOfAnswer } from './options.ts';
import type { Answer } from './questionnaire.ts';

/**
 * For scoring: the number of each answered item, by its linkId and by each of its codes. What is not asked for, not
 * answered or declined is absent: a missing answer is not zero. Several chosen options count as their sum; a number is
 * itself; an option without a weight is no number.
 */
export function answersByCode(form: Form, evaluation: Evaluation): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const look = (states: readonly ItemState[]): void => {
    for (const state of states) {
      const value = state.enabled && !state.declined ? numberOf(state) : null;
      if (value !== null)
        for (const code of codesOf(form, state)) if (!numbers.has(code)) numbers.set(code, value);
      look(state.items);
    }
  };
  look(evaluation.items);
  return numbers;
}

function codesOf(form: Form, { item }: ItemState): string[] {
  const codes = (item.source.code ?? []).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
  // An item's linkId is before a code that another item's linkId is.
  return [item.linkId, ...codes.filter((code) => !form.byLinkId.has(code))];
}

function numberOf({ item, answers, options }: ItemState): number | null {
  const numbers = answers.map((answer) => weightOrNumber([...options, ...item.options], answer));
  if (numbers.length === 0) return null;
  let sum = 0;
  for (const one of numbers) {
    if (one === null) return null;
    sum += one;
  }
  return sum;
}

function weightOrNumber(options: Parameters<typeof optionOfAnswer>[0], answer: Answer): number | null {
  return optionOfAnswer(options, answer)?.weight ?? numberIn(answer);
}
