import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import { organisations } from '../organisations.ts';
import type { Checkpoints } from './checkpoint.ts';
import { chainAll, sentenceOfCounter } from './sealing.ts';

export interface ChainingOptions {
  /** Pause between two rounds of chaining. What is logged can be changed unnoticed until it is chained. */
  readonly everyMs?: number;
  /** The ledger's part; without it the chain can be cut at its end unnoticed. */
  readonly checkpoints?: Checkpoints;
  /** At least this long between checkpoints, which grow by some 300 bytes for each organisation in use. */
  readonly checkpointEveryMs?: number;
  readonly clock?: () => EpochMs;
  /** One sentence for the operator, and the failure where there was one. Repeated each round until it is put right. */
  readonly onProblem?: (sentence: string, failure?: unknown) => void;
}

export interface Chaining {
  /** Ends after a last round with its checkpoints. */
  stop(): Promise<void>;
}

/** Chains all organisations' logs, over and over. Several server processes may do so at the same time. */
export function startChaining(pool: Pool, options: ChainingOptions = {}): Chaining {
  const { everyMs = 1_000, checkpointEveryMs = 60_000, clock = Date.now } = options;
  const stopping = new AbortController();
  let lastCheckpoints = Number.NEGATIVE_INFINITY;

  const round = async (withCheckpoints: boolean): Promise<void> => {
    try {
      const tenants = (await organisations(pool)).map(({ id }) => id);
      await chainRound(pool, tenants, clock(), options.onProblem);
      if (!withCheckpoints || !options.checkpoints) return;
      lastCheckpoints = clock();
      await checkpointRound(pool, options.checkpoints, tenants, clock(), options.onProblem);
    } catch (failure) {
      options.onProblem?.('The access log could not be chained.', failure);
    }
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round(clock() - lastCheckpoints >= checkpointEveryMs);
      await pause(everyMs, stopping.signal);
    }
    await round(true);
  })();

  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

type Tell = ChainingOptions['onProblem'];

async function chainRound(pool: Pool, tenants: readonly string[], now: EpochMs, tell: Tell): Promise<void> {
  for (const { tenant, chained, failure } of await chainAll(pool, tenants, now)) {
    if (chained === undefined)
      tell?.(`The access log of organisation ${tenant} could not be chained.`, failure);
    else if (typeof chained === 'object' && 'refused' in chained) tell?.(sentenceOfCounter(chained));
  }
}

async function checkpointRound(
  pool: Pool,
  checkpoints: Checkpoints,
  tenants: readonly string[],
  now: EpochMs,
  tell: Tell,
): Promise<void> {
  for (const tenant of tenants) {
    const recorded = await checkpoints.record(pool, tenant, now);
    if (typeof recorded === 'object' && 'refused' in recorded) {
      tell?.(
        `The access log of organisation ${tenant} does not hold link ${recorded.link} as the ledger has it; ` +
          'find out with audit:verify what was changed.',
      );
    }
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
