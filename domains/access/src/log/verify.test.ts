import { randomUUID } from 'node:crypto';
import { inTenant } from '@skute/platform/db';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LineOf, lineOfEntry } from './chain.ts';
import type { Checkpoint } from './ledger.ts';
import { chainTenant } from './sealing.ts';
import { anOrganisation, chained, logEntry, logged } from './testing/a-log.ts';
import {
  asOwner,
  editEntry,
  entryEdits,
  keepCopy,
  linkEdits,
  manipulations,
  putBack,
  randomFrom,
} from './testing/manipulations.ts';
import { verifyTenant } from './verify.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const runs = Number(process.env['MANIPULATIONS'] ?? 100);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let db: TestDatabase;
let tenant: string;
let otherTenant: string;
/** As the ledger would have it: the last link, signed. */
let signed: Checkpoint[];

beforeAll(async () => {
  db = await testDatabase();
  tenant = await anOrganisation(db);
  otherTenant = await anOrganisation(db);
  for (let link = 0; link < 25; link += 1) {
    for (let transaction = 0; transaction < 4; transaction += 1) await logged(db, tenant, 1 + (link % 3));
    await chained(db, tenant, now + link);
  }
  signed = await signLast();
  await keepCopy(db, tenant);
});
afterAll(() => db.close());

async function signLast(): Promise<Checkpoint[]> {
  const { rows } = await asOwner(db, tenant, (client) =>
    client.query<{ number: number; hash: string; total: number }>(
      `select number, encode(hash, 'hex') as hash, (select sum(entries) from log.link where tenant_id = $1)::int as total
       from log.link where tenant_id = $1 order by number desc limit 1`,
      [tenant],
    ),
  );
  return rows.map(({ number, hash, total }) => ({
    tenant,
    link: number,
    hash,
    entries: total,
    at: '2026-11-21T10:00:00.000Z',
  }));
}

const isFound = async (lineOf: LineOf = lineOfEntry): Promise<boolean> => {
  const reports = [
    await verifyTenant(db.pool, tenant, signed, lineOf),
    await verifyTenant(db.pool, otherTenant, [], lineOf),
  ];
  return reports.some((report) => report.found > 0);
};

describe('what an owner of the tables does behind the triggers', () => {
  beforeEach(() => putBack(db, tenant));

  test('is not there as long as nothing was done', async () => {
    expect(await verifyTenant(db.pool, tenant, signed)).toMatchObject({ links: 25, findings: [], found: 0 });
  });

  test(`is found every time (${runs} manipulations, seed ${seed})`, { timeout: 600_000 }, async () => {
    const random = randomFrom(seed);
    const missed: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const manipulate = manipulations[run % manipulations.length];
      if (!manipulate) continue;
      const done = await asOwner(db, tenant, (client) =>
        manipulate({ db, tenant, otherTenant, random, client }),
      );
      if (!(await isFound())) missed.push(done);
      await putBack(db, tenant);
    }
    expect(missed).toEqual([]);
    expect(await isFound()).toBe(false);
  });

  test('is missed by a chain that leaves a column out: the same test notices', async () => {
    const withoutActor: LineOf = (entry) => lineOfEntry({ ...entry, actor: '' });
    const other = await anOrganisation(db);
    await logged(db, other, 5);
    await chained(db, other, now, withoutActor);
    const verify = (lineOf: LineOf) => verifyTenant(db.pool, other, [], lineOf);
    const editOf = (column: string) =>
      asOwner(db, other, (client) =>
        editEntry(column)({ db, tenant: other, otherTenant, random: randomFrom(1), client }),
      );
    expect((await verify(withoutActor)).found).toBe(0);
    await editOf('actor_id');
    expect((await verify(withoutActor)).found).toBe(0);
    await editOf('act');
    expect((await verify(withoutActor)).found).toBe(1);
  });

  test.each([
    ['an entry', 'entry', entryEdits],
    ['a link', 'link', linkEdits],
  ])('would be found in every column of %s', async (_name, table, edits) => {
    const { rows } = await db.ownerPool.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = ('log.' || $1)::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const columns = rows.map(({ name }) => name).filter((name) => table === 'entry' || name !== 'tenant_id');
    expect(Object.keys(edits).sort()).toEqual(columns.sort());
  });
});

describe('a finding', () => {
  beforeEach(() => putBack(db, tenant));

  test('names the link and what is wrong with it', async () => {
    await asOwner(db, tenant, async (client) => {
      const { rows } = await client.query<{ from: number }>(
        'select from_xid as "from" from log.link where tenant_id = $1 and number = 7',
        [tenant],
      );
      await client.query(
        `update log.entry set act = 'other' where tenant_id = $1 and number = (select min(number) from log.entry where xid >= $2)`,
        [tenant, rows[0]?.from],
      );
    });
    expect((await verifyTenant(db.pool, tenant, signed)).findings).toEqual([
      { what: 'content-changed', link: 7 },
    ]);
  });

  test('about a cut end comes from the ledger alone', async () => {
    await asOwner(db, tenant, async (client) => {
      await client.query(
        'delete from log.entry where tenant_id = $1 and xid >= (select from_xid from log.link where tenant_id = $1 and number = 20)',
        [tenant],
      );
      await client.query('delete from log.link where tenant_id = $1 and number >= 20', [tenant]);
    });
    expect((await verifyTenant(db.pool, tenant, [])).findings).toEqual([]);
    expect((await verifyTenant(db.pool, tenant, signed)).findings).toEqual([
      { what: 'signed-link-missing', link: 25 },
    ]);
  });
});

test('while people work and the chain is closed again and again, nothing is found', {
  timeout: 60_000,
}, async () => {
  const busy = await anOrganisation(db);
  const random = randomFrom(seed);
  let running = true;
  let committed = 0;
  const writer = async (): Promise<void> => {
    while (running) {
      const entries = 1 + random(4);
      await inTenant(db.pool, busy, async (tx) => {
        for (let entry = 0; entry < entries; entry += 1) logEntry(tx);
        await tx.query({ name: 'test-work', text: 'select pg_sleep($1)', values: [random(30) / 1000] });
        if (random(5) === 0) throw new Error('undone');
        committed += entries;
      }).catch((error: Error) => {
        if (error.message !== 'undone') throw error;
      });
    }
  };
  const chaining = async (): Promise<void> => {
    while (running) await inTenant(db.pool, busy, (tx) => chainTenant(tx, Date.now()));
  };
  const work = Promise.all([writer(), writer(), writer(), writer(), chaining()]);
  const until = Date.now() + 4_000;
  let reports = 0;
  for (; Date.now() < until; reports += 1) {
    expect((await verifyTenant(db.pool, busy, [])).findings).toEqual([]);
  }
  running = false;
  await work;
  await logged(db, busy, 1);
  await chained(db, busy, now);
  const last = await verifyTenant(db.pool, busy, []);
  expect(last.findings).toEqual([]);
  expect(last.entries + last.uncovered).toBe(committed + 1);
  expect(last.links).toBeGreaterThan(10);
  expect(reports).toBeGreaterThan(10);
});

test('an organisation that nobody knows has an empty log', async () => {
  expect(await verifyTenant(db.pool, randomUUID(), [])).toMatchObject({ links: 0, entries: 0, found: 0 });
});
