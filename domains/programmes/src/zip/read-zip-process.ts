/**
 * The reading process: started by reading-process.ts with the zip as file descriptor 3, few rights and a memory limit.
 * Answers on standard output: one line of JSON, then the bytes of the files one after another.
 * A package made to hang or exhaust a parser ends this process and nothing else.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expressionsFor, readPackage } from '../read-package.ts';
import type { ReadAnswer, RefusedAnswer } from './reading-process.ts';
import { ZipRefused } from './refusals.ts';
import { unpack } from './unpack.ts';

try {
  const files = await unpack(3);
  const { media, ...read } = readPackage(files, await expressionsFor(files));
  const sizes = [...files].map(([path, bytes]): [string, number] => [path, bytes.byteLength]);
  const listed = media.map(({ bytes: _bytes, ...rest }) => rest);
  await say({ kind: 'read', files: sizes, package: read, media: listed, peakBytes: peakBytes() });
  for (const bytes of files.values()) await write(bytes);
} catch (error) {
  if (!(error instanceof ZipRefused)) throw error;
  await say({ kind: 'refused', because: error.because, message: error.message, peakBytes: peakBytes() });
}

async function say(answer: ReadAnswer | RefusedAnswer): Promise<void> {
  await write(Buffer.from(`${JSON.stringify(answer)}\n`));
}

async function write(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
}

/** Linux counts the parent's memory in `maxRSS` of a new process; VmHWM is our own peak. */
function peakBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
