import type { TenantTx } from '@skute/platform/db';
import { type KeyStore, type Place, sealText, unsealText } from '@skute/platform/keys';

/** What the clinician answered to one line of the programme's eligibility list. An override has a reason. */
export interface EligibilityAnswer {
  readonly lineId: string;
  readonly met: boolean;
  readonly reason: string | null;
}

interface Whose {
  readonly treatmentId: string;
  readonly patientId: string;
}

export async function insertAnswers(
  tx: TenantTx,
  keys: KeyStore,
  whose: Whose,
  answers: readonly EligibilityAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  const key = await keys.get(tx.tenantId, whose.patientId);
  tx.send({
    name: 'treatment-insert-answers',
    text: `
      insert into treatment.eligibility_answer (tenant_id, treatment_id, line_id, met, reason)
      select $1, $2, a.line_id, a.met, a.reason
      from unnest($3::text[], $4::bool[], $5::bytea[]) as a (line_id, met, reason)`,
    values: [
      tx.tenantId,
      whose.treatmentId,
      answers.map(({ lineId }) => lineId),
      answers.map(({ met }) => met),
      answers.map(({ lineId, reason }) =>
        reason === null ? null : sealText(key, placeOf(tx.tenantId, whose, lineId), reason),
      ),
    ],
  });
}

export async function eligibilityAnswers(
  tx: TenantTx,
  keys: KeyStore,
  whose: Whose,
): Promise<EligibilityAnswer[]> {
  const rows = await tx.query<{ line_id: string; met: boolean; reason: Buffer | null }>({
    name: 'treatment-answers',
    text: `
      select line_id, met, reason
      from treatment.eligibility_answer
      where tenant_id = $1 and treatment_id = $2
      order by line_id`,
    values: [tx.tenantId, whose.treatmentId],
  });
  const key = rows.some(({ reason }) => reason !== null)
    ? await keys.find(tx.tenantId, whose.patientId)
    : undefined;
  return rows.map(({ line_id, met, reason }) => ({
    lineId: line_id,
    met,
    reason: key && reason ? unsealText(key, placeOf(tx.tenantId, whose, line_id), reason) : null,
  }));
}

function placeOf(tenant: string, { treatmentId, patientId }: Whose, lineId: string): Place {
  return {
    tenant,
    person: patientId,
    table: 'treatment.eligibility_answer',
    row: `${treatmentId} ${lineId}`,
    field: 'reason',
  };
}
