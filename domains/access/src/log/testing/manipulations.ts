/** What an owner of the tables could do to the log, with the triggers switched off. */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TestDatabase } from '@skute/testing';
import { chainTenant } from '../sealing.ts';
import { inTenant } from '@skute/platform/db';

/** A whole number from 0, below a limit; the same ones for the same seed (mulberry32). */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** As the owner of the tables, with everything off that would stop a mistake: triggers, row-level security, given numbers. */
export async function asOwner<T>(
  db: TestDatabase,
  tenant: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenant]);
    await client.query(guards('disable', 'no force', 'by default'));
    const result = await work(client);
    await client.query(guards('enable', 'force', 'always'));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function guards(triggers: string, rowSecurity: string, numbers: string): string {
  return ['entry', 'link']
    .map((table) => `alter table log.${table} ${triggers} trigger user, ${rowSecurity} row level security;`)
    .concat(`alter table log.entry alter column number set generated ${numbers};`)
    .join('\n');
}

/** Keeps the log as it is, for putting it back. */
export async function keepCopy(db: TestDatabase, tenant: string): Promise<void> {
  await asOwner(db, tenant, async (client) => {
    for (const table of ['entry', 'link'])
      await client.query(`create table public.kept_${table} as select * from log.${table}`);
  });
}

export async function putBack(db: TestDatabase, tenant: string): Promise<void> {
  await asOwner(db, tenant, async (client) => {
    for (const table of ['entry', 'link']) {
      await client.query(`delete from log.${table}`);
      await client.query(
        `insert into log.${table} overriding system value select * from public.kept_${table}`,
      );
    }
  });
}

export interface Victim {
  readonly db: TestDatabase;
  readonly tenant: string;
  /** Its rows may get into another organisation's log. */
  readonly otherTenant: string;
  readonly random: Random;
  readonly client: PoolClient;
}

/** Says what it did, for a test that did not find it. */
export type Manipulation = (victim: Victim) => Promise<string>;

const differentUuid = 'gen_random_uuid()';
/** A different value for every column. */
export const entryEdits: Readonly<Record<string, string>> = {
  tenant_id: '$other',
  number: '(select max(number) + 1 from log.entry)',
  at: `at + interval '1 microsecond'`,
  xid: 'xid - 1',
  actor_id: differentUuid,
  actor_kind: `actor_kind || ' '`,
  unit_id: 'null',
  act: `'treatment.list'`,
  outcome: `'refused'`,
  patient_id: differentUuid,
  patient_ids: 'array_remove(patient_ids, patient_ids[1])',
  basis_id: 'null',
  request_id: differentUuid,
};
export const linkEdits: Readonly<Record<string, string>> = {
  number: '(select max(number) + 1 from log.link)',
  from_xid: 'from_xid - 1',
  to_xid: 'to_xid + 1',
  entries: 'entries + 1',
  previous_hash: `sha256('forged')`,
  hash: `sha256('forged')`,
  at: `at + interval '1 microsecond'`,
};

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}

/** The numbers of the entries that links cover. */
async function covered({ client, tenant }: Victim): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `select number from log.entry
     where tenant_id = $1 and xid < (select max(to_xid) from log.link where tenant_id = $1)
     order by number`,
    [tenant],
  );
  return rows.map(({ number }) => number);
}

async function links({ client, tenant }: Victim): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    'select number from log.link where tenant_id = $1 order by number',
    [tenant],
  );
  return rows.map(({ number }) => number);
}

async function edit(victim: Victim, table: 'entry' | 'link', column: string): Promise<string> {
  const rows = table === 'entry' ? await covered(victim) : await links(victim);
  const number = pick(rows, victim.random);
  const value = (table === 'entry' ? entryEdits : linkEdits)[column]?.replace(
    '$other',
    `'${victim.otherTenant}'`,
  );
  await victim.client.query(
    `update log.${table} set ${column} = ${value} where tenant_id = $1 and number = $2`,
    [victim.tenant, number],
  );
  return `${table} ${number}: ${column}`;
}

