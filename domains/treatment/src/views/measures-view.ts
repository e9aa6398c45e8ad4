import { isoInstant } from '@skute/platform/time';
import type { ScoredResponse } from '@skute/forms';
import { translatedTitle } from '@skute/forms/rules';
import type { z } from 'zod';
import type { Measures, OccurrenceView } from '../contract.ts';
import { allowedActions } from '../life-cycle.ts';
import type { Occurrence } from '../measures/occurrences.ts';
import { becauseOf } from './because.ts';
import { occurrences, responseLines } from './sitting-view.ts';
import { textsFor, type ViewSource } from './source.ts';
import { trendsOf } from './trend-view.ts';

/** Everything the clinic knows of what is measured in one treatment. */
export function measuresView(source: ViewSource, responses: readonly ScoredResponse[]): Measures {
  const { course } = source;
  const texts = textsFor(source);
  return {
    now: isoInstant(course.now),
    timeZone: course.facts.timeZone,
    occurrences: occurrences(source).map((occurrence) => occurrenceView(source, occurrence)),
    points: course.programme.measures.map(({ id }) => ({ id, title: texts.measures[id]?.title ?? id })),
    trends: trendsOf(source, responses),
    responses: responseLines(source, responses),
    maySteer: allowedActions(course.status).includes('steer'),
  };
}

function occurrenceView(
  source: ViewSource,
  { key, point, state, opensOn, dueOn, expiresOn, answered, why }: Occurrence,
): z.output<typeof OccurrenceView> {
  return {
    key,
    pointId: point.id,
    title: textsFor(source).measures[point.id]?.title ?? point.id,
    state,
    opensOn,
    dueOn,
    expiresOn,
    because: becauseOf(source, why),
    forms: point.forms.map((id) => {
      const form = source.loaded.forms.get(id)?.form;
      const at = answered.get(id);
      return {
        id,
        title: form ? translatedTitle(form, source.language) : id,
        answeredAt: at === undefined ? null : isoInstant(at),
      };
    }),
  };
}
