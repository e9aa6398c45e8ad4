import type { Clock, EpochMs } from '@skute/platform/time';

export interface SingleUse {
  /** True the first time. Decides at once, so that of many parallel tries one wins. */
  claim(value: string): boolean;
  /** Lets a value be claimed again, where what it was claimed for did not happen. */
  release(value: string): void;
}

/**
 * Remembers what has been used, in this process. Providers accept a code once themselves; this holds when one is lax.
 * A value is kept for as long as it could be believed. When full, the oldest goes: each entry costs its sender a login
 * of his own, or a token signed by the provider, so that pushing others out takes tens of thousands of those.
 */
export function createSingleUse(now: Clock, keepMs: number, atMost = 50_000): SingleUse {
  const usedAt = new Map<string, EpochMs>();
  return {
    claim(value) {
      forgetOld(usedAt, now() - keepMs);
      if (usedAt.has(value)) return false;
      usedAt.set(value, now());
      if (usedAt.size > atMost) usedAt.delete(usedAt.keys().next().value ?? '');
      return true;
    },
    release(value) {
      usedAt.delete(value);
    },
  };
}

/** A map keeps the order of insertion, which is the order of age. */
function forgetOld(usedAt: Map<string, EpochMs>, before: EpochMs): void {
  for (const [value, at] of usedAt) {
    if (at >= before) return;
    usedAt.delete(value);
  }
}
