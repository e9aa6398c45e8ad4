import { mkdtemp, open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { limits, sizeInWords } from '../limits.ts';
import type { PackageFiles } from '../package-files.ts';
import type { ReadPackage } from '../read-package.ts';
import type { MediaFile } from '../read-media.ts';
import { askReadingProcess, type ReadingLimits, usualLimits } from './reading-process.ts';
import { type CannotReadZip, cannotRead } from './refusals.ts';

export interface ReadZip {
  readonly kind: 'read';
  readonly package: ReadPackage;
  readonly files: PackageFiles;
  /** The most memory that the reading process took. */
  readonly peakBytes: number;
}

/** Headers and names, besides the content. */
const zipOverhead = 4 * 1024 * 1024;

/**
 * Reads a packed programme that may come from a stranger: inflated, parsed and checked in a process of its own, with
 * limits on memory and time, which can neither write files nor see our secrets (threat T16 of the threat model).
 */
export async function readZip(
  zip: string | Uint8Array,
  allowed: ReadingLimits = usualLimits,
): Promise<ReadZip | CannotReadZip> {
  return typeof zip === 'string' ? withFile(zip, allowed) : withBytes(zip, allowed);
}

async function withFile(file: string, allowed: ReadingLimits): Promise<ReadZip | CannotReadZip> {
  const handle = await open(file, 'r');
  try {
    return await readOpenFile(handle, allowed);
  } finally {
    await handle.close();
  }
}

/** The bytes lie in a file only for as long as it takes to open it: a crash leaves nothing of a stranger's on disk. */
async function withBytes(bytes: Uint8Array, allowed: ReadingLimits): Promise<ReadZip | CannotReadZip> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'skute-zip-'));
  try {
    const file = path.join(directory, 'package.zip');
    await writeFile(file, bytes, { mode: 0o600 });
    const handle = await open(file, 'r');
    try {
      if (process.platform !== 'win32') await rm(directory, { recursive: true });
      return await readOpenFile(handle, allowed);
    } finally {
      await handle.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function readOpenFile(handle: FileHandle, allowed: ReadingLimits): Promise<ReadZip | CannotReadZip> {
  const about = await handle.stat();
  if (!about.isFile()) return cannotRead('not-a-zip', 'This is not a file; expected a zip.');
  if (about.size > limits.totalBytes + zipOverhead) {
    return cannotRead(
      'too-large',
      `The zip is ${sizeInWords(about.size)}; expected at most ${sizeInWords(limits.totalBytes)}.`,
    );
  }
  const reply = await askReadingProcess(handle.fd, allowed);
  if (reply.kind === 'cannot-read-zip') return reply;
  const { files: sizes, media: listed, package: read, peakBytes } = reply.answer;
  const files = new Map<string, Uint8Array>();
  let offset = 0;
  for (const [name, size] of sizes) {
    files.set(name, reply.bytes.subarray(offset, offset + size));
    offset += size;
  }
  if (offset !== reply.bytes.byteLength)
    return cannotRead('reader-failed', 'The reading of the zip ended too early.');
  const media = listed.map(
    (each): MediaFile => ({ ...each, bytes: files.get(`media/${each.file}`) ?? new Uint8Array() }),
  );
  return { kind: 'read', package: { ...read, media }, files, peakBytes };
}
