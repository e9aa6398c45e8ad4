import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { limits } from '../limits.ts';
import type { MediaFile } from '../read-media.ts';
import type { ReadPackage } from '../read-package.ts';
import { type CannotReadZip, cannotRead, type ZipFault } from './refusals.ts';

export interface ReadingLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** Many times what a large real programme takes on a slow machine. */
export const usualLimits: ReadingLimits = { milliseconds: 60_000, heapMegabytes: 64 };

/** What the reading process says, as one line of JSON, before the bytes of the files. */
export interface ReadAnswer {
  readonly kind: 'read';
  readonly files: readonly (readonly [path: string, size: number])[];
  readonly package: Omit<ReadPackage, 'media'>;
  readonly media: readonly Omit<MediaFile, 'bytes'>[];
  readonly peakBytes: number;
}

export interface RefusedAnswer {
  readonly kind: 'refused';
  readonly because: ZipFault;
  readonly message: string;
  readonly peakBytes: number;
}

/** Pages and problems come besides the files. */
const longestAnswer = limits.totalBytes + 32 * 1024 * 1024;

export async function askReadingProcess(
  fd: number,
  allowed: ReadingLimits,
): Promise<{ readonly kind: 'read'; readonly answer: ReadAnswer; readonly bytes: Buffer } | CannotReadZip> {
  const child = startReading(fd, allowed);
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  let tooLate = false;
  const timer = setTimeout(() => {
    tooLate = true;
    child.kill('SIGKILL');
  }, allowed.milliseconds);
  try {
    const said = await collect(child.stdout as Readable, longestAnswer);
    if (said === undefined) child.kill('SIGKILL');
    const [code] = await ended;
    if (tooLate) return cannotRead('took-too-long', 'Reading the zip took too long.');
    if (said === undefined || code !== 0)
      return cannotRead('reader-failed', 'The zip could not be read within the limits of memory.');
    return answerIn(said);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** The file descriptor of the zip is all it is given: no environment, where secrets are kept. */
function startReading(fd: number, allowed: ReadingLimits): ChildProcess {
  const program = fileURLToPath(new URL('./read-zip-process.ts', import.meta.url));
  return spawn(process.execPath, [...readingFlags(allowed), program], {
    stdio: ['ignore', 'pipe', 'ignore', fd],
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    windowsHide: true,
  });
}

/**
 * Rights: none to write, to start programs or to read anything but our code.
 * Memory: the heap limit does not count what V8 keeps besides: the young generation (up to 48 MB if left alone), and
 * the optimising compiler's work on the WebAssembly that strips our types (100 MB for a moment, now and then).
 * Measured on a package as large as it may be: 345 MB with the heap limit alone, 235 MB with all three.
 */
export function readingFlags({ heapMegabytes }: ReadingLimits = usualLimits): string[] {
  const folders = ['../..', '../../../forms', '../../../../node_modules'].map((each) =>
    fileURLToPath(new URL(each, import.meta.url)),
  );
  const readable = [...folders.map((each) => `${each}/*`), '/proc/self/status'];
  return [
    `--max-old-space-size=${heapMegabytes}`,
    '--max-semi-space-size=1',
    '--liftoff-only',
    '--permission',
    ...readable.map((each) => `--allow-fs-read=${each}`),
  ];
}

async function collect(stream: Readable, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answerIn(said: Buffer): { kind: 'read'; answer: ReadAnswer; bytes: Buffer } | CannotReadZip {
  const end = said.indexOf('\n');
  const answer = JSON.parse(said.toString('utf8', 0, Math.max(end, 0))) as ReadAnswer | RefusedAnswer;
  if (answer.kind === 'refused') return cannotRead(answer.because, answer.message, answer.peakBytes);
  return { kind: 'read', answer, bytes: said.subarray(end + 1) };
}
