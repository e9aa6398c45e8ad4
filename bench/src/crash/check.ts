/** What must hold after the crashes, asked of the database itself. */
import { organisations } from '@skute/server';
import type pg from 'pg';
import type { Lane, Tally } from './writers.ts';

export interface Verdict {
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** Answers that a writer may see while things are killed: done, not now, or nothing at all. */
const allowed = new Set(['200', '503', 'none']);

export async function check(pool: pg.Pool, tally: Tally): Promise<Verdict> {
  const client = await pool.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [organisations.fjord.id]);
    const faults: string[] = [];
    for (const [status, times] of tally.answers) {
      if (!allowed.has(status)) faults.push(`${times} answers were ${status}`);
    }
    const lost = await lostWrites(client, tally);
    if (lost > 0) faults.push(`${lost} acknowledged writes are not in the database`);
    const { missing, doubled } = await eventsBesideAcknowledged(client, tally);
    if (missing > 0) faults.push(`${missing} events of acknowledged writes are missing`);
    if (doubled > 0) faults.push(`${doubled} events are there twice`);
    const log = await logBesideWrites(client);
    if (log.writes_without_row > 0) faults.push(`${log.writes_without_row} writes have no log row`);
    if (log.writes_with_many > 0) faults.push(`${log.writes_with_many} writes have more than one log row`);
    const acknowledged = [...tally.acknowledged.values()].reduce((sum, keys) => sum + keys.length, 0);
    return { faults, figures: { acknowledged, lost, missing, doubled, ...log } };
  } finally {
    client.release(true);
  }
}

async function lostWrites(client: pg.PoolClient, tally: Tally): Promise<number> {
  const keys = [...tally.acknowledged.values()].flat();
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n
     from unnest($1::text[]) as sent (key)
     where not exists (select from access.answered_write w where w.tenant_id = access.current_tenant() and w.key = sent.key)`,
    [keys],
  );
  return rows[0]?.n ?? -1;
}

/** Each acknowledged write turned its step over once: as many events as acknowledgements, in every lane. */
async function eventsBesideAcknowledged(
  client: pg.PoolClient,
  tally: Tally,
): Promise<{ missing: number; doubled: number }> {
  let [missing, doubled] = [0, 0];
  for (const [lane, keys] of tally.acknowledged) {
    const difference = (await eventsOf(client, lane)) - keys.length;
    missing += Math.max(0, -difference);
    doubled += Math.max(0, difference);
  }
  return { missing, doubled };
}

async function eventsOf(client: pg.PoolClient, lane: Lane): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n
     from treatment.event
     where tenant_id = access.current_tenant() and treatment_id = $1 and about = $2 and kind in ('step-hidden', 'step-shown')`,
    [lane.treatmentId, lane.stepId],
  );
  return rows[0]?.n ?? -1;
}

/**
 * A write, its kept answer and its log row are one transaction, so they have one transaction number. Log rows that share
 * theirs with no write are repeats that were answered from what was kept: log rows = writes + repeats, exactly.
 */
async function logBesideWrites(client: pg.PoolClient) {
  const { rows } = await client.query<{
    writes: number;
    log_rows: number;
    writes_without_row: number;
    writes_with_many: number;
    repeats: number;
  }>(
    `with writes as (
       select xmin::text::bigint as xid from access.answered_write
       where tenant_id = access.current_tenant() and route = 'steer'
     ), logged as (
       select xid % 4294967296 as xid, count(*)::int as n from log.entry
       where tenant_id = access.current_tenant() and act = 'treatment.steer' and outcome = 'allowed'
       group by 1
     )
     select (select count(*)::int from writes) as writes,
       (select coalesce(sum(n), 0)::int from logged) as log_rows,
       (select count(*)::int from writes w where not exists (select from logged l where l.xid = w.xid)) as writes_without_row,
       (select count(*)::int from writes w join logged l using (xid) where l.n > 1) as writes_with_many,
       (select coalesce(sum(n), 0)::int from logged l where not exists (select from writes w where w.xid = l.xid)) as repeats`,
  );
  return rows[0] ?? { writes: -1, log_rows: -1, writes_without_row: -1, writes_with_many: -1, repeats: -1 };
}
