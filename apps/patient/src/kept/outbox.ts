/**
 * What the patient did without a network, on their own device: kept with the key it was first tried under, and sent when
 * an answer can be had. The server gives the same answer to the same key, so sending twice does no harm.
 */
import { finishStep, type QuestionnaireResponseJson, sendForm } from '@skute/treatment/contract';
import { ask, NoAnswer } from '@skute/ui/session';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { forgetForm, programmeKey, receiptKey, todayKey } from './answers.ts';
import { isOwnDevice, keep, takeOut } from './device.ts';

interface Finished {
  readonly stepId: string;
  readonly idempotencyKey: string;
}

export interface FilledIn {
  readonly formId: string;
  readonly beganAt: string;
  readonly response: z.input<typeof QuestionnaireResponseJson>;
  readonly idempotencyKey: string;
}

type Waiting = Finished | FilledIn;

const watchers = new Set<() => void>();
let lastSentAt = 0;
const sentForms = new Set<string>();

export function putInOutbox(one: Waiting): boolean {
  if (!isOwnDevice()) return false;
  save([...waiting().filter((other) => subjectOf(other) !== subjectOf(one)), one]);
  // A phone that is full keeps nothing, and then it must not be said that it does.
  return waiting().some((kept) => kept.idempotencyKey === one.idempotencyKey);
}

export function isFormInOutbox(formId: string): boolean {
  return waiting().some((one) => 'formId' in one && one.formId === formId);
}

/** True once after a form has been sent from here: then its receipt is shown. */
export function wasSentFromOutbox(formId: string): boolean {
  return sentForms.delete(formId);
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
    for (const one of waiting()) if (!(await sent(client, one))) return waiting().length;
  } finally {
    sending = false;
  }
  await Promise.all(
    [todayKey, programmeKey, ['progress']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
  return waiting().length;
}

/** False when no answer came, or the session is over: it stays and is tried again. */
async function sent(client: QueryClient, one: Waiting): Promise<boolean> {
  try {
    await send(client, one);
  } catch (error) {
    // A refusal other than for the session is final: the step was finished elsewhere, or is no longer open. What was
    // written in a form is still there as a draft.
    if (error instanceof NoAnswer || isForLater(error)) return false;
  }
  lastSentAt = Date.now();
  save(waiting().filter((other) => other.idempotencyKey !== one.idempotencyKey));
  return true;
}

async function send(client: QueryClient, one: Waiting): Promise<void> {
  const { idempotencyKey } = one;
  if ('stepId' in one) {
    await ask(finishStep, { params: { stepId: one.stepId } }, { idempotencyKey });
    return;
  }
  const { formId, beganAt, response } = one;
  const receipt = await ask(
    sendForm,
    { params: { formId }, body: { beganAt, response } },
    { idempotencyKey },
  );
  client.setQueryData(receiptKey(formId), receipt);
  forgetForm(client, formId);
  sentForms.add(formId);
}

function isForLater(error: unknown): boolean {
  const status =
    error instanceof Error && 'problem' in error ? (error.problem as { status: number }).status : 0;
  return status === 401 || status >= 500;
}

const subjectOf = (one: Waiting): string => ('stepId' in one ? `step ${one.stepId}` : `form ${one.formId}`);

function waiting(): readonly Waiting[] {
  return takeOut<Waiting[]>('outbox') ?? [];
}

function save(list: readonly Waiting[]): void {
  keep('outbox', list);
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
