import type { EpochMs } from '@skute/platform/time';
import type { EventKind, TreatmentFacts } from './facts.ts';

/**
 * What lists and indexes need to know without computing a status: since when a treatment is accepted, paused, in
 * maintenance, ended or purged, as acts have made it. What came by the clock alone is not here: a maintenance that has
 * run out has no end until an act writes one.
 */
export interface Columns {
  readonly acceptedAt: EpochMs | null;
  readonly pausedAt: EpochMs | null;
  readonly maintenanceAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  readonly purgedAt: EpochMs | null;
}

export function columnsOf(facts: TreatmentFacts): Columns {
  return {
    acceptedAt: standing(facts, 'accepted'),
    pausedAt: standing(facts, 'paused', 'resumed', 'maintenance-started', 'ended'),
    maintenanceAt: standing(facts, 'maintenance-started', 'reopened'),
    endedAt: standing(facts, 'ended', 'reopened'),
    purgedAt: standing(facts, 'purged'),
  };
}

/** When it last became so, unless it has been taken back since. */
function standing({ events }: TreatmentFacts, kind: EventKind, ...takenBackBy: EventKind[]): EpochMs | null {
  const last = events.findLast((event) => event.kind === kind || takenBackBy.includes(event.kind));
  return last?.kind === kind ? last.at : null;
}
