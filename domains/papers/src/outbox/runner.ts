import { organisations } from '@skute/access';
import type { Clock } from '@skute/platform/time';
import { type OutboxDeps, outboxRound } from './round.ts';

export interface OutboxOptions extends OutboxDeps {
  /** Real time: a unit's clock that is wound forward makes no post late. */
  readonly clock: Clock;
  /** Pause between two rounds. */
  readonly everyMs?: number;
}

export interface Outbox {
  /** Ends when the round under way is over. */
  stop(): Promise<void>;
}

/** Hands over, takes receipts and clears, one organisation after the other, over and over. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { clock, everyMs = 5_000 } = options;
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await roundOfAll(options, clock, stopping.signal);
      await pause(everyMs, stopping.signal);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

/** What goes wrong at one organisation keeps nobody else waiting. */
async function roundOfAll(deps: OutboxDeps, clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    for (const { id } of await organisations(deps.pool)) {
      if (signal.aborted) return;
      await outboxRound(deps, id, clock()).catch((failure: unknown) =>
        deps.onProblem?.(`The outbox of organisation ${id} could not be emptied.`, failure),
      );
    }
  } catch (failure) {
    deps.onProblem?.('The outboxes could not be emptied.', failure);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
