/**
 * What the patient did without a network, on their own device: kept with the key it was first tried under, and sent when
 * an answer can be had. The server gives the same answer to the same key, so sending twice does no harm.
 */
import { finishStep } from '@skute/treatment/contract';
import { ask, NoAnswer } from '@skute/ui/session';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { programmeKey, todayKey } from './answers.ts';
import { isOwnDevice, keep, takeOut } from './device.ts';

interface Finished {
  readonly stepId: string;
  readonly idempotencyKey: string;
}

const watchers = new Set<() => void>();
let lastSentAt = 0;

export function putInOutbox(finished: Finished): boolean {
  if (!isOwnDevice()) return false;
  const others = waiting().filter((one) => one.stepId !== finished.stepId);
  save([...others, finished]);
  return true;
}

/** How many wait, and when the last of them was sent. */
export function useOutbox(): { readonly waiting: number; readonly sentAt: number } {
  const count = useSyncExternalStore(watch, () => waiting().length);
  const sentAt = useSyncExternalStore(watch, () => lastSentAt);
  return { waiting: count, sentAt };
}

export function sendWhenOnline(client: QueryClient): void {
  const send = (): void => void sendAll(client);
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', send);
  send();
}

let sending = false;

/** How many are left: those that got no answer. */
export async function sendAll(client: QueryClient): Promise<number> {
  if (sending || waiting().length === 0) return waiting().length;
  sending = true;
  try {
    for (const one of waiting()) if (!(await sent(one))) return waiting().length;
  } finally {
    sending = false;
  }
  await Promise.all([
    client.invalidateQueries({ queryKey: todayKey }),
    client.invalidateQueries({ queryKey: programmeKey }),
  ]);
  return waiting().length;
}

/** False when no answer came, or the session is over: it stays and is tried again. */
async function sent(one: Finished): Promise<boolean> {
  try {
    await ask(finishStep, { params: { stepId: one.stepId } }, { idempotencyKey: one.idempotencyKey });
  } catch (error) {
    // A refusal other than for the session is final: the step was finished elsewhere, or is no longer open.
    if (error instanceof NoAnswer || isForLater(error)) return false;
  }
  lastSentAt = Date.now();
  save(waiting().filter((other) => other.idempotencyKey !== one.idempotencyKey));
  return true;
}

function isForLater(error: unknown): boolean {
  const status =
    error instanceof Error && 'problem' in error ? (error.problem as { status: number }).status : 0;
  return status === 401 || status >= 500;
}

function waiting(): readonly Finished[] {
  return takeOut<Finished[]>('outbox') ?? [];
}

function save(list: readonly Finished[]): void {
  keep('outbox', list);
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
