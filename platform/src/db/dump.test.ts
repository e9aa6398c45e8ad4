import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase } from '@skute/testing';
import { expect, test } from 'vitest';
import { dumpSchema } from './dump.ts';

test('the committed schema is what the migrations make; `npm run schema` writes it', async () => {
  const db = await testDatabase();
  try {
    const committed = readFileSync(path.join(import.meta.dirname, 'schema.sql'), 'utf8');
    expect(await dumpSchema(db.ownerPool)).toBe(committed);
  } finally {
    await db.close();
  }
});
