/** How sending one act went. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'signed-out' };

/** A server that is tired or a session that is over is not an answer to the act: it stays and is sent again. */
export function isRetryable(outcome: Outcome): boolean {
  if (outcome.kind === 'refused') return outcome.status === 429 || outcome.status >= 500;
  return outcome.kind !== 'done';
}
