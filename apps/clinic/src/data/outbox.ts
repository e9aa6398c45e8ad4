/**
 * Acts on the worklist, on their way to the server. Each has its idempotency key from the moment it was done, and keeps it
 * through retries, reloads and new sessions, so that no act is done twice. They are sent one at a time, in order.
 */
import { handleWork } from '@skute/clinics/contract';
import { type CallInput, call } from '@skute/platform/contract';
import { isRetryable, type Outcome } from './outcomes.ts';

type HandleInput = CallInput<typeof handleWork>;

export interface OutboxAct {
  readonly key: string;
  readonly treatmentId: string;
  readonly body: HandleInput['body'];
}

export interface Outbox {
  readonly acts: readonly OutboxAct[];
  /** `waiting`: no answer last time. */
  readonly state: 'sending' | 'waiting';
  /** Answered lately, by this device's clock: what was read before that does not show them yet. */
  readonly settled: readonly { readonly act: OutboxAct; readonly at: number }[];
}

const storageKey = 'skute.clinic.outbox';
const watchers = new Set<() => void>();
const finishers = new Set<(act: OutboxAct, outcome: Outcome) => void>();
let outbox: Outbox = { acts: restore(), state: 'waiting', settled: [] };
let running = false;
let timer: ReturnType<typeof setTimeout> | undefined;

export const readOutbox = (): Outbox => outbox;

export function watchOutbox(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Told when an act has been answered. */
export function onHandled(finished: (act: OutboxAct, outcome: Outcome) => void): () => void {
  finishers.add(finished);
  return () => finishers.delete(finished);
}

export function enqueue(treatmentId: string, body: OutboxAct['body']): void {
  change({ ...outbox, acts: [...outbox.acts, { key: crypto.randomUUID(), treatmentId, body }] });
  sendOutbox();
}

/** Sends what waits. Called after each act, when the network is back, and at sign-in. */
export function sendOutbox(): void {
  clearTimeout(timer);
  if (!running) void run();
}

export function forgetOutbox(): void {
  clearTimeout(timer);
  change({ acts: [], state: 'waiting', settled: [] });
}

async function run(): Promise<void> {
  running = true;
  let delay = 2_000;
  while (outbox.acts[0]) {
    const act = outbox.acts[0];
    if (outbox.state !== 'sending') change({ ...outbox, state: 'sending' });
    const outcome = await send(act);
    if (isRetryable(outcome)) {
      change({ ...outbox, state: 'waiting' });
      // A session that is over starts again by hand; everything else is tried again by itself.
      if (outcome.kind === 'signed-out') break;
      await pause(delay);
      delay = Math.min(delay * 2, 60_000);
    } else {
      delay = 2_000;
      const settled =
        outcome.kind === 'done' ? [...outbox.settled.slice(-50), { act, at: Date.now() }] : outbox.settled;
      change({ ...outbox, acts: outbox.acts.filter(({ key }) => key !== act.key), settled });
      for (const finished of finishers) finished(act, outcome);
    }
  }
  running = false;
}

async function send(act: OutboxAct): Promise<Outcome> {
  const input = { params: { treatmentId: act.treatmentId }, body: act.body };
  const answer = await call(handleWork, input as HandleInput, { idempotencyKey: act.key });
  if (answer.status === 'unanswered') return { kind: 'unanswered' };
  if (answer.status !== 'refused') return { kind: 'done' };
  return answer.problem.status === 401
    ? { kind: 'signed-out' }
    : { kind: 'refused', status: answer.problem.status };
}

let endPause: (() => void) | undefined;
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    endPause = resolve;
    timer = setTimeout(resolve, ms);
  });
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    endPause?.();
    sendOutbox();
  });
}

function change(next: Outbox): void {
  outbox = next;
  if (typeof sessionStorage !== 'undefined') sessionStorage.setItem(storageKey, JSON.stringify(next.acts));
  for (const changed of watchers) changed();
}

function restore(): OutboxAct[] {
  if (typeof sessionStorage === 'undefined') return [];
  return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as OutboxAct[];
}
