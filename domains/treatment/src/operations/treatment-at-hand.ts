import { type Ask, unitNow } from '@skute/access';
import { fullName, identityOf } from '@skute/identity';
import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { LoadedProgramme } from '@skute/programmes';
import { courseAt } from '../course.ts';
import {
  lastNumber,
  type NewEvent,
  presentOf,
  type StepProgress,
  type TreatmentFacts,
  withEvents,
  withProgress,
} from '../facts.ts';
import { openReasons, sealReasons } from '../reasons.ts';
import { factsOf, insertEvents, keepProgress, type TreatmentRow, updateColumns } from '../store.ts';
import type { ViewSource } from '../views.ts';

export interface TreatmentDeps {
  readonly keys: KeyStore;
  /** A programme version, from memory when it has been read before. */
  readonly programme: (tx: TenantTx, versionId: string) => Promise<LoadedProgramme>;
}

/** A treatment in the middle of an act: what it was when the act began, at the unit's present, ready to be shown. */
export type AtHand = ViewSource;

export async function atHand(
  deps: TreatmentDeps,
  tx: TenantTx,
  row: TreatmentRow,
  { actor, realNow }: Pick<Ask, 'actor' | 'realNow'>,
): Promise<AtHand> {
  const [events, responsible, loaded] = await Promise.all([
    openReasons(deps.keys, tx.tenantId, row),
    identityOf(deps.keys, tx.tenantId, { id: row.responsible_id, identity: row.responsible_identity }),
    deps.programme(tx, row.version_id),
  ]);
  const facts = factsOf(tx.tenantId, row, events);
  const now = presentOf(facts, unitNow({ clockAheadSeconds: row.clock_ahead_seconds }, realNow));
  return {
    course: courseAt(loaded.programme, facts, now),
    loaded,
    language: actor.language,
    hours: { timeZone: row.time_zone, openingHours: row.opening_hours, holidays: row.holidays },
    clinic: { unit: row.unit, clinician: responsible ? fullName(responsible) : '', country: row.country },
  };
}

/** What an act leaves: events, and for an act of the patient's the step's progress and the time of it. */
export interface Change {
  readonly events: readonly NewEvent[];
  readonly progress?: StepProgress;
  readonly activeAt?: EpochMs;
}

/** Sends the change on its way to the database, and gives the treatment as it is with it. */
export async function save(
  deps: TreatmentDeps,
  tx: TenantTx,
  found: AtHand,
  change: Change,
): Promise<AtHand> {
  const before = found.course.facts;
  const facts = changed(before, change);
  const added = facts.events.filter(({ number }) => number > lastNumber(before));
  insertEvents(tx, facts.id, await sealReasons(deps.keys, facts, added));
  if (change.progress && change.progress !== found.course.progress.get(change.progress.stepId)) {
    keepProgress(tx, facts.id, change.progress);
  }
  updateColumns(tx, facts);
  return { ...found, course: courseAt(found.course.programme, facts, found.course.now) };
}

function changed(facts: TreatmentFacts, { events, progress, activeAt }: Change): TreatmentFacts {
  const active = activeAt === undefined ? facts : { ...facts, lastActiveAt: activeAt };
  const told = withEvents(active, events);
  return progress ? withProgress(told, progress, activeAt ?? progress.visitedAt) : told;
}
