import type { Course } from '../course.ts';
import { type NewEvent, withEvents } from '../facts.ts';
import { brokenSilences, firedByProgress } from '../progress-rules.ts';
import type { AnsweredForm } from './answered-form.ts';
import { askedBy, occurrencesOf } from './occurrences.ts';

/** What answering a form leaves behind: an answer to every open occurrence that asked for it, and the rules that this fulfils. */
export function answerForm(course: Course, answered: AnsweredForm): { readonly events: readonly NewEvent[] } {
  const asked = askedBy(occurrencesOf(course.programme, course, course.rules), answered.formId);
  const done = asked.map(
    ({ key }): NewEvent => ({
      kind: 'form-answered',
      at: course.now,
      by: 'patient',
      byPerson: course.facts.patientId,
      about: `${key}/${answered.formId}`,
      reason: null,
    }),
  );
  const silences = brokenSilences(course);
  const facts = { ...withEvents(course.facts, [...silences, ...done]), lastActiveAt: course.now };
  return {
    events: [...silences, ...done, ...firedByProgress(course.programme, facts, course.now, answered)],
  };
}
