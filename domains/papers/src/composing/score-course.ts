import type { ScoredResponse } from '@skute/forms';
import { type Score, type ScoreRule, translatedTitle } from '@skute/forms/rules';
import { dateIn, type IsoDate } from '@skute/platform/time';
import type { LoadedForm } from '@skute/programmes';
import { type Occurrence, occurrences, textsFor } from '@skute/treatment';
import type { PaperSource } from './paper-source.ts';

/** One score of one form through the treatment, at the moments that a paper tells of. */
export interface ScoreCourse {
  readonly formId: string;
  readonly title: string;
  readonly validated: boolean;
  readonly rule: ScoreRule;
  readonly moments: readonly Moment[];
  /** Where only the first and the last of many answers are shown: how many there are. */
  readonly leftOut: number | null;
}

export interface Moment {
  /** Of the measurement point; null where the first and the last answer are shown. */
  readonly title: string | null;
  /** When it was answered, or else when it should have been. */
  readonly on: IsoDate;
  readonly state: 'answered' | 'waiting' | 'not-answered';
  readonly value: number | null;
  readonly band: string | null;
  /** How many answers are missing for a value. */
  readonly missing: number;
}

/** What a letter tells of: each measure at the start and after so many months, or else its first and last answer. */
export function scoreCourses(source: PaperSource): ScoreCourse[] {
  return eachScore(source, (form, rule, responses) => {
    const fixed = fixedMoments(source, form.id, rule, responses);
    if (fixed.length > 0) return { moments: fixed, leftOut: null };
    const answered = responses.map((response) => answeredMoment(source, null, rule, response));
    const [first, last] = [answered[0], answered.at(-1)];
    const moments = first && last ? (first === last ? [first] : [first, last]) : [];
    return { moments, leftOut: answered.length > 2 ? answered.length : null };
  });
}

/** Every answer, for the patient. */
export function allAnswers(source: PaperSource): ScoreCourse[] {
  return eachScore(source, (_, rule, responses) => ({
    moments: responses.map((response) => answeredMoment(source, null, rule, response)),
    leftOut: null,
  }));
}

/** The score that says whether somebody responded to the treatment, when the programme measures one. */
export function isResponderScore({ changes }: ScoreRule): boolean {
  return ['customary', 'proposed-2025'].every((limit) => changes.some(({ id }) => id === limit));
}

type Chosen = Pick<ScoreCourse, 'moments' | 'leftOut'>;

function eachScore(
  source: PaperSource,
  choose: (form: LoadedForm, rule: ScoreRule, responses: readonly ScoredResponse[]) => Chosen,
): ScoreCourse[] {
  const { view, responses } = source;
  return view.course.programme.forms.flatMap((formId) => {
    const form = view.loaded.forms.get(formId);
    const instrument = form?.instrument;
    if (!form || !instrument) return [];
    const own = responses.filter((response) => response.formId === formId);
    return wholeScores(instrument.scores).flatMap((rule) => {
      const chosen = choose(form, rule, own);
      if (chosen.moments.length === 0) return [];
      const title = translatedTitle(form.form, view.language);
      return [{ formId, title, validated: instrument.validated, rule, ...chosen }];
    });
  });
}

/** Parts of a total stay in the portal; where there is no total, every score that has a better end is told. */
function wholeScores(rules: readonly ScoreRule[]): ScoreRule[] {
  const readable = rules.filter(({ direction }) => direction !== 'none');
  const total = readable.filter(({ id }) => id === 'total');
  return total.length > 0 ? total : readable;
}

function fixedMoments(
  source: PaperSource,
  formId: string,
  rule: ScoreRule,
  responses: readonly ScoredResponse[],
): Moment[] {
  const texts = textsFor(source.view);
  return occurrences(source.view)
    .filter(({ point: { forms, when }, state }) => {
      const isFixed = 'day' in when || 'months' in when;
      return isFixed && forms.includes(formId) && state !== 'upcoming' && state !== 'cancelled';
    })
    .map((occurrence) => {
      const title = texts.measures[occurrence.point.id]?.title ?? occurrence.point.id;
      const at = occurrence.answered.get(formId);
      const response = responses.find(({ answeredAt }) => answeredAt === at);
      if (response) return answeredMoment(source, title, rule, response);
      return {
        title,
        on: occurrence.dueOn,
        state: mayStillCome(source, occurrence) ? 'waiting' : 'not-answered',
        value: null,
        band: null,
        missing: 0,
      };
    });
}

function mayStillCome({ view }: PaperSource, { state }: Occurrence): boolean {
  const { status } = view.course;
  return state !== 'expired' && (status === 'active' || status === 'paused');
}

function answeredMoment(
  { view }: PaperSource,
  title: string | null,
  rule: ScoreRule,
  { answeredAt, scores }: ScoredResponse,
): Moment {
  const score: Score | undefined = scores.find((known) => known.score === rule.id);
  return {
    title,
    on: dateIn(view.course.facts.timeZone, answeredAt),
    state: 'answered',
    value: score?.value ?? null,
    band: score?.band ?? null,
    missing: score?.missing.length ?? 0,
  };
}
