import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { inTenant } from '@skute/platform/db';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLogs } from './audit.ts';
import { openCheckpoints } from './checkpoint.ts';
import { startChaining } from './runner.ts';
import { publicKeyFile, readPublicKeys } from './signing-key.ts';
import { anOrganisation, chained, logged } from './testing/a-log.ts';
import { asOwner } from './testing/manipulations.ts';

let db: TestDatabase;
let directories: { ledgerDir: string; keysDir: string };
beforeAll(async () => {
  db = await testDatabase();
  directories = { ledgerDir: path.join(db.folder, 'ledger'), keysDir: path.join(db.folder, 'keys') };
});
afterAll(() => db.close());

const audit = (tenant?: string) => {
  const { ledgerDir } = directories;
  return auditLogs(db.pool, { ledgerDir, publicKeys: readPublicKeys(publicKeyFile(ledgerDir)), tenant });
};
const until = async (done: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 500) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('chaining', () => {
  test('closes and signs every organisation’s log, again and again', async () => {
    const tenants = [await anOrganisation(db), await anOrganisation(db)];
    const problems: string[] = [];
    const checkpoints = await openCheckpoints(directories);
    const chaining = startChaining(db.pool, {
      everyMs: 10,
      checkpointEveryMs: 20,
      checkpoints,
      onProblem: (sentence) => problems.push(sentence),
    });
    for (const tenant of tenants) await logged(db, tenant, 2);
    await until(async () => (await audit()).tenants.every(({ lastSigned }) => lastSigned > 0));
    for (const tenant of tenants) await logged(db, tenant, 1);
    await until(async () =>
      (await audit()).tenants.every(({ lastSigned, uncovered }) => lastSigned > 1 && uncovered === 0),
    );
    await chaining.stop();
    await checkpoints.close();
    expect(problems).toEqual([]);
    expect(await audit()).toMatchObject({ intact: true, ledger: { findings: [], unfinishedLine: false } });
  });

  test('signs what is left when it stops', async () => {
    const tenant = await anOrganisation(db);
    const checkpoints = await openCheckpoints(directories);
    const chaining = startChaining(db.pool, { everyMs: 10, checkpointEveryMs: 3_600_000, checkpoints });
    await logged(db, tenant, 1);
    await until(async () => (await audit(tenant)).tenants.every(({ uncovered }) => uncovered === 0));
    await chaining.stop();
    await checkpoints.close();
    expect((await audit(tenant)).tenants).toMatchObject([{ links: 1, lastSigned: 1 }]);
  });

  test('tells the operator when the database does not answer, and goes on', async () => {
    const problems: string[] = [];
    const broken = { connect: () => Promise.reject(new Error('no connection')) } as unknown as typeof db.pool;
    const chaining = startChaining(broken, { everyMs: 5, onProblem: (sentence) => problems.push(sentence) });
    await until(async () => problems.length > 1);
    await chaining.stop();
    expect(new Set(problems)).toEqual(new Set(['The access log could not be chained.']));
  });
});

describe('a checkpoint', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');

  test('counts all entries so far, also after the ledger is opened anew, and signs a link once', async () => {
    const tenant = await anOrganisation(db);
    for (const entries of [3, 4]) {
      await logged(db, tenant, entries);
      await chained(db, tenant, now);
      const checkpoints = await openCheckpoints(directories);
      const total = entries === 3 ? 3 : 7;
      expect(await checkpoints.record(db.pool, tenant, now)).toMatchObject({ tenant, entries: total });
      expect(await checkpoints.record(db.pool, tenant, now)).toBe('nothing-new');
      await checkpoints.close();
    }
    expect(await audit(tenant)).toMatchObject({ intact: true });
  });

  test('is not made over a log that the ledger contradicts', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 1);
    await chained(db, tenant, now);
    const checkpoints = await openCheckpoints(directories);
    await checkpoints.record(db.pool, tenant, now);
    await asOwner(db, tenant, (client) =>
      client.query('delete from log.link where tenant_id = $1', [tenant]),
    );
    const refused = { refused: 'log-contradicts-ledger', tenant, link: 1 };
    expect(await checkpoints.record(db.pool, tenant, now)).toEqual(refused);
    await chained(db, tenant, now + 1);
    expect(await checkpoints.record(db.pool, tenant, now)).toEqual(refused);
    await checkpoints.close();
    expect((await audit(tenant)).tenants).toMatchObject([
      { findings: [{ what: 'signed-hash-differs', link: 1 }] },
    ]);
  });
});

describe('an audit', () => {
  test('finds the log of an organisation that is only in the ledger, and a damaged ledger', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 1);
    await chained(db, tenant, Date.now());
    const checkpoints = await openCheckpoints(directories);
    await checkpoints.record(db.pool, tenant, Date.now());
    await checkpoints.close();
    await asOwner(db, tenant, async (client) => {
      for (const table of ['log.link', 'log.entry', 'access.organisation']) {
        await client.query(`delete from ${table} where tenant_id = $1`, [tenant]);
      }
    });
    appendFileSync(path.join(directories.ledgerDir, 'checkpoints.jsonl'), 'not a checkpoint\n');
    const report = await audit(tenant);
    expect(report.intact).toBe(false);
    expect(report.tenants).toMatchObject([{ tenant, findings: [{ what: 'signed-link-missing', link: 1 }] }]);
    expect(report.ledger.findings).toMatchObject([{ what: 'ledger-line-damaged' }]);
  });

  test('reads with the rights of the application’s role, which can change nothing', async () => {
    const tenant = await anOrganisation(db);
    await logged(db, tenant, 1);
    for (const change of [
      `update log.entry set act = 'x'`,
      'delete from log.entry',
      'delete from log.link',
    ]) {
      const attempt = inTenant(db.pool, tenant, async (tx) =>
        tx.send({ name: `test ${change}`, text: change }),
      );
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});
