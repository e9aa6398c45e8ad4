/** Bringing a new server's transaction counter above an access log that was restored into it from a dump. */
import type { Pool } from 'pg';

/** Between commits of the loop, so that progress can be told and a stop loses little. */
const atOnce = 100_000;

/**
 * Uses up transaction numbers until the counter is at `beyond`. Only this way works on every server, managed ones too; where
 * one may stop the server, `pg_resetwal --next-transaction-id` and `--epoch` do it at once.
 * To be run by the owner, after the restore and before anybody is served.
 */
export async function advanceTransactionCounter(
  ownerPool: Pool,
  beyond: number,
  onProgress: (counter: number) => void = () => undefined,
): Promise<number> {
  const client = await ownerPool.connect();
  try {
    await client.query('set synchronous_commit = off');
    await client.query('set statement_timeout = 0');
    for (;;) {
      const { rows } = await client.query<{ counter: number }>(
        'select pg_current_xact_id()::text::bigint as counter',
      );
      const counter = Number(rows[0]?.counter);
      onProgress(counter);
      if (counter >= beyond) return counter;
      const times = Math.min(atOnce, beyond - counter);
      // Each turn is a transaction of its own: `commit` begins the next one.
      await client.query(
        `do $$ begin for turn in 1..${times} loop perform pg_current_xact_id(); commit; end loop; end $$`,
      );
    }
  } finally {
    // The settings were the session's: the connection is not reused.
    client.release(true);
  }
}
