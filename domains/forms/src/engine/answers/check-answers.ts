import type { AnswerProblem, ItemState } from '../evaluation.ts';
import type { FormItem, Limits, Option, Translated } from '../form.ts';
import { optionOfAnswer } from '../options.ts';
import type { Answer } from '../questionnaire.ts';
import { isChoice } from '../values.ts';
import { valueProblems } from './check-value.ts';
import type { Found } from './check-value.ts';

/** What is wrong with the answers of an item that is asked for and seen. */
export function answerProblems(
  state: Omit<ItemState, 'problems' | 'items' | 'mayAdd' | 'mayRemove'>,
  sayIn: (words: Translated) => string | null,
): readonly AnswerProblem[] {
  const { item, answers, limits, options } = state;
  const found: Found[] = state.declined
    ? []
    : [
        ...countProblems(item, answers, state.required),
        ...answers.flatMap((answer) => valueProblems(item, answer, limits)),
        ...optionProblems(item, answers, options),
      ];
  return distinct(found).map((one) => ({
    key: state.key,
    linkId: item.linkId,
    message: one.code === 'required' ? null : sayIn(limits.message),
    ...one,
  }));
}

function distinct(found: readonly Found[]): readonly Found[] {
  return found.filter((one, index) => found.findIndex(({ code }) => code === one.code) === index);
}

function countProblems(item: FormItem, answers: readonly Answer[], required: boolean): Found[] {
  if (item.type === 'group') return [];
  const count = answers.length;
  if (count === 0 && required) return [{ code: 'required', found: 'no answer', expected: 'an answer' }];
  if (count > 0 && count < item.minOccurs)
    return [{ code: 'too-few', found: `${count} answers`, expected: `at least ${item.minOccurs}` }];
  if (item.maxOccurs !== null && count > item.maxOccurs)
    return [{ code: 'too-many', found: `${count} answers`, expected: `at most ${item.maxOccurs}` }];
  return [];
}

/** Chosen from what is offered now; with an exclusive option nothing else is chosen. */
function optionProblems(item: FormItem, answers: readonly Answer[], options: readonly Option[]): Found[] {
  const isOffered = isChoice(item.type) || item.options.length > 0;
  if (!isOffered) return [];
  const problems: Found[] = [];
  const isFree = (answer: Answer): boolean => item.type === 'open-choice' && answer.valueString !== undefined;
  const chosen = answers.map((answer) => optionOfAnswer(options, answer));
  if (answers.some((answer, index) => chosen[index] === undefined && !isFree(answer)))
    problems.push({ code: 'not-an-option', found: 'something else', expected: 'one of the options' });
  if (answers.length > 1 && chosen.some((option) => option?.exclusive))
    problems.push({
      code: 'not-allowed-together',
      found: 'an option that is chosen alone, with others',
      expected: 'that option, or others',
    });
  return problems;
}

/** Limits with the least and greatest value as they are now. */
export function limitsNow(limits: Limits, min: Answer | undefined, max: Answer | undefined): Limits {
  if (min === undefined && max === undefined) return limits;
  return { ...limits, min: boundaryOf(min) ?? limits.min, max: boundaryOf(max) ?? limits.max };
}

function boundaryOf(answer: Answer | undefined): number | string | null {
  if (answer === undefined) return null;
  const { valueInteger, valueDecimal, valueDate, valueDateTime, valueTime, valueQuantity } = answer;
  return (
    valueInteger ?? valueDecimal ?? valueQuantity?.value ?? valueDate ?? valueDateTime ?? valueTime ?? null
  );
}
