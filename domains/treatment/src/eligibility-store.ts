import type { TenantTx } from '@skute/platform/db';
import { type KeyStore, type Place, sealText, unsealText } from '@skute/platform/keys';
import { z } from 'zod';

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

/**
 * All of it is sealed in one: which lines were not met says as much about the patient as the reasons do, and even how
 * many there are is nobody else's to count.
 */
export async function insertAnswers(
  tx: TenantTx,
  keys: KeyStore,
  whose: Whose,
  answers: readonly EligibilityAnswer[],
): Promise<void> {
  const sealed = await sealAnswers(keys, tx.tenantId, whose, answers);
  tx.send({
    name: 'treatment-insert-answers',
    text: `insert into treatment.eligibility (tenant_id, treatment_id, answers) values ($1, $2, $3)`,
    values: [tx.tenantId, whose.treatmentId, sealed],
  });
}

export async function sealAnswers(
  keys: KeyStore,
  tenantId: string,
  whose: Whose,
  answers: readonly EligibilityAnswer[],
): Promise<Buffer> {
  const key = await keys.get(tenantId, whose.patientId);
  return sealText(key, placeOf(tenantId, whose), JSON.stringify(answers));
}

/** When the key is destroyed nobody knows them any more. */
export async function eligibilityAnswers(
  tx: TenantTx,
  keys: KeyStore,
  whose: Whose,
): Promise<EligibilityAnswer[]> {
  const [row] = await tx.query<{ answers: Buffer }>({
    name: 'treatment-answers',
    text: `
      select answers
      from treatment.eligibility
      where tenant_id = $1 and treatment_id = $2`,
    values: [tx.tenantId, whose.treatmentId],
  });
  const key = row && (await keys.find(tx.tenantId, whose.patientId));
  return key ? Answers.parse(JSON.parse(unsealText(key, placeOf(tx.tenantId, whose), row.answers))) : [];
}

const Answers = z.array(
  z.strictObject({ lineId: z.string(), met: z.boolean(), reason: z.string().nullable() }),
);

function placeOf(tenant: string, { treatmentId, patientId }: Whose): Place {
  return {
    tenant,
    person: patientId,
    table: 'treatment.eligibility',
    row: treatmentId,
    field: 'answers',
  };
}
