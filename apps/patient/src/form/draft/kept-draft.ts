/** What has been begun, on the patient's own phone. On a shared device nothing is kept. */
import type { QuestionnaireResponse } from '@skute/forms/rules';
import type { Draft, FormView } from '@skute/treatment/contract';
import { keep, takeOut } from '../../kept/device.ts';
import type { Typed, Written } from '../filling.ts';

export interface KeptDraft {
  readonly response: QuestionnaireResponse;
  readonly typed: Typed;
  /** The number of the server's draft that this builds on; 0 for none. */
  readonly basedOn: number;
  /** True while the server does not have it. */
  readonly unsent: boolean;
  /** Milliseconds, by this device. */
  readonly savedAt: number;
  readonly beganAt: string;
  /** Which time of the form it is for. */
  readonly dueOn: string | null;
  /** Where the patient last wrote. */
  readonly field: string | null;
}

export const draftName = (formId: string): string => `draft/${formId}`;

/** False where it can't be: a shared device, or a phone that is full. */
export function keepDraft(formId: string, draft: KeptDraft): boolean {
  keep(draftName(formId), draft);
  return takeOut<KeptDraft>(draftName(formId))?.savedAt === draft.savedAt;
}

export function keptDraft(formId: string): KeptDraft | undefined {
  return takeOut<KeptDraft>(draftName(formId));
}

let forThisVisit: string | undefined;

/** Tells devices apart when a draft has been saved from two. A shared device is a new one each visit. */
export function deviceName(): string {
  const kept = takeOut<string>('device') ?? forThisVisit ?? crypto.randomUUID();
  forThisVisit = kept;
  keep('device', kept);
  return kept;
}

export interface Beginning {
  /** Null: an empty form. */
  readonly written: Written | null;
  readonly basedOn: number;
  readonly unsent: boolean;
  readonly beganAt: string;
  readonly field: string | null;
  /** What was saved from another device meanwhile. */
  readonly other: Draft | null;
}

/** What to go on with: what is on the phone, what the server has, or, when both have gone on, both. */
export function beginningOf(view: FormView, kept: KeptDraft | undefined): Beginning {
  const { draft } = view;
  // Without a network the view may be older than what is on the phone.
  const isNewest = kept && (kept.unsent || kept.basedOn >= (draft?.number ?? 0));
  const mine = isNewest && kept.dueOn === view.dueOn ? kept : null;
  if (!mine) return { ...fromServer(draft), beganAt: draft?.savedAt ?? view.now, other: null };
  const { response, typed, unsent, beganAt, field } = mine;
  const ahead = draft !== null && draft.number > mine.basedOn;
  return {
    written: { response, typed },
    basedOn: draft === null ? 0 : mine.basedOn,
    unsent,
    beganAt,
    field,
    other: ahead ? draft : null,
  };
}

function fromServer(draft: Draft | null): Pick<Beginning, 'written' | 'basedOn' | 'unsent' | 'field'> {
  const written = draft && { response: draft.response as unknown as QuestionnaireResponse, typed: {} };
  return { written, basedOn: draft?.number ?? 0, unsent: false, field: null };
}
