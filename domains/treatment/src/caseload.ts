import type { EpochMs, IsoDate } from '@skute/platform/time';
import type { EventKind, TreatmentEvent, TreatmentFacts } from './facts.ts';

/** A row of the view `treatment.caseload`, as its columns come from the database. */
export interface CaseloadRow {
  readonly id: string;
  readonly patient_id: string;
  readonly unit_id: string;
  readonly version_id: string;
  readonly responsible_id: string;
  readonly invited_at: Date;
  readonly invitation_days: number;
  readonly starts_on: IsoDate;
  readonly last_active_at: Date | null;
  readonly events:
    | readonly (readonly [number, EventKind, EpochMs, TreatmentEvent['by'], string | null])[]
    | null;
}

/** The columns of the view that `factsOfRow` needs, for a query that calls the view `c`. */
export const caseloadColumns = `
  c.id, c.patient_id, c.unit_id, c.version_id, c.responsible_id, c.invited_at, c.invitation_days, c.starts_on,
  c.last_active_at, c.events`;

/** Facts for lists: without progress and reasons, which no status, day or raised flag depends on. */
export function factsOfRow(row: CaseloadRow, tenantId: string, timeZone: string): TreatmentFacts {
  return {
    id: row.id,
    tenantId,
    patientId: row.patient_id,
    unitId: row.unit_id,
    timeZone,
    versionId: row.version_id,
    responsibleId: row.responsible_id,
    invitedAt: row.invited_at.getTime(),
    invitationDays: row.invitation_days,
    startsOn: row.starts_on,
    events: (row.events ?? []).map(([number, kind, at, by, about]) => ({
      number,
      kind,
      at,
      by,
      byPerson: null,
      about,
      reason: null,
    })),
    progress: [],
    lastActiveAt: row.last_active_at?.getTime() ?? null,
  };
}
