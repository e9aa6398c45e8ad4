import type { EpochMs } from '@skute/platform/time';

const secondMs = 1_000;
const hourMs = 3_600 * secondMs;

/** So long a delivery is tried, and so long a receipt is waited for. Then somebody at the clinic sees it. */
export const patienceMs = 24 * hourMs;

/** Half a minute, doubled with each attempt, an hour at most. `attempts`: how many have failed. */
export function pauseAfter(attempts: number): number {
  return Math.min(hourMs, 30 * secondMs * 2 ** Math.min(attempts - 1, 10));
}

/** When to try again; null when the patience is at an end. */
export function nextTry(delivery: {
  readonly queuedAt: EpochMs;
  readonly attempts: number;
  readonly now: EpochMs;
}): EpochMs | null {
  const { queuedAt, attempts, now } = delivery;
  if (now - queuedAt >= patienceMs) return null;
  return now + pauseAfter(attempts);
}
