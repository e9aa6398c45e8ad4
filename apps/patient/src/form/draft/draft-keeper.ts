/**
 * Saves what is written: at once on an own phone, and soon after with the clinic. Nothing that is typed waits for a network,
 * and nothing that another device has saved is written over.
 */
import type { Draft } from '@skute/treatment/contract';
import { NoAnswer, Refusal } from '@skute/ui/session';
import type { Written } from '../filling.ts';
import { deviceName, keepDraft } from './kept-draft.ts';
import { type PutDraft, putDraft, putDraftLeaving } from './put-draft.ts';

/** `nowhere`: neither on the phone nor with the clinic yet. */
export type Kept = 'untouched' | 'on-device' | 'with-clinic' | 'nowhere';

export interface KeeperSettings {
  readonly formId: string;
  readonly dueOn: string | null;
  readonly beganAt: string;
  readonly basedOn: number;
  readonly changed: (kept: Kept) => void;
  /** Another device has saved since. */
  readonly conflict: (other: Draft) => void;
  /** The server refuses for good: the form has been sent, or may not be answered any more. */
  readonly refused: (error: unknown) => void;
}

export interface DraftKeeper {
  write(written: Written, field: string | null): void;
  /** Something newer has come from elsewhere: what waits here is given up, and the next save builds on this number. */
  goOnFrom(number: number): void;
  /** Sends what waits, also when the page is about to go. */
  leave(): void;
  stop(): void;
}

const waitMs = 1_000;
const againMs = 10_000;

export function draftKeeper({ formId, dueOn, beganAt, ...settings }: KeeperSettings): DraftKeeper {
  let basedOn = settings.basedOn;
  let latest: { readonly written: Written; readonly field: string | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let stopped = false;
  let onDevice = false;

  const keepHere = (unsent: boolean): void => {
    if (!latest) return;
    const { written, field } = latest;
    onDevice = keepDraft(formId, { ...written, basedOn, unsent, savedAt: Date.now(), beganAt, dueOn, field });
  };
  const soon = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(putDraft), ms);
  };
  const saved = (what: typeof latest, number: number): void => {
    basedOn = number;
    if (latest !== what) {
      if (latest) soon(waitMs);
      return;
    }
    keepHere(false);
    latest = null;
    settings.changed(onDevice ? 'on-device' : 'with-clinic');
  };
  const save = async (put: PutDraft): Promise<void> => {
    if (stopped || asking || !latest) return;
    clearTimeout(timer);
    asking = true;
    const what = latest;
    const outcome = await put(formId, basedOn, what.written.response).catch((error: unknown) => error);
    asking = false;
    if (stopped) return;
    if (isConflict(outcome)) {
      // An answer of ours that got lost on its way is no other device.
      if (outcome.draft.device !== deviceName()) return settings.conflict(outcome.draft);
      basedOn = outcome.draft.number;
      soon(0);
    } else if (isKept(outcome)) saved(what, outcome.number);
    else if (isForLater(outcome)) soon(againMs);
    else settings.refused(outcome);
  };
  return {
    write(written, field) {
      latest = { written, field };
      keepHere(true);
      settings.changed(onDevice ? 'on-device' : 'nowhere');
      soon(waitMs);
    },
    goOnFrom(number) {
      basedOn = number;
      latest = null;
      clearTimeout(timer);
    },
    leave: () => void save(putDraftLeaving),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** No answer, or one that says: not just now. */
function isForLater(outcome: unknown): boolean {
  if (outcome instanceof NoAnswer) return true;
  return outcome instanceof Refusal && (outcome.problem.status >= 500 || outcome.problem.status === 429);
}

type Outcome = Awaited<ReturnType<PutDraft>>;
const isOutcome = (answer: unknown): answer is Outcome =>
  typeof answer === 'object' && answer !== null && 'outcome' in answer;
const isConflict = (answer: unknown): answer is Extract<Outcome, { outcome: 'conflict' }> =>
  isOutcome(answer) && answer.outcome === 'conflict';
const isKept = (answer: unknown): answer is Extract<Outcome, { outcome: 'kept' }> =>
  isOutcome(answer) && answer.outcome === 'kept';
