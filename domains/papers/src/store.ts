import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Language } from '@skute/access/contract';
import type { PaperKind } from './contract.ts';

interface PaperColumns {
  readonly id: string;
  readonly patient_id: string;
  readonly kind: PaperKind;
  readonly language: Language;
  readonly number: number;
  readonly content: Buffer;
}

/** A paper that nobody has sent. */
export interface DraftRow extends PaperColumns {
  readonly saved_at: Date;
  readonly saved_by: string;
}

export interface SentRow extends PaperColumns {
  readonly sent_at: Date;
  readonly sent_by: string;
}

const draftColumns = 'id, patient_id, kind, language, number, content, saved_at, saved_by';
const sentColumns = 'id, patient_id, kind, language, number, content, sent_at, sent_by';

export async function draftsOf(tx: TenantTx, treatmentId: string): Promise<DraftRow[]> {
  return tx.query<DraftRow>({
    name: 'papers-drafts',
    text: `
      select ${draftColumns}
      from papers.paper
      where tenant_id = $1 and treatment_id = $2 and state = 'draft'`,
    values: [tx.tenantId, treatmentId],
  });
}

export async function findDraft(
  tx: TenantTx,
  treatmentId: string,
  kind: PaperKind,
): Promise<DraftRow | undefined> {
  const rows = await tx.query<DraftRow>({
    name: 'papers-draft',
    text: `
      select ${draftColumns}
      from papers.paper
      where tenant_id = $1 and treatment_id = $2 and kind = $3 and state = 'draft'`,
    values: [tx.tenantId, treatmentId, kind],
  });
  return rows[0];
}

/** Newest first. */
export async function sentOf(tx: TenantTx, treatmentId: string): Promise<SentRow[]> {
  return tx.query<SentRow>({
    name: 'papers-sent',
    text: `
      select ${sentColumns}
      from papers.paper
      where tenant_id = $1 and treatment_id = $2 and state = 'sent'
      order by sent_at desc, id`,
    values: [tx.tenantId, treatmentId],
  });
}

export async function findSent(
  tx: TenantTx,
  treatmentId: string,
  id: string,
): Promise<(SentRow & { readonly pdf: Buffer }) | undefined> {
  const rows = await tx.query<SentRow & { pdf: Buffer }>({
    name: 'papers-one-sent',
    text: `
      select ${sentColumns}, pdf
      from papers.paper
      where tenant_id = $1 and treatment_id = $2 and id = $3 and state = 'sent'`,
    values: [tx.tenantId, treatmentId, id],
  });
  return rows[0];
}

/**
 * Before the draft is read, in the same round trip; the reading is a statement of its own, and sees what was saved while
 * this waited. There may be no row to lock yet.
 */
export function lockDraft(tx: TenantTx, treatmentId: string, kind: PaperKind): void {
  tx.send({
    name: 'papers-lock-draft',
    text: `select pg_advisory_xact_lock(hashtextextended('papers.draft:' || $1 || $2 || $3, 0))`,
    values: [tx.tenantId, treatmentId, kind],
  });
}

export interface NewDraft {
  readonly id: string;
  readonly treatmentId: string;
  readonly patientId: string;
  readonly kind: PaperKind;
  readonly language: Language;
  readonly number: number;
  readonly savedAt: EpochMs;
  readonly savedBy: string;
}

/** Whoever saves has locked the draft and read its number. */
export function keepDraft(tx: TenantTx, draft: NewDraft, content: Buffer): void {
  tx.send({
    name: 'papers-keep-draft',
    text: `
      insert into papers.paper (tenant_id, id, treatment_id, patient_id, kind, language, state, number, saved_at,
        saved_by, content)
      values ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10)
      on conflict (tenant_id, id) do update
      set number = excluded.number, language = excluded.language, saved_at = excluded.saved_at,
        saved_by = excluded.saved_by, content = excluded.content`,
    values: [
      tx.tenantId,
      draft.id,
      draft.treatmentId,
      draft.patientId,
      draft.kind,
      draft.language,
      draft.number,
      new Date(draft.savedAt),
      draft.savedBy,
      content,
    ],
  });
}

export interface NewSent {
  readonly id: string;
  readonly treatmentId: string;
  readonly patientId: string;
  readonly kind: PaperKind;
  readonly language: Language;
  readonly number: number;
  readonly sentAt: EpochMs;
  readonly sentBy: string;
}

/** The draft as what was sent; the row is made here when nothing had been saved. Whoever sends has locked the draft. */
export function keepSent(
  tx: TenantTx,
  sent: NewSent,
  sealed: { readonly content: Buffer; readonly pdf: Buffer },
): void {
  tx.send({
    name: 'papers-keep-sent',
    text: `
      insert into papers.paper (tenant_id, id, treatment_id, patient_id, kind, language, state, number, saved_at,
        saved_by, sent_at, sent_by, content, pdf)
      values ($1, $2, $3, $4, $5, $6, 'sent', $7, $8, $9, $8, $9, $10, $11)
      on conflict (tenant_id, id) do update
      set state = 'sent', language = excluded.language, sent_at = excluded.sent_at, sent_by = excluded.sent_by,
        content = excluded.content, pdf = excluded.pdf`,
    values: [
      tx.tenantId,
      sent.id,
      sent.treatmentId,
      sent.patientId,
      sent.kind,
      sent.language,
      sent.number,
      new Date(sent.sentAt),
      sent.sentBy,
      sealed.content,
      sealed.pdf,
    ],
  });
}
