/**
 * Closing what has been logged into links of the chain.
 *
 * Which entries a link may cover. Entries get numbers from a sequence and commit in another order, so that "all up to the
 * highest number" would pass by those that commit late. Each entry therefore holds its transaction's 64-bit number
 * (`pg_current_xact_id()`, given in order and never twice), and a link ends at `pg_snapshot_xmin(pg_current_snapshot())`:
 * "lowest transaction ID that was still active; all transaction IDs less than xmin are either committed and visible, or
 * rolled back and dead" (PostgreSQL manual, 9.27.9). No transaction below that number can write any more, so the range is
 * complete for good, with what was rolled back simply absent.
 *
 * - Entries of the running transaction itself, and of prepared ones, are not below it: their number counts as active.
 * - A subtransaction's entries hold the number of the transaction that they belong to, since that is what the function gives.
 * - One long transaction anywhere on the server, also in another of its databases, keeps the horizon back. The chain
 *   then waits, and nothing is lost; transactions of ours end by `idle_in_transaction_session_timeout`.
 *
 * A dump restored into a new server, and logical replication, bring the entries with their numbers, while the new server
 * begins to count near zero. Its transactions would seem to lie in ranges that are long closed, so nothing is chained until
 * the counter has been brought above the last link: see `rebase.ts`. Physical copies, failover and pg_upgrade keep the counter.
 */
import { inTenant, type TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import { hashLink, type LineOf, type Link, lineOfEntry, noHash } from './chain.ts';
import { endOf, insertLink, lockUnchained, pageOfEntries } from './chain-store.ts';

export interface CounterWentBack {
  readonly refused: 'transaction-counter-went-back';
  readonly tenant: string;
  /** Where the last link ends, and where the server's count is. */
  readonly chainedTo: number;
  readonly horizon: number;
}

export type Chained = Link | 'nothing-new' | CounterWentBack;

const pageSize = 5_000;

/** Closes everything that can be closed of one organisation's log into one link, if there is anything. */
export async function chainTenant(
  tx: TenantTx,
  now: EpochMs,
  lineOf: LineOf = lineOfEntry,
): Promise<Chained> {
  const { number, hash, fromXid, horizon, entries } = await lockUnchained(tx);
  if (horizon < fromXid) {
    return { refused: 'transaction-counter-went-back', tenant: tx.tenantId, chainedTo: fromXid, horizon };
  }
  if (entries === 0) return 'nothing-new';

  const span = {
    tenant: tx.tenantId,
    number: (number ?? 0) + 1,
    fromXid,
    toXid: horizon,
    entries,
    at: `${now}000`,
    previousHash: hash ?? noHash,
  };
  const linkHash = hashLink(span, lineOf);
  let place = endOf(fromXid - 1);
  let added = 0;
  for (let more = true; more; ) {
    const page = await pageOfEntries(tx, place, horizon, pageSize);
    for (const entry of page) linkHash.add(entry);
    added += page.length;
    place = page.at(-1) ?? place;
    more = page.length === pageSize;
  }
  if (added !== entries)
    throw new Error(`the log changed while it was chained: ${entries} entries, then ${added}`);
  const link: Link = { ...span, hash: linkHash.end() };
  insertLink(tx, link);
  return link;
}

export interface TenantChained {
  readonly tenant: string;
  /** Not there when the attempt failed. */
  readonly chained?: Chained;
  readonly failure?: unknown;
}

/** Chains each organisation's log in a transaction of its own. One that fails does not keep the others back. */
export async function chainAll(
  pool: Pool,
  tenants: readonly string[],
  now: EpochMs,
): Promise<TenantChained[]> {
  const results: TenantChained[] = [];
  for (const tenant of tenants) {
    const result = await inTenant(pool, tenant, (tx) => chainTenant(tx, now)).then(
      (chained) => ({ tenant, chained }),
      (failure: unknown) => ({ tenant, failure }),
    );
    results.push(result);
  }
  return results;
}

/** What the operator must do, in one sentence. */
export function sentenceOfCounter(refusal: CounterWentBack): string {
  return (
    `The access log of organisation ${refusal.tenant} is closed up to transaction ${refusal.chainedTo}, but this database server ` +
    `has only counted to ${refusal.horizon}, as after restoring a dump into a new server; ` +
    `nothing is chained until the counter is above it: run the rebase described in domains/access/src/log/README.md.`
  );
}
