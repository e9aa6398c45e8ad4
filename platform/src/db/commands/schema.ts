/** `npm run schema`: writes platform/src/db/schema.sql from a database made anew by all migrations. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dumpSchema } from '../dump.ts';
import { openDatabase } from '../open.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-schema-'));
const database = await openDatabase({ dataDir: folder });
try {
  writeFileSync(path.join(import.meta.dirname, '../schema.sql'), await dumpSchema(database.ownerPool));
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
