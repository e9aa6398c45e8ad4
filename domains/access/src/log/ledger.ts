/**
 * The ledger: signed checkpoints of the chains, one line of JSON each, in a file outside the database. Whoever can change
 * the database, and even compute the whole chain anew, can't make it end in the hashes that have been signed. It is worth
 * most where the database's administrators have no rights, and copied on from there; the public key is enough to check it.
 */
import { type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Line = z.strictObject({
  tenant: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  link: z.int().positive(),
  /** SHA-256 of the link, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** In all links up to this one. */
  entries: z.int().nonnegative(),
  at: z.iso.datetime(),
  /** Ed25519, in base64. */
  signature: z.string(),
});

export type Checkpoint = Omit<z.output<typeof Line>, 'signature'>;

export type LedgerLine =
  | { readonly kind: 'checkpoint'; readonly line: number; readonly checkpoint: Checkpoint }
  /** Not a checkpoint, or signed by none of the keys. */
  | { readonly kind: 'damaged'; readonly line: number }
  /** The last line has no end: a crash while it was being written, before it counted. */
  | { readonly kind: 'unfinished'; readonly line: number };

/** The ledger's lines one by one; none when there is no ledger. */
export async function* readLedger(
  ledgerDir: string,
  publicKeys: readonly KeyObject[],
): AsyncGenerator<LedgerLine> {
  for await (const { line, text } of wholeLines(ledgerDir)) {
    if (text === undefined) {
      yield { kind: 'unfinished', line };
      continue;
    }
    const checkpoint = readLine(text, publicKeys);
    yield checkpoint ? { kind: 'checkpoint', line, checkpoint } : { kind: 'damaged', line };
  }
}

/** The lines as they stand. One without an end is told without its text. */
async function* wholeLines(ledgerDir: string): AsyncGenerator<{ line: number; text: string | undefined }> {
  const file = fileIn(ledgerDir);
  if (!existsSync(file)) return;
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  const whole = await lengthOfWholeLines(handle, size).finally(() => handle.close());
  let line = 0;
  if (whole > 0) {
    const input = createReadStream(file, { encoding: 'utf8', end: whole - 1 });
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      yield { line, text };
    }
  }
  if (size > whole) yield { line: line + 1, text: undefined };
}

/**
 * The last checkpoint of each organisation, and only their signatures verified: of a ledger of years there are many, and
 * `audit:verify` looks at all. Undefined when one of them is not genuine: then what stands before it must be read too.
 */
export async function lastCheckpoints(
  ledgerDir: string,
  publicKeys: readonly KeyObject[],
): Promise<Map<string, Checkpoint> | undefined> {
  const last = new Map<string, { link: number; text: string }>();
  for await (const { text } of wholeLines(ledgerDir)) {
    const parsed = Line.safeParse(parseJson(text ?? ''));
    if (text === undefined || !parsed.success) continue;
    const { tenant, link } = parsed.data;
    if (link > (last.get(tenant)?.link ?? 0)) last.set(tenant, { link, text });
  }
  const found = new Map<string, Checkpoint>();
  for (const [tenant, { text }] of last) {
    const checkpoint = readLine(text, publicKeys);
    if (!checkpoint) return undefined;
    found.set(tenant, checkpoint);
  }
  return found;
}

export interface LedgerWriter {
  /** On disk when it returns. */
  append(checkpoint: Checkpoint): Promise<void>;
  close(): Promise<void>;
}

/** Opens the ledger for writing. An unfinished line at its end never counted, and is cut off. */
export async function openLedger(ledgerDir: string, signingKey: KeyObject): Promise<LedgerWriter> {
  await mkdir(ledgerDir, { recursive: true, mode: 0o700 });
  const handle = await open(fileIn(ledgerDir), 'a+', 0o640);
  const { size } = await handle.stat();
  const whole = await lengthOfWholeLines(handle, size);
  if (whole < size) await handle.truncate(whole);
  return {
    async append(checkpoint) {
      const signature = sign(null, signedBytes(checkpoint), signingKey).toString('base64');
      await handle.appendFile(`${JSON.stringify({ ...checkpoint, signature })}\n`);
      await handle.sync();
    },
    close: () => handle.close(),
  };
}

function fileIn(ledgerDir: string): string {
  return path.join(ledgerDir, 'checkpoints.jsonl');
}

function readLine(text: string, publicKeys: readonly KeyObject[]): Checkpoint | undefined {
  const parsed = Line.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { signature, ...checkpoint } = parsed.data;
  const bytes = signedBytes(checkpoint);
  const genuine = publicKeys.some((key) => verify(null, bytes, key, Buffer.from(signature, 'base64')));
  return genuine ? checkpoint : undefined;
}

function signedBytes({ tenant, link, hash, entries, at }: Checkpoint): Buffer {
  return Buffer.from(
    JSON.stringify(['skute checkpoint 1', tenant, String(link), hash, String(entries), at]),
    'utf8',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Up to and with the last line feed. No line is longer than what is read from the end. */
async function lengthOfWholeLines(handle: FileHandle, size: number): Promise<number> {
  const from = Math.max(0, size - 4_096);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, size - from, from);
  return from + buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
}
