import type { Statement, TenantTx } from '@skute/platform/db';
import type { EpochMs, IsoDate } from '@skute/platform/time';

/** A response as it lies in the database. */
export interface ResponseRow {
  readonly id: string;
  readonly patient_id: string;
  readonly treatment_id: string;
  readonly version_id: string;
  readonly form_id: string;
  readonly language: string;
  readonly began_at: Date | null;
  readonly answered_at: Date;
  readonly scores: Buffer;
  readonly read_at: Date | null;
}

export interface DraftRow {
  readonly number: number;
  readonly device: string;
  readonly saved_at: Date;
  readonly answers: Buffer;
}

const responseColumns = `
  r.id, r.patient_id, r.treatment_id, r.version_id, r.form_id, r.language, r.began_at, r.answered_at, r.scores,
  (select g.at from forms.reading g where g.tenant_id = r.tenant_id and g.response_id = r.id) as read_at`;

/** Oldest first. Answers are not read: a course is told by scores. */
export async function responsesOfTreatment(tx: TenantTx, treatmentId: string): Promise<ResponseRow[]> {
  return tx.query<ResponseRow>({
    name: 'forms-responses-of-treatment',
    text: `
      select ${responseColumns}
      from forms.response r
      where r.tenant_id = $1 and r.treatment_id = $2
      order by r.answered_at, r.id`,
    values: [tx.tenantId, treatmentId],
  });
}

export async function findResponse(
  tx: TenantTx,
  treatmentId: string,
  id: string,
): Promise<(ResponseRow & { readonly answers: Buffer }) | undefined> {
  const rows = await tx.query<ResponseRow & { answers: Buffer }>({
    name: 'forms-response',
    text: `
      select ${responseColumns}, r.answers
      from forms.response r
      where r.tenant_id = $1 and r.treatment_id = $2 and r.id = $3`,
    values: [tx.tenantId, treatmentId, id],
  });
  return rows[0];
}

/** Every response of the tenant, in the order of their ids, a page at a time. */
export async function responsePage(
  tx: TenantTx,
  afterId: string,
  limit: number,
): Promise<(ResponseRow & { readonly answers: Buffer })[]> {
  return tx.query({
    name: 'forms-response-page',
    text: `
      select ${responseColumns}, r.answers
      from forms.response r
      where r.tenant_id = $1 and r.id > $2
      order by r.id
      limit $3`,
    values: [tx.tenantId, afterId, limit],
  });
}

export interface NewResponse {
  readonly id: string;
  readonly patientId: string;
  readonly treatmentId: string;
  readonly versionId: string;
  readonly formId: string;
  readonly language: string;
  readonly beganAt: EpochMs | null;
  readonly answeredAt: EpochMs;
}

export function insertResponse(
  tx: TenantTx,
  response: NewResponse,
  sealed: { readonly answers: Buffer; readonly scores: Buffer },
): void {
  tx.send({
    name: 'forms-insert-response',
    text: `
      insert into forms.response (tenant_id, id, patient_id, treatment_id, version_id, form_id, language, began_at,
        answered_at, answers, scores)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      tx.tenantId,
      response.id,
      response.patientId,
      response.treatmentId,
      response.versionId,
      response.formId,
      response.language,
      response.beganAt === null ? null : new Date(response.beganAt),
      new Date(response.answeredAt),
      sealed.answers,
      sealed.scores,
    ],
  });
}

/** The first reading stands. Whoever reads must have been let in to the treatment that the response is of. */
export function recordReading(
  tx: TenantTx,
  reading: { readonly responseId: string; readonly byPerson: string; readonly at: EpochMs },
): void {
  tx.send({
    name: 'forms-record-reading',
    text: `
      insert into forms.reading (tenant_id, response_id, by_person, at)
      values ($1, $2, $3, $4)
      on conflict (tenant_id, response_id) do nothing`,
    values: [tx.tenantId, reading.responseId, reading.byPerson, new Date(reading.at)],
  });
}

export async function findDraft(
  tx: TenantTx,
  treatmentId: string,
  formId: string,
): Promise<DraftRow | undefined> {
  const rows = await tx.query<DraftRow>({
    name: 'forms-draft',
    text: `
      select number, device, saved_at, answers
      from forms.draft
      where tenant_id = $1 and treatment_id = $2 and form_id = $3`,
    values: [tx.tenantId, treatmentId, formId],
  });
  return rows[0];
}

/** Which forms have been begun, for lists. */
export async function draftsOf(
  tx: TenantTx,
  treatmentId: string,
): Promise<{ readonly form_id: string; readonly saved_at: Date }[]> {
  return tx.query({
    name: 'forms-drafts',
    text: `
      select form_id, saved_at
      from forms.draft
      where tenant_id = $1 and treatment_id = $2
      order by form_id`,
    values: [tx.tenantId, treatmentId],
  });
}

export interface NewDraft {
  readonly treatmentId: string;
  readonly patientId: string;
  readonly formId: string;
  readonly number: number;
  readonly device: string;
  readonly savedAt: EpochMs;
}

/** False when somebody else saved in between: the number that it builds on is not the last any more. */
export async function upsertDraft(tx: TenantTx, draft: NewDraft, answers: Buffer): Promise<boolean> {
  const statement: Statement = {
    name: 'forms-upsert-draft',
    text: `
      insert into forms.draft as known (tenant_id, treatment_id, form_id, patient_id, number, device, saved_at, answers)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (tenant_id, treatment_id, form_id) do update
      set number = excluded.number, device = excluded.device, saved_at = excluded.saved_at, answers = excluded.answers
      where known.number = excluded.number - 1
      returning number`,
    values: [
      tx.tenantId,
      draft.treatmentId,
      draft.formId,
      draft.patientId,
      draft.number,
      draft.device,
      new Date(draft.savedAt),
      answers,
    ],
  };
  return (await tx.query(statement)).length > 0;
}

export function deleteDraft(tx: TenantTx, treatmentId: string, formId: string): void {
  tx.send({
    name: 'forms-delete-draft',
    text: `
      delete from forms.draft
      where tenant_id = $1 and treatment_id = $2 and form_id = $3`,
    values: [tx.tenantId, treatmentId, formId],
  });
}

export interface Licence {
  readonly instrument: string;
  readonly holder: string;
  readonly terms: string;
  readonly languages: readonly string[];
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate | null;
}

export async function licencesOn(tx: TenantTx, instrument: string, on: IsoDate): Promise<Licence[]> {
  return tx.query<Licence>({
    name: 'forms-licences',
    text: `
      select instrument, holder, terms, languages, from_on as "fromOn", to_on as "toOn"
      from forms.licence
      where tenant_id = $1 and instrument = $2 and from_on <= $3 and (to_on is null or to_on >= $3)`,
    values: [tx.tenantId, instrument, on],
  });
}

/** The same right recorded anew replaces what was recorded. */
export function recordLicence(tx: TenantTx, licence: Licence): void {
  tx.send({
    name: 'forms-record-licence',
    text: `
      insert into forms.licence (tenant_id, instrument, holder, terms, languages, from_on, to_on)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (tenant_id, instrument, from_on) do update
      set holder = excluded.holder, terms = excluded.terms, languages = excluded.languages, to_on = excluded.to_on,
        recorded_at = now()`,
    values: [
      tx.tenantId,
      licence.instrument,
      licence.holder,
      licence.terms,
      licence.languages,
      licence.fromOn,
      licence.toOn,
    ],
  });
}
