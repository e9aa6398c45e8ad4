import type { TenantTx } from '@skute/platform/db';
import type { ChainedEntry, Link } from './chain.ts';

/** Text of a `timestamptz` that keeps its microseconds and depends on no setting. */
const microseconds = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint::text`;

/**
 * To be sent first in a transaction that reads the log here. All reading is by an index and in its order; but a prepared
 * statement keeps its plan, and one that was planned while the log was small would read the whole of it each time.
 * So would one in which a bound is a query of its own: row-level security lets the index have only bounds that can tell
 * nothing of the rows, and of a query that is not believed. Hence what is `materialized` here.
 */
function readByIndex(tx: TenantTx): void {
  tx.send({
    name: 'chain-read-by-index',
    text: `
      select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
             set_config('enable_sort', 'off', true)`,
  });
}

export interface Unchained {
  /** The last link, if there is one. */
  readonly number: number | null;
  readonly hash: Buffer | null;
  readonly fromXid: number;
  /** Every transaction before this one has ended. */
  readonly horizon: number;
  /** Entries from `fromXid` up to the horizon. */
  readonly entries: number;
}

/**
 * Waits until nobody else chains the organisation's log, and tells what there is to chain. The second statement sees what
 * the one who held the lock has committed: each statement takes its own snapshot.
 */
export async function lockUnchained(tx: TenantTx): Promise<Unchained> {
  readByIndex(tx);
  tx.send({
    name: 'chain-lock',
    text: `select pg_advisory_xact_lock(hashtextextended('access.log.chain:' || $1, 0))`,
    values: [tx.tenantId],
  });
  const [unchained] = await tx.query<Unchained>({
    name: 'chain-unchained',
    text: `
      with last as (
        select number, hash, to_xid
        from log.link
        where tenant_id = $1
        order by number desc
        limit 1
      ), span as materialized (
        select coalesce((select to_xid from last), 0) as from_xid,
               pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
      )
      select last.number, last.hash, span.from_xid as "fromXid", span.horizon,
             (select count(*)
              from log.entry e
              where e.tenant_id = $1 and e.xid >= span.from_xid and e.xid < span.horizon) as entries
      from span left join last on true`,
    values: [tx.tenantId],
  });
  if (!unchained) throw new Error('the database told nothing of the log');
  return unchained;
}

export interface EntryPlace {
  readonly xid: string;
  readonly number: string;
}

/** After every entry of a transaction. */
export function endOf(xid: number): EntryPlace {
  return { xid: String(xid), number: '9223372036854775807' };
}

/** Before every entry, also one with a forged transaction. */
export const beforeAll: EntryPlace = { xid: '-9223372036854775808', number: '-9223372036854775808' };

/** The next entries after a place, of transactions before `toXid`, in the chain's order. */
export async function pageOfEntries(
  tx: TenantTx,
  after: EntryPlace,
  toXid: number,
  size: number,
): Promise<ChainedEntry[]> {
  readByIndex(tx);
  return tx.query<ChainedEntry>({
    name: 'chain-entries',
    text: `
      select e.tenant_id::text as tenant, e.number::text, ${microseconds('e.at')} as at, e.xid::text,
             e.actor_id::text as actor, e.actor_kind as "actorKind", e.unit_id::text as unit, e.act, e.outcome,
             e.patient_id::text as patient, e.patient_ids::text as patients, e.basis_id::text as basis,
             e.request_id::text as request
      from log.entry e
      where e.tenant_id = $1 and (e.xid, e.number) > ($2::bigint, $3::bigint) and e.xid < $4
      order by e.xid, e.number
      limit $5`,
    values: [tx.tenantId, after.xid, after.number, toXid, size],
  });
}

export function insertLink(tx: TenantTx, link: Link): void {
  tx.send({
    name: 'chain-insert-link',
    text: `
      insert into log.link (tenant_id, number, from_xid, to_xid, entries, previous_hash, hash, at)
      values ($1, $2, $3, $4, $5, $6, $7, to_timestamp(0) + $8::bigint * interval '1 microsecond')`,
    values: [
      link.tenant,
      link.number,
      link.fromXid,
      link.toXid,
      link.entries,
      link.previousHash,
      link.hash,
      link.at,
    ],
  });
}

export async function pageOfLinks(tx: TenantTx, after: number, upTo: number, size: number): Promise<Link[]> {
  readByIndex(tx);
  return tx.query<Link>({
    name: 'chain-links',
    text: `
      select l.tenant_id::text as tenant, l.number, l.from_xid as "fromXid", l.to_xid as "toXid", l.entries,
             ${microseconds('l.at')} as at, l.previous_hash as "previousHash", l.hash
      from log.link l
      where l.tenant_id = $1 and l.number > $2 and l.number <= $3
      order by l.number
      limit $4`,
    values: [tx.tenantId, after, upTo, size],
  });
}

export interface ChainEnd {
  /** 0 when there is no link. */
  readonly number: number;
  readonly toXid: number;
  /** Entries that no link covers yet. */
  readonly uncovered: number;
  /** Entries of transactions that this server has not begun yet. */
  readonly fromFuture: number;
}

export async function findChainEnd(tx: TenantTx): Promise<ChainEnd> {
  readByIndex(tx);
  const [end] = await tx.query<ChainEnd>({
    name: 'chain-end',
    text: `
      with last as (
        select number, to_xid
        from log.link
        where tenant_id = $1
        order by number desc
        limit 1
      ), span as materialized (
        select coalesce((select number from last), 0) as number, coalesce((select to_xid from last), 0) as to_xid,
               pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
      )
      select span.number, span.to_xid as "toXid",
             count(e.number) as uncovered, count(e.number) filter (where e.xid >= span.next) as "fromFuture"
      from span left join log.entry e on e.tenant_id = $1 and e.xid >= span.to_xid
      group by span.number, span.to_xid`,
    values: [tx.tenantId],
  });
  if (!end) throw new Error('the database told nothing of the log');
  return end;
}

export interface LatestLink {
  readonly number: number;
  readonly hash: Buffer;
  /** In the links after the one asked about, up to this one. */
  readonly entriesSince: number;
  /** The hash of the link asked about, if it is there. */
  readonly hashThen: Buffer | null;
}

/** The last link, and what has been added since an earlier one. */
export async function findLatestLink(tx: TenantTx, since: number): Promise<LatestLink | undefined> {
  readByIndex(tx);
  const rows = await tx.query<LatestLink>({
    name: 'chain-latest-link',
    text: `
      select l.number, l.hash,
             (select coalesce(sum(c.entries), 0)::bigint
              from log.link c
              where c.tenant_id = $1 and c.number > $2) as "entriesSince",
             (select c.hash from log.link c where c.tenant_id = $1 and c.number = $2) as "hashThen"
      from log.link l
      where l.tenant_id = $1
      order by l.number desc
      limit 1`,
    values: [tx.tenantId, since],
  });
  return rows[0];
}
