import type { EpochMs, IsoDate } from '@skute/platform/time';

/**
 * Everything that is remembered of one treatment. Status, day, what is open and what is due are all computed from
 * this, the programme and the clock; nothing computed is kept, so nothing computed can be wrong later.
 */
export interface TreatmentFacts {
  readonly id: string;
  readonly tenantId: string;
  readonly patientId: string;
  readonly unitId: string;
  /** The unit's. Every date of the treatment is a date there. */
  readonly timeZone: string;
  readonly versionId: string;
  readonly responsibleId: string;
  readonly invitedAt: EpochMs;
  readonly invitationDays: number;
  /** Chosen by the clinician. The treatment starts then, or on the day of acceptance if that is later. */
  readonly startsOn: IsoDate;
  /** In the order in which they were written. */
  readonly events: readonly TreatmentEvent[];
  readonly progress: readonly StepProgress[];
  /** When the patient last opened, finished or kept a step, or accepted. Looking at Today is not activity. */
  readonly lastActiveAt: EpochMs | null;
}

export const eventKinds = [
  'invited',
  'invitation-renewed',
  'accepted',
  'paused',
  'resumed',
  'maintenance-started',
  'ended',
  'reopened',
  'purged',
  'module-opened',
  'module-closed',
  'module-shown',
  'module-hidden',
  'step-shown',
  'step-hidden',
  'rule-held',
  'rule-released',
  'rule-undone',
  'rule-fired',
  /** A rule about answers came true while it was held: what it waits for when it is released. */
  'rule-met',
  /** What a measurement point counts its days from has happened. */
  'point-anchored',
  'point-added',
  'point-moved',
  'point-cancelled',
  'form-answered',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface TreatmentEvent {
  /** 1, 2, 3 … in the order of writing. */
  readonly number: number;
  readonly kind: EventKind;
  /** When it took effect. Earlier than the event before it only for a silence, which is written when it is broken. */
  readonly at: EpochMs;
  readonly by: 'patient' | 'clinician' | 'rule';
  readonly byPerson: string | null;
  /**
   * Id of the module, step, rule or measurement point; for `maintenance-started` the last date of reading; for acts on an
   * occurrence of a point its key, with the new date (`week.3>2026-03-05`) or the form answered (`week.3/week`).
   */
  readonly about: string | null;
  /** The clinician's words. */
  readonly reason: string | null;
}

/** An event that has been decided and not yet been given a number. */
export type NewEvent = Omit<TreatmentEvent, 'number'>;

export interface StepProgress {
  readonly stepId: string;
  /** The first time; later visits change nothing. */
  readonly visitedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  readonly bookmarked: boolean;
}

/** The facts as they will be when the new events have been written. */
export function withEvents(facts: TreatmentFacts, added: readonly NewEvent[]): TreatmentFacts {
  const last = lastNumber(facts);
  return {
    ...facts,
    events: [...facts.events, ...added.map((event, i) => ({ ...event, number: last + 1 + i }))],
  };
}

export function withProgress(facts: TreatmentFacts, step: StepProgress, activeAt: EpochMs): TreatmentFacts {
  const others = facts.progress.filter((known) => known.stepId !== step.stepId);
  return { ...facts, progress: [...others, step], lastActiveAt: activeAt };
}

export function lastNumber(facts: TreatmentFacts): number {
  return facts.events.at(-1)?.number ?? 0;
}

/**
 * The present of a treatment: the clock, but never before what is already written. Server processes' clocks differ
 * by some milliseconds, and what one has just written must have happened for the other.
 */
export function presentOf(facts: TreatmentFacts, clock: EpochMs): EpochMs {
  return Math.max(clock, facts.lastActiveAt ?? 0, ...facts.events.map((event) => event.at));
}

/** Events that have happened by then, in the order of writing. */
export function eventsUntil(facts: TreatmentFacts, now: EpochMs): TreatmentEvent[] {
  return facts.events.filter((event) => event.at <= now);
}
