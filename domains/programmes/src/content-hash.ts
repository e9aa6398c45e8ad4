import { createHash } from 'node:crypto';
import { z } from 'zod';
import { knownFile } from './known-files.ts';
import type { PackageFiles } from './package-files.ts';
import { compareText } from './problems.ts';

/** Which bytes a programme version is. Written into every packed programme as content-hash.json. */
export interface ContentHash {
  readonly contentHash: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * SHA-256 over a canonical listing sorted by path: per file the SHA-256 of its bytes in hex, two spaces, its path, a line feed.
 * That is what `sha256sum` prints, so anyone can check it without our code: see docs/programme-format.md, "Content hash".
 */
export function contentHashOf(files: PackageFiles): ContentHash {
  const hashed = [...files.keys()]
    .filter((path) => path !== 'content-hash.json' && knownFile(path) !== undefined)
    .sort(compareText)
    .map((path): [string, string] => [path, sha256(files.get(path) ?? new Uint8Array())]);
  const listing = hashed.map(([path, hash]) => `${hash}  ${path}\n`).join('');
  return { contentHash: sha256(Buffer.from(listing)), files: Object.fromEntries(hashed) };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const contentHashJson = z.strictObject({
  format: z.literal('skute-content-hash/1'),
  contentHash: hex,
  files: z.record(z.string().max(200), hex),
});

export function contentHashFile(hash: ContentHash): Buffer {
  const content = { format: 'skute-content-hash/1', contentHash: hash.contentHash, files: hash.files };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

/** The files that are not as content-hash.json says; undefined when it cannot be read. */
export function changedSincePacked(files: PackageFiles): readonly string[] | undefined {
  const stated = parseStated(files.get('content-hash.json'));
  if (stated === undefined) return undefined;
  const actual = contentHashOf(files);
  const paths = new Set([...Object.keys(stated.files), ...Object.keys(actual.files)]);
  const changed = [...paths].filter((path) => stated.files[path] !== actual.files[path]).sort(compareText);
  return changed.length === 0 && stated.contentHash !== actual.contentHash ? ['content-hash.json'] : changed;
}

function parseStated(bytes: Uint8Array | undefined): ContentHash | undefined {
  if (bytes === undefined) return undefined;
  try {
    return contentHashJson.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}
