import type { Ask } from '@skute/access';
import type { Language } from '@skute/access/contract';
import { scoredResponses } from '@skute/forms';
import { fullName, identitiesOf, type Identity } from '@skute/identity';
import type { TenantTx } from '@skute/platform/db';
import { isoInstant } from '@skute/platform/time';
import type { AtHand, TreatmentDeps } from '@skute/treatment';
import { createHash } from 'node:crypto';
import { composePaper, missingParts } from '../composing/compose-paper.ts';
import { inLanguage, type PaperSource } from '../composing/paper-source.ts';
import type { Paper, PaperDraft, PaperKind } from '../contract.ts';
import { mayWritePapers } from '../proposed.ts';
import { openWritten, type Whose, type Written } from '../sealed-paper.ts';
import type { DraftRow } from '../store.ts';

export interface PaperDeps extends TreatmentDeps {
  readonly newId: () => string;
}

export type ActOfClinician = Pick<Ask, 'actor' | 'realNow'>;

/** A treatment with all that a paper of it is made of, before it is said in which language. */
export interface PapersAtHand {
  readonly view: AtHand;
  readonly source: PaperSource;
  /** Of the clinician who is writing, and of those who have saved or sent. */
  readonly nameOf: (personId: string) => string;
}

/** `not-begun`: an invitation gives no papers. Undefined: the patient's key is destroyed. One round trip. */
export async function papersAtHand(
  deps: PaperDeps,
  tx: TenantTx,
  ask: ActOfClinician,
  view: AtHand,
  people: readonly string[] = [],
): Promise<PapersAtHand | 'not-begun' | undefined> {
  if (!mayWritePapers(view)) return 'not-begun';
  const { id, patientId } = view.course.facts;
  const [responses, identities] = await Promise.all([
    scoredResponses(tx, deps.keys, { treatmentId: id, patientId }),
    identitiesOf(tx, deps.keys, [...new Set([patientId, ask.actor.personId, ...people])]),
  ]);
  const patient = identities.get(patientId);
  if (!patient) return undefined;
  const writer = signatureOf(identities.get(ask.actor.personId));
  return {
    view,
    source: { view, responses, patient, writer },
    nameOf: (personId) => signatureOf(identities.get(personId)),
  };
}

/** As a reader is to know them: the name, and what they are. */
export function signatureOf(identity: Identity | undefined): string {
  if (!identity) return '';
  return identity.title ? `${fullName(identity)}, ${identity.title}` : fullName(identity);
}

/** What a paper is written in unless somebody says otherwise: doctors of the country read it. */
export function usualLanguage({ clinic }: AtHand): Language {
  return clinic.country === 'SE' ? 'sv' : 'nb';
}

export async function writtenIn(
  deps: PaperDeps,
  tx: TenantTx,
  row: DraftRow | undefined,
): Promise<Written | undefined> {
  const key = row && (await deps.keys.find(tx.tenantId, row.patient_id));
  return row && key ? openWritten(key, placeOf(tx, row), row.content) : undefined;
}

export function placeOf(tx: TenantTx, row: { readonly id: string; readonly patient_id: string }): Whose {
  return { tenantId: tx.tenantId, patientId: row.patient_id, row: row.id };
}

export interface DraftAsked {
  readonly kind: PaperKind;
  readonly row: DraftRow | undefined;
  readonly written: Written;
  readonly language: Language;
}

export function draftView(atHand: PapersAtHand, asked: DraftAsked): PaperDraft {
  const { kind, row, written, language } = asked;
  const paper = composePaper(inLanguage(atHand.source, language), kind, written);
  return {
    number: row?.number ?? 0,
    saved: row ? { at: isoInstant(row.saved_at.getTime()), by: atHand.nameOf(row.saved_by) } : null,
    paper,
    fingerprint: fingerprintOf(paper),
    missing: missingParts(paper),
  };
}

/** The same words give the same: what was read is what is sent. */
export function fingerprintOf(paper: Paper): string {
  return createHash('sha256').update(JSON.stringify(paper)).digest('base64url');
}
