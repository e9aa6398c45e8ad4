import type { Language } from '@skute/access/contract';
import type { Refusal } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import { treatmentAtUnit } from '@skute/treatment';
import type { PaperKind } from '../contract.ts';
import { notBegun, unknownTreatment } from '../refusals.ts';
import { findDraft, lockDraft } from '../store.ts';
import {
  type ActOfClinician,
  type DraftAsked,
  type PaperDeps,
  type PapersAtHand,
  papersAtHand,
  usualLanguage,
  writtenIn,
} from './paper-at-hand.ts';

interface DraftOf {
  readonly treatmentId: string;
  readonly kind: PaperKind;
  readonly language?: Language | undefined;
}

export interface FoundDraft {
  readonly atHand: PapersAtHand;
  readonly asked: DraftAsked;
}

/** The treatment with the draft of one kind; also when there is none, since every kind can be proposed. */
export async function draftAtHand(
  deps: PaperDeps,
  tx: TenantTx,
  ask: ActOfClinician,
  of: DraftOf,
): Promise<FoundDraft | Refusal> {
  const [view, row] = await Promise.all([
    treatmentAtUnit(deps, tx, ask, of.treatmentId),
    findDraft(tx, of.treatmentId, of.kind),
  ]);
  if (!view) return unknownTreatment;
  const people = row ? [row.saved_by] : [];
  const atHand = await papersAtHand(deps, tx, ask, view, people);
  if (atHand === undefined) return unknownTreatment;
  if (atHand === 'not-begun') return notBegun;
  const written = await writtenIn(deps, tx, row);
  const language = of.language ?? row?.language ?? usualLanguage(view);
  return { atHand, asked: { kind: of.kind, row, written: written ?? {}, language } };
}

/** The same for an act that changes it: nobody else saves or sends a paper of this kind until the transaction ends. */
export async function draftAtHandLocked(
  deps: PaperDeps,
  tx: TenantTx,
  ask: ActOfClinician,
  of: DraftOf,
): Promise<FoundDraft | Refusal> {
  lockDraft(tx, of.treatmentId, of.kind);
  return draftAtHand(deps, tx, ask, of);
}
