import type { TenantTx } from '@skute/platform/db';
import type { Place } from '@skute/platform/keys';
import type { EpochMs, IsoDate } from '@skute/platform/time';
import type { Handling } from './work.ts';

export interface Handled extends Handling {
  readonly at: Date;
  readonly byPerson: string;
  readonly note: Buffer | null;
}

/** The latest of what was done about a treatment's work, newest first. */
export async function latestHandlings(tx: TenantTx, treatmentId: string, limit: number): Promise<Handled[]> {
  return tx.query<Handled>({
    name: 'handlings-latest',
    text: `
      select kind, occurrence, outcome, until, at, by_person as "byPerson", note
      from flags.handling
      where tenant_id = $1 and treatment_id = $2
      order by number desc
      limit $3`,
    values: [tx.tenantId, treatmentId, limit],
  });
}

/** Where a note is sealed to: all pieces of work handled in one go share the note and its instant. */
export function placeOfNote(of: {
  tenant: string;
  patient: string;
  treatmentId: string;
  at: EpochMs;
}): Place {
  const row = `${of.treatmentId} ${of.at}`;
  return { tenant: of.tenant, person: of.patient, table: 'flags.handling', row, field: 'note' };
}

export interface NewHandling {
  readonly treatmentId: string;
  readonly items: readonly { readonly kind: string; readonly occurrence: string }[];
  readonly outcome: Handling['outcome'];
  readonly until: IsoDate | null;
  /** Sealed with the patient's key. */
  readonly note: Buffer | null;
  readonly byPerson: string;
  readonly at: EpochMs;
}

export function addHandlings(tx: TenantTx, handling: NewHandling): void {
  tx.send({
    name: 'handlings-add',
    text: `
      insert into flags.handling (tenant_id, treatment_id, number, kind, occurrence, outcome, until, note, by_person, at)
      select $1, $2,
        (select count(*) from flags.handling h where h.tenant_id = $1 and h.treatment_id = $2) + item.at_place,
        item.kind, item.occurrence, $5, $6, $7, $8, $9
      from unnest($3::text[], $4::text[]) with ordinality as item (kind, occurrence, at_place)`,
    values: [
      tx.tenantId,
      handling.treatmentId,
      handling.items.map((item) => item.kind),
      handling.items.map((item) => item.occurrence),
      handling.outcome,
      handling.until,
      handling.note,
      handling.byPerson,
      new Date(handling.at),
    ],
  });
}
