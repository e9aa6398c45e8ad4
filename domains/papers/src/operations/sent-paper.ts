import { identitiesOf } from '@skute/identity';
import type { TenantTx } from '@skute/platform/db';
import { dateIn } from '@skute/platform/time';
import { treatmentAtUnit } from '@skute/treatment';
import type { getSentPaper, getSentPaperPdf, SentLine, sendPaperAgain } from '../contract.ts';
import { deliveriesLocked, deliveriesOf, type DeliveryRow, requeue } from '../delivery-store.ts';
import { pdfReply } from '../documents/make.ts';
import { refuse, unknownTreatment } from '../refusals.ts';
import { openPaper, openPdf } from '../sealed-paper.ts';
import { sentLine } from '../sent-view.ts';
import { findSent, type SentRow } from '../store.ts';
import type { Act } from './act.ts';
import { openDeliveries } from './open-deliveries.ts';
import { type PaperDeps, placeOf, signatureOf } from './paper-at-hand.ts';

/** What was sent, as it was sent. */
export function showSent(deps: PaperDeps): Act<typeof getSentPaper> {
  return async (tx, ask) => {
    const { treatmentId, paperId } = ask.params;
    const [view, row, deliveries] = await Promise.all([
      treatmentAtUnit(deps, tx, ask, treatmentId),
      findSent(tx, treatmentId, paperId),
      deliveriesOf(tx, treatmentId),
    ]);
    if (!view) return unknownTreatment;
    const key = row && (await deps.keys.find(tx.tenantId, row.patient_id));
    if (!row || !key) return refuse('unknown-paper');
    return {
      status: 200,
      about: { patient: row.patient_id },
      body: {
        line: await lineOf(deps, tx, row, deliveries),
        paper: openPaper(key, placeOf(tx, row), row.content),
        timeZone: view.course.facts.timeZone,
      },
    };
  };
}

export function showSentPdf(deps: PaperDeps): Act<typeof getSentPaperPdf> {
  return async (tx, ask) => {
    const { treatmentId, paperId } = ask.params;
    const [view, row] = await Promise.all([
      treatmentAtUnit(deps, tx, ask, treatmentId),
      findSent(tx, treatmentId, paperId),
    ]);
    if (!view) return unknownTreatment;
    const key = row && (await deps.keys.find(tx.tenantId, row.patient_id));
    if (!row || !key) return refuse('unknown-paper');
    const pdf = openPdf(key, placeOf(tx, row), row.pdf);
    const on = dateIn(view.course.facts.timeZone, row.sent_at.getTime());
    return { status: 200, about: { patient: row.patient_id }, body: pdfReply(pdf, on) };
  };
}

/** Under the id that it had: a receiver who has it already can tell. */
export function sendAgain(deps: PaperDeps): Act<typeof sendPaperAgain> {
  return async (tx, ask) => {
    const { treatmentId, paperId, deliveryId } = ask.params;
    const [view, row, deliveries] = await Promise.all([
      treatmentAtUnit(deps, tx, ask, treatmentId),
      findSent(tx, treatmentId, paperId),
      deliveriesLocked(tx, treatmentId),
    ]);
    if (!view) return unknownTreatment;
    if (!row) return refuse('unknown-paper');
    const failed = deliveries.find(({ id, paper_id }) => id === deliveryId && paper_id === paperId);
    if (!failed) return refuse('unknown-delivery');
    if (failed.state !== 'failed') return refuse('not-failed');
    requeue(tx, { deliveryId, at: ask.realNow });
    const at = new Date(ask.realNow);
    const again: DeliveryRow = { ...failed, state: 'queued', reason: null, queued_at: at, changed_at: at };
    const now = deliveries.map((known) => (known === failed ? again : known));
    return {
      status: 200,
      about: { patient: row.patient_id },
      body: await lineOf(deps, tx, row, now),
    };
  };
}

async function lineOf(
  deps: PaperDeps,
  tx: TenantTx,
  row: SentRow,
  deliveries: readonly DeliveryRow[],
): Promise<SentLine> {
  const [opened, identities] = await Promise.all([
    openDeliveries(tx, deps.keys, row.patient_id, deliveries),
    identitiesOf(tx, deps.keys, [row.sent_by]),
  ]);
  return sentLine(row, opened.get(row.id) ?? [], (id) => signatureOf(identities.get(id)));
}
