import { isRefusal } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import type { PaperPart, savePaperDraft } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { sealWritten, type Written } from '../sealed-paper.ts';
import { type DraftRow, keepDraft } from '../store.ts';
import type { Act } from './act.ts';
import { draftAtHandLocked, type FoundDraft } from './find-draft.ts';
import { draftView, type PaperDeps, placeOf } from './paper-at-hand.ts';

/** Nobody's words are overwritten: where somebody has saved in between, both texts stay, and a person decides. */
export function saveDraft(deps: PaperDeps): Act<typeof savePaperDraft> {
  return async (tx, ask) => {
    const { language, basedOn, parts } = ask.body;
    const found = await draftAtHandLocked(deps, tx, ask, ask.params);
    if (isRefusal(found)) return found;
    const { atHand, asked } = found;
    const { row } = asked;
    if (!row && basedOn > 0) return refuse('draft-changed');
    const about = { patient: atHand.view.course.facts.patientId };
    const mine = { ...asked, language, written: changedParts(found, language, parts) };
    const isRepeat = row?.number === basedOn + 1 && row.saved_by === ask.actor.personId;
    if (isRepeat && row.language === language && sameWords(asked.written, mine.written)) {
      return { status: 200, about, body: { outcome: 'kept', draft: draftView(atHand, asked) } };
    }
    if (row && row.number !== basedOn) {
      return { status: 200, about, body: { outcome: 'conflict', draft: draftView(atHand, asked) } };
    }
    const kept = await keep(deps, tx, { atHand, asked: mine }, ask.actor.personId);
    return {
      status: 200,
      about,
      body: { outcome: 'kept', draft: draftView(atHand, { ...mine, row: kept }) },
    };
  };
}

async function keep(
  deps: PaperDeps,
  tx: TenantTx,
  { atHand, asked }: FoundDraft,
  by: string,
): Promise<DraftRow> {
  const { facts, now } = atHand.view.course;
  const key = await deps.keys.get(tx.tenantId, facts.patientId);
  const id = asked.row?.id ?? deps.newId();
  const number = (asked.row?.number ?? 0) + 1;
  const content = sealWritten(key, placeOf(tx, { id, patient_id: facts.patientId }), asked.written);
  const { kind, language } = asked;
  const of = { treatmentId: facts.id, patientId: facts.patientId };
  keepDraft(tx, { id, ...of, kind, language, number, savedAt: now, savedBy: by }, content);
  return {
    id,
    patient_id: facts.patientId,
    kind,
    language,
    number,
    content,
    saved_at: new Date(now),
    saved_by: by,
  };
}

/** Only what differs from the proposal: the rest goes on following the facts. */
function changedParts(
  { atHand, asked }: FoundDraft,
  language: FoundDraft['asked']['language'],
  parts: readonly { readonly part: PaperPart; readonly text: string }[],
): Written {
  const proposal = draftView(atHand, { ...asked, language, written: {} });
  const proposed = new Map(proposal.paper.parts.map(({ part, text }) => [part, text]));
  return Object.fromEntries(
    parts.filter(({ part, text }) => proposed.get(part) !== text).map(({ part, text }) => [part, text]),
  );
}

function sameWords(one: Written, other: Written): boolean {
  const parts: readonly PaperPart[] = ['summary', 'assessment', 'advice'];
  return parts.every((part) => one[part] === other[part]);
}
