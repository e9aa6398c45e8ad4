import { clearOld, openCheckpoints, startChaining } from '@skute/access';
import { fileDrop, startOutbox } from '@skute/papers';
import type { Config } from '@skute/platform/config';
import type { Database } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { type Clock, hourMs } from '@skute/platform/time';
import path from 'node:path';
import type { App } from './app.ts';

/**
 * What runs beside the requests: the log's chain each second, the outbox of papers each five, and clearing what is past
 * its time each hour.
 */
export async function startBackground(
  running: { readonly database: Database; readonly keys: KeyStore; readonly http: App['http'] },
  config: Config,
  clock: Clock,
): Promise<{ stop: () => Promise<void> }> {
  const { pool } = running.database;
  const tell = (what: string) => (sentence: string, failure?: unknown) =>
    running.http.log.error({ log: sentence, code: (failure as { code?: string } | undefined)?.code }, what);
  const checkpoints = await openCheckpoints({ ledgerDir: config.ledgerDir, keysDir: config.keysDir });
  const chaining = startChaining(pool, { checkpoints, clock, onProblem: tell('the access log') });
  const outbox = startOutbox({
    pool,
    keys: running.keys,
    clock,
    wayOut: fileDrop(outboxDir(config)),
    onProblem: tell('the outbox'),
  });
  const clearing = setInterval(() => void clearOld(pool, clock()).catch(() => undefined), hourMs);
  clearing.unref();
  return {
    stop: async () => {
      clearInterval(clearing);
      await Promise.all([chaining.stop(), outbox.stop()]);
      await checkpoints.close();
    },
  };
}

/** Papers lie there in the clear until their receiver has said that it has them. */
function outboxDir({ dataDir }: Config): string {
  return process.env['OUTBOX_DIR'] || path.join(dataDir, 'outbox');
}
