import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type KeyStore,
  localWrapper,
  openKeyStore,
  type Place,
  seal,
  sealText,
  secretOfInstallation,
  unseal,
  unsealText,
} from './index.ts';

const key = createSecretKey(randomBytes(32));
const place: Place = { tenant: 't', person: 'p', table: 'treatment.event', row: 'r 1', field: 'reason' };

describe('a sealed value', () => {
  test('opens where it was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        expect(new Uint8Array(unseal(key, place, seal(key, place, content)))).toEqual(content);
      }),
    );
    expect(unsealText(key, place, sealText(key, place, 'Æsj, 😀 må vente'))).toBe('Æsj, 😀 må vente');
  });

  test('opens nowhere else: not for another tenant, person, table, row or field, nor with another key', () => {
    const sealed = sealText(key, place, 'x');
    for (const part of ['tenant', 'person', 'table', 'row', 'field'] as const) {
      expect(() => unseal(key, { ...place, [part]: 'other' }, sealed), part).toThrow();
    }
    expect(() => unseal(createSecretKey(randomBytes(32)), place, sealed)).toThrow();
  });

  test('does not open when any one bit has changed', () => {
    const sealed = sealText(key, place, 'Venter på svar');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, place, changed), `bit ${bit}`).toThrow();
    }
  });

  test('is never the same twice', () => {
    const nonces = Array.from({ length: 5000 }, () =>
      seal(key, place, Buffer.of()).subarray(1, 13).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(5000);
  });
});

describe('the key store', () => {
  let folder: string;
  let store: KeyStore;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'skute-keys-'));
    store = openKeyStore(folder, localWrapper(folder));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const [tenant, person] = [randomUUID(), randomUUID()];
  const reopened = (): KeyStore => openKeyStore(folder, localWrapper(folder));

  test('gives the same key after a restart', async () => {
    const made = await store.create(tenant, person);
    expect((await reopened().get(tenant, person)).equals(made)).toBe(true);
  });

  test('keeps keys wrapped, and apart for each tenant', async () => {
    const made = await store.create(tenant, person);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.map((file) => readFileSync(path.join(file.parentPath, file.name)));
    expect(bytes.some((content) => content.includes(made.export()))).toBe(false);
    expect(await store.find(randomUUID(), person)).toBeUndefined();
  });

  test('does not open with another wrapping key', async () => {
    await store.create(tenant, person);
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'skute-keys-'));
    try {
      await expect(openKeyStore(folder, localWrapper(elsewhere)).get(tenant, person)).rejects.toThrow();
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('made twice, also by another process at the same moment, is one key', async () => {
    const stores = Array.from({ length: 8 }, reopened);
    const made = await Promise.all(stores.map((one) => one.create(tenant, person)));
    expect(made.every((one) => one.equals(made[0] ?? one))).toBe(true);
    expect((await reopened().get(tenant, person)).equals(made[0] ?? createSecretKey(randomBytes(32)))).toBe(
      true,
    );
  });

  test('has nothing left of a destroyed key, in memory or on disk', async () => {
    await store.create(tenant, person);
    await store.destroy(tenant, person);
    expect(await store.find(tenant, person)).toBeUndefined();
    expect(await reopened().find(tenant, person)).toBeUndefined();
    await expect(store.get(tenant, person)).rejects.toThrow('no key');
  });

  test('believes a key for a minute at most: one that another process destroyed opens nothing after that', async () => {
    let now = 0;
    const here = openKeyStore(folder, localWrapper(folder), () => now);
    await here.create(tenant, person);
    await store.destroy(tenant, person);
    now = 59_999;
    expect(await here.find(tenant, person)).toBeDefined();
    now = 60_001;
    expect(await here.find(tenant, person)).toBeUndefined();
  });

  test('finds the key that took the place of a destroyed one', async () => {
    let now = 0;
    const here = openKeyStore(folder, localWrapper(folder), () => now);
    const old = await here.create(tenant, person);
    await store.destroy(tenant, person);
    const made = await store.create(tenant, person);
    now = 60_001;
    const found = await here.get(tenant, person);
    expect([found.equals(made), found.equals(old)]).toEqual([true, false]);
  });

  test('leaves nothing beside the keys, and says which secret of the installation is cut short', () => {
    const secret = secretOfInstallation(folder, 'a-secret');
    expect(secretOfInstallation(folder, 'a-secret').equals(secret)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['a-secret', 'wrapping-key']);
    for (const length of [0, 31]) {
      writeFileSync(path.join(folder, 'a-secret'), Buffer.alloc(length));
      expect(() => secretOfInstallation(folder, 'a-secret')).toThrow(
        new RegExp(`a-secret must hold 32 bytes and holds ${length}`),
      );
    }
  });
});
