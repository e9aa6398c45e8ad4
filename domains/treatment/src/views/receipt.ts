import { afterOpenHours } from '@skute/access';
import type { Score } from '@skute/forms/rules';
import type { LoadedForm } from '@skute/programmes';
import { isoInstant } from '@skute/platform/time';
import type { Receipt } from '../contract.ts';
import type { NewEvent } from '../facts.ts';
import { openingsSince } from '../openings.ts';
import { isOpenModule } from '../sequencing.ts';
import { becauseOf } from './because.ts';
import { sittingForms, upcoming } from './sitting-view.ts';
import { textsFor, titleOf, type ViewSource } from './source.ts';
import { scoreViews } from './trend-view.ts';

interface Sent {
  readonly before: ViewSource;
  readonly after: ViewSource;
  readonly form: LoadedForm;
  readonly responseId: string;
  readonly scores: readonly Score[];
  readonly earlier: readonly Score[] | null;
  readonly events: readonly NewEvent[];
}

/** What the patient is told when the answers have come: what they mean, who reads them by when, and what happens next. */
export function receiptOf({ before, after, form, responseId, scores, earlier, events }: Sent): Receipt {
  const { course } = after;
  return {
    responseId,
    formId: form.id,
    answeredAt: isoInstant(course.now),
    scores: scoreViews(form, scores, earlier),
    readByAt: readByAt(after),
    urgent: raises(after, events, 'safety-answer'),
    opened: openedBy(before, after),
    remaining: sittingForms(after, new Map()),
    next: upcoming(after),
  };
}

/** Two days of opening hours: what the work that answers raise is due in (flags). */
const readWithinHours = 15;

function readByAt({ hours, course }: ViewSource): string | null {
  const at = afterOpenHours(hours, course.now, readWithinHours);
  return at === undefined ? null : isoInstant(at);
}

function raises({ course }: ViewSource, events: readonly NewEvent[], flag: string): boolean {
  const fired = new Set(events.filter(({ kind }) => kind === 'rule-fired').map(({ about }) => about));
  return course.programme.rules.some(
    ({ id, then }) => fired.has(id) && then.some((effect) => 'flag' in effect && effect.flag === flag),
  );
}

/** Modules, steps and forms that these answers opened, with why. */
function openedBy(before: ViewSource, after: ViewSource): Receipt['opened'] {
  const texts = textsFor(after);
  const modules = openingsSince(after.course, Number.NEGATIVE_INFINITY)
    .filter(({ moduleId }) => !isOpenModule(before.course, moduleId))
    .flatMap(({ moduleId, why }): Receipt['opened'] => {
      const because = becauseOf(after, why);
      const title = texts.modules[moduleId]?.title ?? moduleId;
      return because ? [{ kind: 'module', id: moduleId, title, because }] : [];
    });
  const steps = [...after.course.steps].flatMap(([stepId, state]): Receipt['opened'] => {
    const wasHidden = before.course.steps.get(stepId)?.hidden ?? false;
    const because = becauseOf(after, state.why);
    if (!wasHidden || state.hidden || !because) return [];
    return [{ kind: 'step', id: stepId, title: titleOf(after, stepId).title, because }];
  });
  return [...modules, ...steps];
}
