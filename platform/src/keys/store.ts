import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { KeyWrapper } from './wrapper.ts';

export interface KeyStore {
  /** Makes a key for a person, or gives the one there is. Safely on disk when it returns, so that nothing is ever sealed with a key that a crash takes. */
  create(tenant: string, person: string): Promise<KeyObject>;
  /** The person's key, or undefined when there is none (any more): then what was sealed with it stays closed for good. */
  find(tenant: string, person: string): Promise<KeyObject | undefined>;
  /** The person's key; throws where one must exist. */
  get(tenant: string, person: string): Promise<KeyObject>;
  destroy(tenant: string, person: string): Promise<void>;
}

const keptInMemory = 20_000;

/**
 * One small file a person, in folders by the beginning of the id: nothing is read at start, whatever the number of
 * patients, a key is found by its name, and destroying it is removing a file.
 */
export function openKeyStore(directory: string, wrapper: KeyWrapper): KeyStore {
  const recent = new Map<string, KeyObject>();

  const remember = (name: string, key: KeyObject): KeyObject => {
    recent.delete(name);
    recent.set(name, key);
    if (recent.size > keptInMemory) recent.delete(recent.keys().next().value ?? '');
    return key;
  };

  const find = async (tenant: string, person: string): Promise<KeyObject | undefined> => {
    const name = `${tenant}/${person}`;
    const known = recent.get(name);
    if (known) return known;
    const wrapped = await readFile(fileFor(directory, tenant, person)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      },
    );
    return wrapped && remember(name, createSecretKey(await wrapper.unwrap(wrapped, name)));
  };

  return {
    find,
    async create(tenant, person) {
      const name = `${tenant}/${person}`;
      const bytes = randomBytes(32);
      const isMine = await writeDurably(fileFor(directory, tenant, person), await wrapper.wrap(bytes, name));
      if (isMine) return remember(name, createSecretKey(bytes));
      // Another process was first: its key is the person's.
      recent.delete(name);
      const theirs = await find(tenant, person);
      if (!theirs) throw new Error('the person’s key went away while it was made');
      return theirs;
    },
    async get(tenant, person) {
      const key = await find(tenant, person);
      if (!key) throw new Error('the person has no key');
      return key;
    },
    async destroy(tenant, person) {
      recent.delete(`${tenant}/${person}`);
      const file = fileFor(directory, tenant, person);
      await rm(file, { force: true });
      await syncFolder(path.dirname(file));
    },
  };
}

function fileFor(directory: string, tenant: string, person: string): string {
  return path.join(directory, tenant, person.slice(0, 2), person.slice(2, 4), `${person}.key`);
}

/**
 * Whole or not at all: written beside, flushed, then linked into place. A key that is there is never replaced, or what
 * it sealed would be lost; false then.
 */
async function writeDurably(file: string, content: Buffer): Promise<boolean> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(folder);
  return true;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  // Some systems do not let a folder be flushed; there the rename is as durable as it gets.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
