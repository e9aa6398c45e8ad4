/** Which forms of the programme each patient has answered, and when. Pure. */
import type { EpochMs } from '@skute/platform/time';
import { type Course, dayMs } from './courses.ts';

export interface Sent {
  readonly formId: string;
  /** The occurrence that asked for it, as `programmes/ibs/measures.yaml` has it. */
  readonly key: string;
  readonly at: EpochMs;
}

const hourMs = 3_600_000;
/** Two on the first day and one each week: twelve in all from day 70. */
const mostWeeks = 10;
export const mostSent = mostWeeks + 2;

export function sentBy({ acceptedAt, lastActiveAt }: Course): Sent[] {
  if (acceptedAt === null) return [];
  const until = lastActiveAt ?? acceptedAt;
  const weeks = Array.from({ length: mostWeeks }, (_, n) => ({
    formId: 'week',
    key: `week.${n}`,
    at: acceptedAt + (7 + 7 * n) * dayMs + hourMs,
  }));
  return [
    { formId: 'symptoms', key: 'start.0', at: acceptedAt + hourMs },
    { formId: 'life', key: 'start.0', at: acceptedAt + 2 * hourMs },
    ...weeks,
  ].filter(({ at }) => at < until);
}
