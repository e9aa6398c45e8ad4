import { isoInstant } from '@skute/platform/time';
import { identitiesOf } from '@skute/identity';
import { type AtHand, treatmentAtUnit } from '@skute/treatment';
import { wordsIn } from '../composing/words.ts';
import { type getPapers, type PaperKind, paperKinds, type PaperLine } from '../contract.ts';
import { deliveriesOf } from '../delivery-store.ts';
import { mayWritePapers, proposalFor } from '../proposed.ts';
import { unknownTreatment } from '../refusals.ts';
import { sentLine } from '../sent-view.ts';
import { type DraftRow, draftsOf, type SentRow, sentOf } from '../store.ts';
import type { Act } from './act.ts';
import { openDeliveries } from './open-deliveries.ts';
import { type PaperDeps, signatureOf, usualLanguage } from './paper-at-hand.ts';

export function listPapers(deps: PaperDeps): Act<typeof getPapers> {
  return async (tx, ask) => {
    const { treatmentId } = ask.params;
    const [view, drafts, sent, rows] = await Promise.all([
      treatmentAtUnit(deps, tx, ask, treatmentId),
      draftsOf(tx, treatmentId),
      sentOf(tx, treatmentId),
      deliveriesOf(tx, treatmentId),
    ]);
    if (!view) return unknownTreatment;
    const { facts, now } = view.course;
    const people = [...drafts.map(({ saved_by }) => saved_by), ...sent.map(({ sent_by }) => sent_by)];
    const [identities, deliveries] = await Promise.all([
      identitiesOf(tx, deps.keys, [...new Set(people)]),
      openDeliveries(tx, deps.keys, facts.patientId, rows),
    ]);
    const nameOf = (personId: string): string => signatureOf(identities.get(personId));
    const listed = { view, drafts, sent, nameOf };
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: {
        now: isoInstant(now),
        timeZone: facts.timeZone,
        kinds: paperKinds.map((kind) => kindLine(listed, kind)),
        sent: sent.map((row: SentRow) => sentLine(row, deliveries.get(row.id) ?? [], nameOf)),
        mayWrite: mayWritePapers(view),
        language: usualLanguage(view),
      },
    };
  };
}

interface Listed {
  readonly view: AtHand;
  readonly drafts: readonly DraftRow[];
  readonly sent: readonly SentRow[];
  readonly nameOf: (personId: string) => string;
}

function kindLine({ view, drafts, sent, nameOf }: Listed, kind: PaperKind): PaperLine {
  const proposal = proposalFor(view, kind);
  const timesSent = sent.filter((row) => row.kind === kind).length;
  const isProposed = proposal !== null && timesSent === 0;
  return {
    kind,
    title: wordsIn(view.language).titles[kind],
    proposed: isProposed,
    because: isProposed ? proposal.because : null,
    since: isProposed ? proposal.since : null,
    draft: draftOf(drafts, kind, nameOf),
    sent: timesSent,
  };
}

function draftOf(
  drafts: readonly DraftRow[],
  kind: PaperKind,
  nameOf: (personId: string) => string,
): PaperLine['draft'] {
  const row = drafts.find((draft) => draft.kind === kind);
  if (!row) return null;
  const saved = { at: isoInstant(row.saved_at.getTime()), by: nameOf(row.saved_by) };
  return { number: row.number, saved, language: row.language };
}
