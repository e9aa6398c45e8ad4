import type { TenantTx } from '@skute/platform/db';
import type { EpochMs, IsoDate } from '@skute/platform/time';
import type { Handling } from './work.ts';

/** What was done about each treatment's work, oldest first. Treatments without any are absent. */
export async function handlingsOf(
  tx: TenantTx,
  treatmentIds: readonly string[],
): Promise<Map<string, Handling[]>> {
  const rows = await tx.query<Handling & { treatmentId: string }>({
    name: 'handlings-of',
    text: `
      select treatment_id as "treatmentId", kind, occurrence, outcome, until
      from flags.handling
      where tenant_id = $1 and treatment_id = any ($2)
      order by treatment_id, number`,
    values: [tx.tenantId, treatmentIds],
  });
  const found = new Map<string, Handling[]>();
  for (const { treatmentId, ...handling } of rows) {
    const known = found.get(treatmentId);
    if (known) known.push(handling);
    else found.set(treatmentId, [handling]);
  }
  return found;
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
