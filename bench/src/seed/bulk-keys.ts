import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type KeyStore, localWrapper, openKeyStore } from '@skute/platform/keys';

/**
 * The product's key store, but for making keys: files are not flushed one by one, since a seed that is cut off is thrown
 * away as a whole. The caller flushes the disk once (`sync`).
 */
export function bulkKeyStore(directory: string): KeyStore {
  const wrapper = localWrapper(directory);
  const store = openKeyStore(directory, wrapper);
  const made = new Map<string, KeyObject>();
  return {
    ...store,
    async create(tenant, person) {
      const bytes = randomBytes(32);
      const folder = path.join(directory, tenant, person.slice(0, 2), person.slice(2, 4));
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(path.join(folder, `${person}.key`), await wrapper.wrap(bytes, `${tenant}/${person}`), {
        mode: 0o600,
      });
      const key = createSecretKey(bytes);
      made.set(`${tenant}/${person}`, key);
      return key;
    },
    find: async (tenant, person) => made.get(`${tenant}/${person}`),
    async get(tenant, person) {
      const key = made.get(`${tenant}/${person}`);
      if (!key) throw new Error('the person has no key');
      return key;
    },
  };
}
