import { randomBytes } from 'node:crypto';
import { organisations } from '@skute/access';
import { keyStoreFits } from '@skute/identity';
import { type Database, inTenant, StartUpProblem } from '@skute/platform/db';
import type { KeyStore, KeyWrapper } from '@skute/platform/keys';

type Pools = Pick<Database, 'pool' | 'ownerPool'>;

const boundTo = 'key check of the installation';

/**
 * Is this the key store that the database was sealed with? A wrong or empty one would be filled with new keys beside what
 * they can't open. The database keeps one random value wrapped with the wrapping key: written at the first start, and
 * opened at each start after that.
 */
export async function checkKeyStore(database: Pools, keys: KeyStore, wrapper: KeyWrapper): Promise<void> {
  const kept = (await readKept(database)) ?? (await writeFirst(database, keys, wrapper));
  await wrapper.unwrap(kept, boundTo).catch(() => {
    throw wrongStore();
  });
}

/** People may have come before the first start, by a command or a restored backup: then a key of theirs must open. */
async function writeFirst(database: Pools, keys: KeyStore, wrapper: KeyWrapper): Promise<Buffer> {
  for (const { id } of await organisations(database.pool)) {
    if (!(await inTenant(database.pool, id, (tx) => keyStoreFits(tx, keys)))) throw wrongStore();
  }
  const wrapped = await wrapper.wrap(randomBytes(32), boundTo);
  // Of two servers that start together the first one's value stays, and both are checked against it.
  await database.ownerPool.query(
    'insert into access.key_check (wrapped) values ($1) on conflict do nothing',
    [wrapped],
  );
  const kept = await readKept(database);
  if (!kept) throw new Error('the key check was written and is not there');
  return kept;
}

async function readKept({ pool }: Pools): Promise<Buffer | undefined> {
  const { rows } = await pool.query<{ wrapped: Buffer }>('select wrapped from access.key_check');
  return rows[0]?.wrapped;
}

function wrongStore(): StartUpProblem {
  return new StartUpProblem(
    'The key store in KEYS_DIR is not the one this database was sealed with: set KEYS_DIR to the right one, or bring it back from its own backup.',
  );
}
