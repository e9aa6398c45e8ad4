import type { finishStep } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';

/** What the server said when a step was finished; in memory only. */
export type Finished = Awaited<ReturnType<typeof ask<typeof finishStep>>>;

export function finishedKey(stepId: string): readonly ['finished', string] {
  return ['finished', stepId];
}
