import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

/** Makes the names in a folder last through a crash. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!canNotBeFlushed(error)) throw error;
  }
}

/** The folder and those around it, up to the root: a folder that is new is itself a name in the one around it. */
export async function syncFoldersUpTo(root: string, folder: string): Promise<void> {
  const inside = path.relative(root, folder).split(path.sep);
  for (let depth = inside.length; depth >= 0; depth -= 1) {
    await syncFolder(path.join(root, ...inside.slice(0, depth)));
  }
}

/** Whole or not at all, as `secretOfInstallation` needs it before anything runs: written beside, flushed, linked. False: it was there. */
export function writeOnceSync(file: string, content: Buffer): boolean {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

export function syncFolderSync(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!canNotBeFlushed(error)) throw error;
  }
}

/** Some systems do not let a folder be flushed; there the link is as durable as it gets. A disk that fails is no such case. */
function canNotBeFlushed(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOENT', 'ENOTSUP', 'EPERM'].includes(code ?? '');
}
