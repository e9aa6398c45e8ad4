import type { AnswerCondition, Condition } from '@skute/programmes/rules';

/** What rules may ask of a form that has just been answered. */
export interface AnsweredForm {
  readonly formId: string;
  /** By item: the codes, numbers or booleans that were answered. */
  readonly values: ReadonlyMap<string, readonly (string | number | boolean)[]>;
  readonly scores: readonly ScoreSeries[];
}

/** One score of the form, with those of earlier responses in the same treatment. Null: too much was missing. */
export interface ScoreSeries {
  readonly score: string;
  readonly direction: 'lower-is-better' | 'higher-is-better' | 'none';
  readonly value: number | null;
  readonly first: number | null;
  readonly last: number | null;
}

export function isByAnswers(when: Condition): when is AnswerCondition {
  return 'formSent' in when || 'answer' in when || 'score' in when || 'change' in when;
}

/** Whether the answers make the condition true. What is missing makes nothing true. */
export function isTrueOf(when: AnswerCondition, answered: AnsweredForm): boolean {
  if ('formSent' in when) return when.formSent === answered.formId;
  if ('answer' in when) {
    const { form, item, is } = when.answer;
    return form === answered.formId && (answered.values.get(item)?.includes(is) ?? false);
  }
  if ('score' in when) return reaches(when.score, answered);
  return hasChanged(when.change, answered);
}

function reaches(
  { form, score, atLeast, atMost }: Extract<AnswerCondition, { score: object }>['score'],
  answered: AnsweredForm,
): boolean {
  const value = seriesOf(form, score, answered)?.value ?? null;
  if (value === null) return false;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}

function hasChanged(
  { form, score, worseBy, betterBy, since }: Extract<AnswerCondition, { change: object }>['change'],
  answered: AnsweredForm,
): boolean {
  const series = seriesOf(form, score, answered);
  const before = series?.[since] ?? null;
  if (!series || series.value === null || before === null || series.direction === 'none') return false;
  const gain = series.direction === 'lower-is-better' ? before - series.value : series.value - before;
  return worseBy === undefined ? gain >= (betterBy ?? Number.POSITIVE_INFINITY) : -gain >= worseBy;
}

function seriesOf(form: string, score: string, answered: AnsweredForm): ScoreSeries | undefined {
  return form === answered.formId ? answered.scores.find((known) => known.score === score) : undefined;
}
