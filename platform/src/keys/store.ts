import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, syncFoldersUpTo } from './durable.ts';
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
/** How long a key that another process has destroyed may still open here: then the file is looked at again. */
const believedMs = 60_000;

interface Remembered {
  readonly key: KeyObject;
  /** Which file it came from. */
  readonly file: string;
  readonly until: number;
}

/**
 * One small file a person, in folders by the beginning of the id: nothing is read at start, whatever the number of
 * patients, a key is found by its name, and destroying it is removing a file.
 */
export function openKeyStore(
  directory: string,
  wrapper: KeyWrapper,
  clock: () => number = Date.now,
): KeyStore {
  const recent = new Map<string, Remembered>();

  const remember = (name: string, key: KeyObject, file: string): KeyObject => {
    recent.delete(name);
    recent.set(name, { key, file, until: clock() + believedMs });
    if (recent.size > keptInMemory) recent.delete(recent.keys().next().value ?? '');
    return key;
  };

  const find = async (tenant: string, person: string): Promise<KeyObject | undefined> => {
    const name = `${tenant}/${person}`;
    const file = fileFor(directory, tenant, person);
    const known = recent.get(name);
    if (known && known.until > clock()) return known.key;
    if (known && known.file === (await identityOf(file))) return remember(name, known.key, known.file);
    recent.delete(name);
    const found = await readKeyFile(file);
    return found && remember(name, createSecretKey(await wrapper.unwrap(found.wrapped, name)), found.file);
  };

  return {
    find,
    async create(tenant, person) {
      const name = `${tenant}/${person}`;
      const bytes = randomBytes(32);
      const file = fileFor(directory, tenant, person);
      const isMine = await writeDurably(directory, file, await wrapper.wrap(bytes, name));
      const written = isMine && (await identityOf(file));
      if (written) return remember(name, createSecretKey(bytes), written);
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

async function readKeyFile(file: string): Promise<{ wrapped: Buffer; file: string } | undefined> {
  const handle = await open(file, 'r').catch(noneIfAbsent);
  if (!handle) return undefined;
  try {
    return { wrapped: await handle.readFile(), file: nameOf(await handle.stat({ bigint: true })) };
  } finally {
    await handle.close();
  }
}

async function identityOf(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(noneIfAbsent);
  return found && nameOf(found);
}

/** A key that was destroyed and made anew is another file, or a later one. */
function nameOf({ ino, mtimeNs }: { ino: bigint; mtimeNs: bigint }): string {
  return `${ino} ${mtimeNs}`;
}

function noneIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function fileFor(directory: string, tenant: string, person: string): string {
  return path.join(directory, tenant, person.slice(0, 2), person.slice(2, 4), `${person}.key`);
}

/**
 * Whole or not at all: written beside, flushed, then linked into place, and the folders flushed too. A key that is there is
 * never replaced, or what it sealed would be lost; false then, when that key is as durable as one of ours.
 */
async function writeDurably(root: string, file: string, content: Buffer): Promise<boolean> {
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
  const isMine = await link(beside, file)
    .then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    )
    .finally(() => rm(beside, { force: true }));
  // Always, and all of them: another process may have made a folder, or the key, and not have flushed it yet.
  await syncFoldersUpTo(root, folder);
  return isMine;
}
