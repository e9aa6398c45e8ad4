import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createOrganisation } from '@skute/access';
import { parseNationalNumber, registerPerson } from '@skute/identity';
import { inTenant } from '@skute/platform/db';
import { localWrapper, openKeyStore } from '@skute/platform/keys';
import { organisations, staffId, staffNamed } from '@skute/server';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkKeyStore } from './key-check.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-key-check-'));
const wrongStore = /^The key store in KEYS_DIR is not the one this database was sealed with/;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const keysIn = (name: string) => openKeyStore(path.join(folder, name), localWrapper(path.join(folder, name)));
const check = (name: string) => checkKeyStore(db, keysIn(name), localWrapper(path.join(folder, name)));

test('the key store that a database began with is known again, and another one keeps the server from starting', async () => {
  await check('right');
  await check('right');
  await expect(check('empty')).rejects.toThrow(wrongStore);
});

test('where people came before the first start, a key of theirs must open', async () => {
  await createOrganisation(db.ownerPool, organisations.fjord);
  const ingrid = staffNamed('ingrid');
  const number = parseNationalNumber(ingrid.number);
  if ('refused' in number) throw new Error(number.refused);
  const { given, family, title, born, hpr } = ingrid;
  await inTenant(db.pool, organisations.fjord.id, (tx) =>
    registerPerson(tx, keysIn('right'), {
      id: staffId(ingrid),
      kind: 'staff',
      identity: { given, family, title, born, hpr, number: number.number, numberKind: number.kind },
      now: 0,
    }),
  );
  await db.ownerPool.query('delete from access.key_check');
  await expect(check('empty')).rejects.toThrow(wrongStore);
  await check('right');
});
