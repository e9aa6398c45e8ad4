import { isoInstant } from '@skute/platform/time';
import type { ScoredResponse } from '@skute/forms';
import { type Form, translatedTitle, whyAsked } from '@skute/forms/rules';
import type { z } from 'zod';
import type { ResponseLine, SittingForm, Upcoming } from '../contract.ts';
import {
  answerable,
  formsDue,
  type Occurrence,
  occurrencesNow,
  occurrencesOf,
} from '../measures/occurrences.ts';
import type { Course } from '../course.ts';
import { becauseOf } from './because.ts';
import { textsFor, type ViewSource } from './source.ts';
import { minutesOf } from './form-facts.ts';

/** When which form is asked for, in this treatment. */
export function occurrences({ course }: ViewSource): readonly Occurrence[] {
  const known = reckoned.get(course) ?? occurrencesOf(course.programme, course, course.rules);
  reckoned.set(course, known);
  return known;
}

/** One answer asks several times, and a course never changes. */
const reckoned = new WeakMap<Course, readonly Occurrence[]>();

/** What can be answered now, each form once, the one that is due first at the front. */
export function sittingForms(source: ViewSource, begun: ReadonlyMap<string, number>): SittingForm[] {
  const { course } = source;
  const all = occurrencesNow(course.programme, course, course.rules);
  const open = answerable(all);
  return formsDue(all).flatMap((formId): SittingForm[] => {
    const occurrence = open.find(
      ({ point, answered }) => point.forms.includes(formId) && !answered.has(formId),
    );
    const form = source.loaded.forms.get(formId)?.form;
    const state = occurrence?.state;
    if (!occurrence || !form || (state !== 'open' && state !== 'due' && state !== 'overdue')) return [];
    const savedAt = begun.get(formId);
    return [
      {
        formId,
        title: translatedTitle(form, source.language),
        why: whyOf(source, form, occurrence.point.id),
        minutes: minutesOf(form),
        state,
        dueOn: occurrence.dueOn,
        expiresOn: occurrence.expiresOn,
        because: becauseOf(source, occurrence.why),
        draftSavedAt: savedAt === undefined ? null : isoInstant(savedAt),
      },
    ];
  });
}

/** The form's own reason, or else that of the point that asks. */
export function whyOf(source: ViewSource, form: Form, pointId: string | undefined): string {
  return (
    whyAsked(form, source.language) ??
    (pointId === undefined ? '' : (textsFor(source).measures[pointId]?.why ?? ''))
  );
}

/** The next that opens, when nothing is moved. */
export function upcoming(source: ViewSource): z.output<typeof Upcoming> | null {
  const next = occurrences(source).find(({ state }) => state === 'upcoming');
  if (!next || source.course.status !== 'active') return null;
  return { title: textsFor(source).measures[next.point.id]?.title ?? '', opensOn: next.opensOn };
}

/** Newest first. */
export function responseLines(
  source: ViewSource,
  responses: readonly ScoredResponse[],
): z.output<typeof ResponseLine>[] {
  return responses.toReversed().map((response) => responseLine(source, response));
}

export function responseLine(
  source: ViewSource,
  { id, formId, answeredAt, beganAt, readAt }: Omit<ScoredResponse, 'scores'>,
): z.output<typeof ResponseLine> {
  const form = source.loaded.forms.get(formId)?.form;
  return {
    id,
    formId,
    title: form ? translatedTitle(form, source.language) : formId,
    answeredAt: isoInstant(answeredAt),
    minutes: beganAt === null ? null : Math.max(0, Math.round((answeredAt - beganAt) / 6_000) / 10),
    readAt: readAt === null ? null : isoInstant(readAt),
  };
}
