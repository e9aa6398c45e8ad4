import { afterOpenHours, type ClinicHours } from '@skute/access';
import { addDays, dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';

export type FlagKind =
  | 'follow-up-call'
  | 'no-activity'
  | 'time-ending'
  | 'form-saved'
  | 'late-form'
  | 'score-worse'
  | 'safety-answer'
  | 'contact-wish'
  | 'fodmap-wish'
  | 'invitation-lapsing'
  | 'invitation-lapsed';

/** Something that asks for the clinic's attention, before it is known whether it has been handled. */
export interface Raised {
  readonly kind: FlagKind;
  /** Which occurrence: handling one silence does not handle the next. */
  readonly occurrence: string;
  readonly because: string;
  readonly since: EpochMs;
}

export interface Handling {
  readonly kind: string;
  readonly occurrence: string;
  readonly outcome: 'done' | 'later' | 'reopened';
  readonly until: IsoDate | null;
}

export type Proposal = 'call' | 'renew-invitation' | 'look' | 'plan-ending' | 'read-form';

export interface Work extends Raised {
  readonly dueAt: EpochMs;
  readonly proposal: Proposal;
  /** Put off until this date. */
  readonly laterUntil: IsoDate | null;
}

/**
 * How soon each kind of work is to be done, in hours of opening time, and what is proposed.
 * Our own choice, to be set by each unit later: a clinic day is taken as 7.5 hours.
 */
const promises: Record<FlagKind, { openHours: number; proposal: Proposal }> = {
  'follow-up-call': { openHours: 5 * 7.5, proposal: 'call' },
  'no-activity': { openHours: 2 * 7.5, proposal: 'look' },
  'time-ending': { openHours: 5 * 7.5, proposal: 'plan-ending' },
  'form-saved': { openHours: 2 * 7.5, proposal: 'read-form' },
  'late-form': { openHours: 5 * 7.5, proposal: 'call' },
  'score-worse': { openHours: 2 * 7.5, proposal: 'read-form' },
  // The soonest of all: what was answered may not be able to wait, and the patient has been told whom to call meanwhile.
  'safety-answer': { openHours: 2, proposal: 'call' },
  'contact-wish': { openHours: 2 * 7.5, proposal: 'call' },
  'fodmap-wish': { openHours: 5 * 7.5, proposal: 'look' },
  'invitation-lapsing': { openHours: 2 * 7.5, proposal: 'call' },
  'invitation-lapsed': { openHours: 5 * 7.5, proposal: 'renew-invitation' },
};

/** What is still to be done. The latest handling of an occurrence counts; `reopened` takes the one before it back. */
export function openWork(
  raised: readonly Raised[],
  handlings: readonly Handling[],
  clinic: ClinicHours,
  now: EpochMs,
): Work[] {
  const today = dateIn(clinic.timeZone, now);
  return raised.flatMap((flag): Work[] => {
    const last = handlings.findLast((h) => h.kind === flag.kind && h.occurrence === flag.occurrence);
    if (last?.outcome === 'done') return [];
    const laterUntil =
      last?.outcome === 'later' && last.until !== null && last.until > today ? last.until : null;
    const { openHours, proposal } = promises[flag.kind];
    // A unit without opening hours still sees its work: due at once.
    const dueAt = afterOpenHours(clinic, flag.since, openHours) ?? flag.since;
    return [{ ...flag, dueAt, proposal, laterUntil }];
  });
}

export type Group = 'today' | 'waiting' | 'unanswered';

/** Where a patient's row stands: by the most pressing of the work, with silence and unanswered invitations apart. */
export function groupOf(work: readonly Work[], clinic: ClinicHours, now: EpochMs): Group {
  const awake = work.filter((item) => item.laterUntil === null);
  if (awake.length === 0) return 'waiting';
  if (awake.every((item) => silent.has(item.kind))) return 'unanswered';
  const tomorrow = addDays(dateIn(clinic.timeZone, now), 1);
  return awake.some((item) => !silent.has(item.kind) && dateIn(clinic.timeZone, item.dueAt) < tomorrow)
    ? 'today'
    : 'waiting';
}

const silent = new Set<FlagKind>(['no-activity', 'late-form', 'invitation-lapsing', 'invitation-lapsed']);

/** Most pressing first: what is not put off, then by due time. */
export function byUrgency(a: readonly Work[], b: readonly Work[]): number {
  return urgency(a) - urgency(b);
}

function urgency(work: readonly Work[]): number {
  return Math.min(...work.map((item) => item.dueAt + (item.laterUntil === null ? 0 : 1e12)));
}
