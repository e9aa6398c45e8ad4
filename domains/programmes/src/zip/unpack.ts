import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { changedSincePacked } from '../content-hash.ts';
import { knownFile, maximumBytes, pathOf } from '../known-files.ts';
import { limits, sizeInWords } from '../limits.ts';
import { wrongType } from '../media/magic.ts';
import type { PackageFiles } from '../package-files.ts';
import { entryPath } from './entry-path.ts';
import { shownName, ZipRefused } from './refusals.ts';

/**
 * Inflates an untrusted zip into memory, within the limits of the format. Runs in the reading process only.
 * The sizes that a zip states are checked before anything is inflated, and then again byte by byte, since they may lie.
 */
export async function unpack(fd: number): Promise<PackageFiles> {
  const zip = await openZip(fd);
  if (zip.entryCount > limits.files) {
    throw new ZipRefused(
      'too-many-files',
      `The zip has ${zip.entryCount} files; expected at most ${limits.files}.`,
    );
  }
  const entries = await plannedEntries(zip);
  const files = new Map<string, Uint8Array>();
  for (const [path, entry] of entries) files.set(path, await inflate(zip, entry, path));
  checkHash(files);
  return files;
}

async function openZip(fd: number): Promise<ZipFile> {
  try {
    return await fromFdPromise(fd, { decodeStrings: false, validateEntrySizes: true, autoClose: false });
  } catch {
    throw new ZipRefused('not-a-zip', 'The file is not a zip, or it is cut off.');
  }
}

/** Every entry that will be read, under a name made by us. */
async function plannedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const lowerCase = new Set<string>();
  let total = 0;
  for await (const entry of readEntries(zip)) {
    const path = entryPath(entry);
    if (path === undefined) continue;
    // Two names that are one on some systems: which of them would be read depends on where.
    if (lowerCase.has(path.toLowerCase()))
      throw new ZipRefused('same-name-twice', `${shownName(path)} is in the zip twice.`);
    lowerCase.add(path.toLowerCase());
    const known = knownFile(path);
    if (known === undefined) {
      throw new ZipRefused(
        'file-not-allowed',
        `${shownName(path)} is not a file of a programme; expected what "programme pack" makes.`,
      );
    }
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > maximumBytes(known)) {
      throw new ZipRefused(
        'file-too-large',
        `${shownName(path)} is larger than ${sizeInWords(maximumBytes(known))}.`,
      );
    }
    if (total > limits.totalBytes)
      throw new ZipRefused(
        'too-large',
        `The files are larger than ${sizeInWords(limits.totalBytes)} together.`,
      );
    checkRatio(entry, path);
    entries.set(pathOf(known), entry);
  }
  return entries;
}

async function* readEntries(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw faultOf(error, 'The list of files in the zip');
  }
}

/** Text shrinks to a fifth, drawings to a tenth. What shrinks to less than a hundredth is made to fill a memory. */
const greatestRatio = 100;
const ratioCountsFrom = 16 * 1024;

function checkRatio(entry: Entry, path: string): void {
  if (
    entry.uncompressedSize > ratioCountsFrom &&
    entry.uncompressedSize > entry.compressedSize * greatestRatio
  ) {
    throw new ZipRefused(
      'compressed-too-much',
      `${shownName(path)} is compressed more than ${greatestRatio} times.`,
    );
  }
}

async function inflate(zip: ZipFile, entry: Entry, path: string): Promise<Uint8Array> {
  const bytes = Buffer.alloc(entry.uncompressedSize);
  let length = 0;
  const stream = await openStream(zip, entry, path);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (length + chunk.byteLength > bytes.byteLength)
        throw new ZipRefused('size-is-wrong', `${shownName(path)} is larger than the zip says.`);
      chunk.copy(bytes, length);
      length += chunk.byteLength;
    }
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw faultOf(error, shownName(path));
  } finally {
    stream.destroy();
  }
  if (length !== bytes.byteLength)
    throw new ZipRefused('size-is-wrong', `${shownName(path)} is smaller than the zip says.`);
  if (zlib.crc32(bytes) !== entry.crc32)
    throw new ZipRefused('damaged', `${shownName(path)} is damaged: its check sum is wrong.`);
  const known = knownFile(path);
  const actual = known === undefined ? undefined : wrongType(known, bytes);
  if (actual !== undefined)
    throw new ZipRefused('wrong-type', `${shownName(path)} is ${actual}, whatever its name says.`);
  return bytes;
}

async function openStream(zip: ZipFile, entry: Entry, path: string): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw faultOf(error, shownName(path));
  }
}

function faultOf(error: unknown, what: string): ZipRefused {
  const message = error instanceof Error ? error.message : '';
  if (/encrypt/.test(message))
    return new ZipRefused('encrypted', `${what} is encrypted; expected a plain zip.`);
  if (/too many bytes|not enough bytes|size mismatch/.test(message)) {
    return new ZipRefused('size-is-wrong', `${what} has another size than the zip says.`);
  }
  return new ZipRefused('damaged', `${what} is damaged.`);
}

function checkHash(files: PackageFiles): void {
  if (!files.has('content-hash.json')) {
    throw new ZipRefused(
      'content-hash-missing',
      'The zip has no content-hash.json; expected what "programme pack" makes.',
    );
  }
  const changed = changedSincePacked(files);
  if (changed === undefined)
    throw new ZipRefused('content-hash-differs', 'content-hash.json cannot be read.');
  if (changed.length > 0) {
    throw new ZipRefused(
      'content-hash-differs',
      `The files are not those that were packed: ${changed.slice(0, 3).map(shownName).join(', ')}.`,
    );
  }
}
