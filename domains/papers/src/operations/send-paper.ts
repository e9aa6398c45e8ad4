import { type Ask, findUnit, isRefusal, type Refusal, type Unit } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import { isoInstant } from '@skute/platform/time';
import type { PaperDraft, Recipient, sendPaper } from '../contract.ts';
import { type DeliveryRow, insertDelivery } from '../delivery-store.ts';
import { isRefused, makeOrRefuse } from '../documents/make.ts';
import { paperDocument } from '../documents/paper-document.ts';
import { refuse } from '../refusals.ts';
import { type Receiver, sealPaper, sealPdf, sealReceiver } from '../sealed-paper.ts';
import { type OpenedDelivery, sentLine } from '../sent-view.ts';
import { keepSent, type SentRow } from '../store.ts';
import type { Act } from './act.ts';
import { draftAtHandLocked, type FoundDraft } from './find-draft.ts';
import { draftView, type PaperDeps, placeOf } from './paper-at-hand.ts';

/**
 * From here on it is what it was: the words, the PDF and who is to have it. The access log has it as an act of the
 * clinician who sends it; that the outbox then hands it over is the carrying out of this act, and no act of its own.
 */
export function send(deps: PaperDeps): Act<typeof sendPaper> {
  return async (tx, ask) => {
    // The treatment is one of the unit where she is signed in, or it is not found.
    const [found, unit] = await Promise.all([
      draftAtHandLocked(deps, tx, ask, { ...ask.params, language: ask.body.language }),
      ask.actor.unitId === null ? undefined : findUnit(tx, ask.actor.unitId),
    ]);
    if (isRefusal(found)) return found;
    const { view, nameOf } = found.atHand;
    const draft = draftView(found.atHand, found.asked);
    const refused = refusedBy(draft, ask.body);
    if (refused) return refused;
    const from = { unit: view.clinic.unit, madeAt: isoInstant(view.course.now) };
    const pdf = await makeOrRefuse(paperDocument(draft.paper, from));
    if (isRefused(pdf)) return pdf;
    const row = await freeze(deps, tx, found, draft, { by: ask.actor.personId, pdf });
    const deliveries = await queue(deps, tx, ask, row, unit);
    return {
      status: 200,
      about: { patient: row.patient_id },
      body: sentLine(row, deliveries, nameOf),
    };
  };
}

/** What was read, and nothing else, is sent. */
function refusedBy(
  draft: PaperDraft,
  asked: { readonly basedOn: number; readonly fingerprint: string },
): Refusal | undefined {
  if (draft.number !== asked.basedOn) return refuse('draft-changed');
  if (draft.missing.length > 0) {
    const problems = draft.missing.map((part) => ({
      where: `draft.${part}`,
      found: 'nothing',
      expected: 'text',
    }));
    return refuse('parts-missing', problems);
  }
  return draft.fingerprint === asked.fingerprint ? undefined : refuse('paper-changed');
}

async function freeze(
  deps: PaperDeps,
  tx: TenantTx,
  { atHand, asked }: FoundDraft,
  draft: PaperDraft,
  sent: { readonly by: string; readonly pdf: Uint8Array },
): Promise<SentRow> {
  const { facts, now } = atHand.view.course;
  const key = await deps.keys.get(tx.tenantId, facts.patientId);
  const id = asked.row?.id ?? deps.newId();
  const place = placeOf(tx, { id, patient_id: facts.patientId });
  const content = sealPaper(key, place, draft.paper);
  const { kind, language } = asked;
  const { number } = draft;
  const of = { treatmentId: facts.id, patientId: facts.patientId };
  const row = { id, ...of, kind, language, number, sentAt: now, sentBy: sent.by };
  keepSent(tx, row, { content, pdf: sealPdf(key, place, sent.pdf) });
  return {
    id,
    patient_id: facts.patientId,
    kind,
    language,
    number,
    content,
    sent_at: new Date(now),
    sent_by: sent.by,
  };
}

/** In real time: the way out knows nothing of a unit whose clock is ahead. */
async function queue(
  deps: PaperDeps,
  tx: TenantTx,
  ask: Ask<typeof sendPaper>,
  paper: SentRow,
  unit: Unit | undefined,
): Promise<OpenedDelivery[]> {
  const patientId = paper.patient_id;
  const key = await deps.keys.get(tx.tenantId, patientId);
  return ask.body.recipients.map((recipient) => {
    const id = deps.newId();
    const receiver = receiverOf(recipient, unit);
    const sealed = sealReceiver(key, { tenantId: tx.tenantId, patientId, row: id }, receiver);
    insertDelivery(tx, {
      id,
      paperId: paper.id,
      to: recipient.to,
      recipient: sealed,
      at: ask.realNow,
    });
    const at = new Date(ask.realNow);
    const row: DeliveryRow = {
      id,
      paper_id: paper.id,
      recipient_kind: recipient.to,
      recipient: sealed,
      state: 'queued',
      reason: null,
      attempts: 0,
      created_at: at,
      queued_at: at,
      changed_at: at,
      receipt: null,
    };
    return { row, receiver };
  });
}

function receiverOf(recipient: Recipient, unit: Unit | undefined): Receiver {
  switch (recipient.to) {
    case 'record':
      return { name: unit?.name ?? '', herId: null, organisationNumber: unit?.organisationNumber ?? null };
    case 'gp':
      return {
        name: recipient.name.trim(),
        herId: recipient.herId,
        organisationNumber: recipient.organisationNumber,
      };
  }
}
