import { dateIn } from '@skute/platform/time';
import type { ScoredResponse } from '@skute/forms';
import { type Score, type ScoreRule, translatedTitle } from '@skute/forms/rules';
import type { LoadedForm } from '@skute/programmes';
import type { z } from 'zod';
import type { ScoreView, Trend } from '../contract.ts';
import type { Occurrence } from '../measures/occurrences.ts';
import { isLate } from '../measures/late.ts';
import { occurrences } from './sitting-view.ts';
import type { ViewSource } from './source.ts';

/** One for each score of each form that has been answered or should have been; the programme's order. */
export function trendsOf(source: ViewSource, responses: readonly ScoredResponse[]): Trend[] {
  const all = occurrences(source);
  return source.course.programme.forms.flatMap((formId) => {
    const form = source.loaded.forms.get(formId);
    const answered = responses.filter((response) => response.formId === formId);
    if (!form?.instrument || answered.length === 0) return [];
    return form.instrument.scores
      .filter(({ direction }) => direction !== 'none')
      .map((rule) => trend(source, form, rule, answered, missedOf(all, formId)));
  });
}

function trend(
  source: ViewSource,
  { id, form, instrument }: LoadedForm,
  rule: ScoreRule,
  answered: readonly ScoredResponse[],
  missed: readonly Occurrence[],
): Trend {
  const zone = source.course.facts.timeZone;
  const points = [
    ...answered.map((response) => {
      const score = response.scores.find((known) => known.score === rule.id);
      return {
        on: dateIn(zone, response.answeredAt),
        responseId: response.id,
        value: score?.value ?? null,
        band: score?.band ?? null,
        missing: score?.missing.length ?? 0,
        ruleVersion: score?.version ?? null,
      };
    }),
    ...missed.map(({ dueOn }) => ({
      on: dueOn,
      responseId: null,
      value: null,
      band: null,
      missing: 0,
      ruleVersion: null,
    })),
  ];
  return {
    formId: id,
    title: translatedTitle(form, source.language),
    instrument: instrument?.id ?? '',
    score: rule.id,
    validated: instrument?.licence.kind !== 'own',
    direction: rule.direction,
    min: rule.min,
    max: rule.max,
    bands: rule.bands.map(({ id: band, from, above }) => ({ id: band, from, above: above === true })),
    changes: rule.changes.map((change) => ({ ...change })),
    points: points.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

/** Asked for, and the time has run out. */
function missedOf(all: readonly Occurrence[], formId: string): Occurrence[] {
  return all.filter(
    ({ point, state, answered }) =>
      state === 'expired' && isLate(state) && point.forms.includes(formId) && !answered.has(formId),
  );
}

/** Scores of one response, beside those of the one before it. */
export function scoreViews(
  form: LoadedForm,
  scores: readonly Score[],
  before: readonly Score[] | null,
): z.output<typeof ScoreView>[] {
  return scores.map((score) => {
    const rule = form.instrument?.scores.find(({ id }) => id === score.score);
    const earlier = before?.find((known) => known.score === score.score)?.value ?? null;
    const limit = rule?.changes.find(({ forPatients }) => forPatients)?.points ?? null;
    return {
      instrument: score.instrument,
      score: score.score,
      direction: rule?.direction ?? 'none',
      value: score.value,
      band: score.band,
      before: earlier,
      noticeable:
        limit === null || score.value === null || earlier === null
          ? null
          : Math.abs(score.value - earlier) >= limit,
    };
  });
}
