import { inTenant, type TenantTx } from '@skute/platform/db';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceTransactionCounter } from './rebase.ts';
import { chainAll, chainTenant, sentenceOfCounter } from './sealing.ts';
import { anOrganisation, chained, logEntry, logged } from './testing/a-log.ts';
import { verifyTenant } from './verify.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe('a link', () => {
  test('covers what was logged since the last one, and there is none without entries', async () => {
    const tenant = await anOrganisation(db);
    expect(await inTenant(db.pool, tenant, (tx) => chainTenant(tx, now))).toBe('nothing-new');
    await logged(db, tenant, 3);
    const first = await chained(db, tenant, now);
    expect(first).toMatchObject({ number: 1, fromXid: 0, entries: 3 });
    expect(await inTenant(db.pool, tenant, (tx) => chainTenant(tx, now))).toBe('nothing-new');
    await logged(db, tenant, 2);
    const second = await chained(db, tenant, now);
    expect(second).toMatchObject({ number: 2, fromXid: first.toXid, entries: 2, previousHash: first.hash });
    expect(await verifyTenant(db.pool, tenant, [])).toMatchObject({
      links: 2,
      entries: 5,
      uncovered: 0,
      findings: [],
    });
  });

  test('is made without reading what the last one covers', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 300);
    await chained(db, tenant, now);
    await logged(db, tenant, 2);
    const entriesRead = await inTenant(db.pool, tenant, async (tx) => {
      const before = await entriesReadSoFar(tx);
      await chainTenant(tx, now);
      return (await entriesReadSoFar(tx)) - before;
    });
    expect(entriesRead).toBeLessThan(20);
  });

  test('waits for a transaction that began to write earlier and is still running', async () => {
    const tenant = await anOrganisation(db);
    const early = await db.pool.connect();
    await early.query('begin');
    await early.query(`select set_config('app.tenant_id', $1, true)`, [tenant]);
    const { rows } = await early.query<{ xid: number }>('select pg_current_xact_id()::text::bigint as xid');
    await logged(db, tenant, 2);
    expect(await inTenant(db.pool, tenant, (tx) => chainTenant(tx, now))).toBe('nothing-new');
    await early.query(
      `insert into log.entry (tenant_id, actor_id, actor_kind, act, outcome, request_id)
       values ($1, gen_random_uuid(), 'patient', 'treatment.read', 'allowed', gen_random_uuid())`,
      [tenant],
    );
    await early.query('commit');
    early.release();
    const link = await chained(db, tenant, now);
    expect(link.entries).toBe(3);
    expect(link.toXid).toBeGreaterThan(rows[0]?.xid ?? Number.POSITIVE_INFINITY);
  });

  test('never covers an entry of the transaction that makes it', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 1);
    for (let tries = 0, found = 0; found === 0 && tries < 500; tries += 1) {
      await inTenant(db.pool, tenant, async (tx) => {
        logEntry(tx, 'before');
        const link = await chainTenant(tx, now);
        found = typeof link === 'object' && 'hash' in link ? link.entries : 0;
      });
    }
    expect(await verifyTenant(db.pool, tenant, [])).toMatchObject({ findings: [] });
    const rest = await chained(db, tenant, now);
    expect(rest.entries).toBeGreaterThan(0);
    expect(await verifyTenant(db.pool, tenant, [])).toMatchObject({ uncovered: 0, findings: [] });
  });

  test('passes by what was rolled back', async () => {
    const tenant = await anOrganisation(db);
    await inTenant(db.pool, tenant, async (tx) => {
      logEntry(tx);
      throw new Error('undone');
    }).catch(() => undefined);
    await logged(db, tenant, 1);
    expect(await chained(db, tenant, now)).toMatchObject({ entries: 1 });
  });

  test('is made once, also when several processes chain at the same time', async () => {
    const tenant = await anOrganisation(db);
    for (let round = 0; round < 5; round += 1) {
      await logged(db, tenant, 20);
      await Promise.all(
        Array.from({ length: 6 }, () => inTenant(db.pool, tenant, (tx) => chainTenant(tx, now))),
      );
    }
    const report = await verifyTenant(db.pool, tenant, []);
    expect(report.findings).toEqual([]);
    expect(report.entries + report.uncovered).toBe(100);
  });

  test('of more entries than a page has is whole', async () => {
    const tenant = await anOrganisation(db);
    await inTenant(db.pool, tenant, async (tx) => {
      tx.send({
        name: 'many-entries',
        text: `insert into log.entry (tenant_id, actor_id, actor_kind, act, outcome, request_id)
               select $1, gen_random_uuid(), 'patient', 'treatment.read', 'allowed', gen_random_uuid() from generate_series(1, 12000)`,
        values: [tenant],
      });
    });
    expect(await chained(db, tenant, now)).toMatchObject({ entries: 12_000 });
    expect(await verifyTenant(db.pool, tenant, [])).toMatchObject({ entries: 12_000, findings: [] });
  });
});

test('an organisation whose log fails does not keep the others’ back', async () => {
  const tenants = [await anOrganisation(db), 'not an id', await anOrganisation(db)];
  const results = await chainAll(db.pool, tenants, now);
  expect(results.map(({ chained: result }) => result)).toEqual(['nothing-new', undefined, 'nothing-new']);
  expect(results[1]?.failure).toBeInstanceOf(Error);
});

describe('a log restored into a server that has counted less', () => {
  test('is not chained, says why in a sentence, and goes on after the rebase', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 1);
    const link = await chained(db, tenant, now);
    // As if the old server had counted this much further.
    const ahead = link.toXid + 3_000;
    await inTenant(db.pool, tenant, async (tx) =>
      tx.send({
        name: 'link-of-old-server',
        text: `insert into log.link (tenant_id, number, from_xid, to_xid, entries, previous_hash, hash, at)
               values ($1, 2, $2, $3, 0, $4, $4, now())`,
        values: [tenant, link.toXid, ahead, link.hash],
      }),
    );
    await logged(db, tenant, 1);
    const refused = await inTenant(db.pool, tenant, (tx) => chainTenant(tx, now));
    if (typeof refused !== 'object' || !('refused' in refused)) throw new Error('it was chained');
    expect(refused).toMatchObject({ refused: 'transaction-counter-went-back', tenant, chainedTo: ahead });
    expect(sentenceOfCounter(refused)).toMatch(
      /^The access log of organisation .* run the rebase described in .*\.$/,
    );

    const progress: number[] = [];
    expect(
      await advanceTransactionCounter(db.ownerPool, ahead, (counter) => progress.push(counter)),
    ).toBeGreaterThanOrEqual(ahead);
    expect(progress.length).toBeGreaterThan(1);
    await logged(db, tenant, 1);
    expect(await chained(db, tenant, now)).toMatchObject({ number: 3, fromXid: ahead, entries: 1 });
  });
});

/** By the connection, through whichever index, since it last told the server's statistics. */
async function entriesReadSoFar(tx: TenantTx): Promise<number> {
  const [row] = await tx.query<{ read: number }>({
    name: 'test-entries-read',
    text: `
      select sum(pg_stat_get_xact_tuples_returned(indexrelid))::int as read
      from pg_index
      where indrelid = 'log.entry'::regclass`,
  });
  return row?.read ?? 0;
}