export const editEntry =
  (column: string): Manipulation =>
  (victim) =>
    edit(victim, 'entry', column);
export const editLink =
  (column: string): Manipulation =>
  (victim) =>
    edit(victim, 'link', column);

const deleteEntry: Manipulation = async (victim) => {
  const number = pick(await covered(victim), victim.random);
  await victim.client.query('delete from log.entry where tenant_id = $1 and number = $2', [
    victim.tenant,
    number,
  ]);
  return `entry ${number} deleted`;
};

const swapEntries: Manipulation = async (victim) => {
  const numbers = await covered(victim);
  const one = pick(numbers, victim.random);
  const other = pick(
    numbers.filter((number) => number !== one),
    victim.random,
  );
  await victim.client.query(
    `update log.entry e
     set (at, xid, actor_id, patient_id, request_id) = (o.at, o.xid, o.actor_id, o.patient_id, o.request_id)
     from log.entry o
     where e.tenant_id = $1 and o.tenant_id = $1 and (e.number, o.number) in (($2, $3), ($3, $2))`,
    [victim.tenant, one, other],
  );
  return `entries ${one} and ${other} swapped`;
};

const insertBackdated: Manipulation = async (victim) => {
  const like = pick(await covered(victim), victim.random);
  await victim.client.query(
    `insert into log.entry (tenant_id, at, xid, actor_id, actor_kind, act, outcome, request_id)
     select tenant_id, at, xid - $3, gen_random_uuid(), actor_kind, act, outcome, gen_random_uuid()
     from log.entry where tenant_id = $1 and number = $2`,
    [victim.tenant, like, pick([0, 0, 1, 1_000_000_000], victim.random)],
  );
  return `an entry added beside ${like}`;
};

const insertFromFuture: Manipulation = async (victim) => {
  await victim.client.query(
    `insert into log.entry (tenant_id, xid, actor_id, actor_kind, act, outcome, request_id)
     values ($1, 1000000000000, gen_random_uuid(), 'clinician', 'treatment.read', 'allowed', $2)`,
    [victim.tenant, randomUUID()],
  );
  return 'an entry of a transaction to come';
};

const deleteLink: Manipulation = async (victim) => {
  const number = pick(await links(victim), victim.random);
  await victim.client.query('delete from log.link where tenant_id = $1 and number = $2', [
    victim.tenant,
    number,
  ]);
  return `link ${number} deleted`;
};

/** Cuts the end off, entries with their links, so that what is left is a whole chain. */
const cutEnd: Manipulation = async (victim) => {
  const last = victim.random((await links(victim)).length);
  await victim.client.query(
    `delete from log.entry
     where tenant_id = $1 and xid >= (select coalesce(max(to_xid), 0) from log.link where tenant_id = $1 and number <= $2)`,
    [victim.tenant, last],
  );
  await victim.client.query('delete from log.link where tenant_id = $1 and number > $2', [
    victim.tenant,
    last,
  ]);
  return `cut after link ${last}`;
};

/** Changes an entry and computes the whole chain anew with our own code. */
const makeAnew: Manipulation = async (victim) => {
  const what = await deleteEntry(victim);
  await victim.client.query('delete from log.link where tenant_id = $1', [victim.tenant]);
  await victim.client.query('commit');
  await inTenant(victim.db.pool, victim.tenant, (tx) => chainTenant(tx, Date.now()));
  await victim.client.query('begin');
  await victim.client.query(`select set_config('app.tenant_id', $1, true)`, [victim.tenant]);
  return `${what}, chain made anew`;
};

export const manipulations: readonly Manipulation[] = [
  ...Object.keys(entryEdits).map(editEntry),
  ...Object.keys(linkEdits).map(editLink),
  ...[deleteEntry, deleteEntry, swapEntries, swapEntries, insertBackdated, insertBackdated, insertBackdated],
  ...[insertFromFuture, deleteLink, cutEnd, cutEnd, cutEnd, makeAnew],
];
