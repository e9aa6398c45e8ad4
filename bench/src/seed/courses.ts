/** How far each patient has come. Pure, and the same in every run. */
import type { EpochMs } from '@skute/platform/time';

export const dayMs = 86_400_000;

export interface Course {
  readonly invitedAt: EpochMs;
  readonly acceptedAt: EpochMs | null;
  readonly pausedAt: EpochMs | null;
  readonly lastActiveAt: EpochMs | null;
  /** Steps finished, in the programme's order. */
  readonly finished: number;
  /** Whether the step after those was opened and left. */
  readonly begun: boolean;
  /** Modules that the clinician has opened by hand. */
  readonly openedByHand: readonly string[];
}

/** Steps that are open from the start, and with those that time opens; later ones wait for the patient's own progress. */
const stepsAtStart = 9;
const stepsByTime = 26;
/** The last of them opens on day 28. */
const daysToAll = 30;

/**
 * Of a hundred patients some eight have not answered, three have let the invitation lapse, five have paused, and one in
 * four of the rest has been silent for more than ten days. `silent` makes one of those.
 */
export function courseOf(random: () => number, now: EpochMs, silent: boolean): Course {
  const kind = silent ? 0.99 : random();
  if (kind < 0.08) return unanswered(now - Math.floor(random() * 13) * dayMs - 3_600_000);
  if (kind < 0.11) return unanswered(now - (16 + Math.floor(random() * 20)) * dayMs);
  const days = silent ? 40 : 1 + Math.floor(random() * 150);
  const acceptedAt = now - days * dayMs - Math.floor(random() * 10) * 3_600_000;
  const reach = days >= daysToAll ? stepsByTime : stepsAtStart;
  const finished = Math.min(reach - 1, Math.floor(random() * reach));
  const quietDays = silent || random() < 0.25 ? 11 + Math.floor(random() * 20) : Math.floor(random() * 9);
  const lastActiveAt = Math.max(acceptedAt, now - quietDays * dayMs - Math.floor(random() * 8) * 3_600_000);
  const paused = !silent && kind < 0.16;
  return {
    invitedAt: acceptedAt - 2 * dayMs,
    acceptedAt,
    pausedAt: paused ? lastActiveAt + 60_000 : null,
    lastActiveAt,
    finished,
    begun: finished > 0 && random() < 0.5,
    openedByHand: random() < 0.15 ? ['exposure'] : [],
  };
}

/** How many steps the patient may open now, one after the other. */
export function stepsToOpen(course: Course, now: EpochMs): number {
  const settled = course.acceptedAt !== null && course.acceptedAt < now - daysToAll * dayMs;
  return settled && course.pausedAt === null ? stepsByTime - course.finished - (course.begun ? 1 : 0) : 0;
}

function unanswered(invitedAt: EpochMs): Course {
  return {
    invitedAt,
    acceptedAt: null,
    pausedAt: null,
    lastActiveAt: null,
    finished: 0,
    begun: false,
    openedByHand: [],
  };
}
