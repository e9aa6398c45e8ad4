import { addDays, dateIn, type EpochMs, type IsoDate, startOfDay } from '@skute/platform/time';
import type { TreatmentStatus } from './contract.ts';
import { type EventKind, eventsUntil, type TreatmentEvent, type TreatmentFacts } from './facts.ts';

/**
 * How a treatment lives (product.md section 3), computed from what has happened and the clock:
 *
 *   invited ──accept──▶ active ⇄ paused
 *      │                  └──▶ maintenance ──its date──▶ ended ──▶ purged
 *      └─14 days─▶ lapsed        (ended is reached by hand from everywhere before it)
 *
 * Two turns come by themselves and are never written: an invitation lapses, and maintenance ends. Both last to the
 * end of their last day in the unit's time zone, so that a date can be told to the patient without an hour.
 */
export interface Life {
  readonly facts: TreatmentFacts;
  readonly now: EpochMs;
  readonly status: TreatmentStatus;
  /** Every status it has had and will have if nothing more happens, in order, without gaps. */
  readonly spans: readonly Span[];
  /** What has been written by now, in the order of writing. */
  readonly events: readonly TreatmentEvent[];
}

export interface Span {
  readonly status: TreatmentStatus;
  readonly from: EpochMs;
  /** The first instant of the next span; infinity for the last. Two acts of one millisecond leave an empty span. */
  readonly to: EpochMs;
}

export function lifeAt(facts: TreatmentFacts, now: EpochMs): Life {
  const events = eventsUntil(facts, now);
  const spans = spansOf(facts, events);
  return { facts, now, events, spans, status: statusIn(spans, now) };
}

export function statusAt(facts: TreatmentFacts, now: EpochMs): TreatmentStatus {
  return lifeAt(facts, now).status;
}

/** Whether it stands in the way of another: the patient has it, or is asked to. */
export function lives(status: TreatmentStatus): boolean {
  switch (status) {
    case 'invited':
    case 'active':
    case 'paused':
    case 'maintenance':
      return true;
    case 'lapsed':
    case 'ended':
    case 'purged':
      return false;
  }
}

/** The last date on which the invitation can be accepted, or could have been. Null once it has been. */
export function invitationEndsOn({ facts, events, status }: Life): IsoDate | null {
  if (status !== 'invited' && status !== 'lapsed') return null;
  const renewed = events.findLast((event) => event.kind === 'invitation-renewed');
  return lastDayOfInvitation(facts, renewed?.at ?? facts.invitedAt);
}

/** The last date of reading. Null when the treatment is not in maintenance. */
export function maintenanceEndsOn({ events, status }: Life): IsoDate | null {
  if (status !== 'maintenance') return null;
  return events.findLast((event) => event.kind === 'maintenance-started')?.about ?? null;
}

export type Allowed = 'pause' | 'resume' | 'renew-invitation' | 'steer';

/** What a clinician may do now with the treatment as it stands. The screens show these and decide nothing. */
export function allowedActions(status: TreatmentStatus): Allowed[] {
  switch (status) {
    case 'invited':
      return ['renew-invitation', 'steer'];
    case 'lapsed':
      return ['renew-invitation'];
    case 'active':
      return ['pause', 'steer'];
    case 'paused':
      return ['resume', 'steer'];
    case 'maintenance':
      return ['steer'];
    case 'ended':
    case 'purged':
      return [];
  }
}

interface Turn {
  readonly status: TreatmentStatus;
  readonly at: EpochMs;
  /** The turn that comes by itself when nothing else has come before it. */
  readonly then?: { readonly status: TreatmentStatus; readonly at: EpochMs };
}

const leadsTo: Partial<Record<EventKind, TreatmentStatus>> = {
  'invitation-renewed': 'invited',
  accepted: 'active',
  paused: 'paused',
  resumed: 'active',
  'maintenance-started': 'maintenance',
  ended: 'ended',
  reopened: 'active',
  purged: 'purged',
};

function spansOf(facts: TreatmentFacts, events: readonly TreatmentEvent[]): Span[] {
  const turns = [invitation(facts, facts.invitedAt), ...events.flatMap((event) => turnOf(facts, event))];
  return turns.flatMap((turn, i) => spansOfTurn(turn, turns[i + 1]?.at ?? Number.POSITIVE_INFINITY));
}

function turnOf(facts: TreatmentFacts, event: TreatmentEvent): Turn[] {
  const status = leadsTo[event.kind];
  if (status === undefined) return [];
  if (status === 'invited') return [invitation(facts, event.at)];
  if (status !== 'maintenance' || event.about === null) return [{ status, at: event.at }];
  return [{ status, at: event.at, then: { status: 'ended', at: endOf(facts, event.about) } }];
}

function invitation(facts: TreatmentFacts, at: EpochMs): Turn {
  return {
    status: 'invited',
    at,
    then: { status: 'lapsed', at: endOf(facts, lastDayOfInvitation(facts, at)) },
  };
}

function spansOfTurn({ status, at, then }: Turn, until: EpochMs): Span[] {
  if (then === undefined || then.at >= until) return [{ status, from: at, to: until }];
  return [
    { status, from: at, to: then.at },
    { status: then.status, from: then.at, to: until },
  ];
}

function statusIn(spans: readonly Span[], at: EpochMs): TreatmentStatus {
  return spans.findLast((span) => span.from <= at)?.status ?? 'invited';
}

/** Fourteen days have passed when the fourteenth day after the invitation's own is over. */
function lastDayOfInvitation(facts: TreatmentFacts, at: EpochMs): IsoDate {
  return addDays(dateIn(facts.timeZone, at), facts.invitationDays);
}

function endOf(facts: TreatmentFacts, date: IsoDate): EpochMs {
  return startOfDay(facts.timeZone, addDays(date, 1));
}
