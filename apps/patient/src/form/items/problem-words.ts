/** What is wrong with an answer, as a sentence that says what to do. */
import type { AnswerProblem, ItemState } from '@skute/forms/rules';
import { dayInWords, type Language, type Say } from '@skute/ui/i18n';
import type { Typed } from '../filling.ts';
import type { itemTexts } from './texts.ts';

export type SayItem = Say<keyof typeof itemTexts.texts>;

/** Null when there is nothing to say. */
export function problemOf(state: ItemState, typed: Typed, t: SayItem, language: Language): string | null {
  if (isNoValueYet(state, typed)) return t(noValueWords(state));
  const [problem] = state.problems;
  return problem ? (problem.message ?? wordsFor(problem, state, t, language)) : null;
}

/** Something is written, but it is no number, or no date, yet. */
export function isNoValueYet(state: ItemState, typed: Typed): boolean {
  return state.answers.length === 0 && !state.declined && (typed[state.key]?.trim() ?? '') !== '';
}

function noValueWords({ item }: ItemState): 'whole' | 'number' | 'date' | 'odd' {
  if (item.type === 'integer') return 'whole';
  if (item.type === 'decimal' || item.type === 'quantity') return 'number';
  return item.type === 'date' || item.type === 'dateTime' ? 'date' : 'odd';
}

function wordsFor(problem: AnswerProblem, state: ItemState, t: SayItem, language: Language): string {
  const { limits, item } = state;
  switch (problem.code) {
    case 'required':
      return t(item.mayDecline ? 'requiredOrDecline' : 'required');
    case 'too-small':
      return bound(limits.min, ['atLeast', 'dateAtLeast'], t, language);
    case 'too-large':
      return bound(limits.max, ['atMost', 'dateAtMost'], t, language);
    case 'too-long':
      return limits.maxLength === null ? t('odd') : t('tooLong', { limit: limits.maxLength });
    case 'too-short':
      return t('tooShort', { limit: limits.minLength ?? 1 });
    case 'too-many-decimals':
      return t('decimals', { limit: limits.decimals ?? 0 });
    case 'not-matching':
      return t('notMatching');
    case 'too-few':
      return t('tooFew', { limit: Math.max(1, item.minOccurs) });
    case 'too-many':
      return t('tooMany', { limit: item.maxOccurs ?? 1 });
    case 'not-allowed-together':
      return t('together');
    case 'not-an-option':
      return t('notOption');
    case 'not-a-date':
      return t('date');
    case 'wrong-type':
      return t(noValueWords(state));
    default:
      return t('odd');
  }
}

function bound(
  limit: number | string | null,
  [number, date]: readonly ['atLeast', 'dateAtLeast'] | readonly ['atMost', 'dateAtMost'],
  t: SayItem,
  language: Language,
): string {
  if (limit === null) return t('odd');
  if (typeof limit === 'number') return t(number, { limit });
  return t(date, {
    limit: /^\d{4}-\d\d-\d\d/.test(limit) ? dayInWords(limit.slice(0, 10), language) : limit,
  });
}
