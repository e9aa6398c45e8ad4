import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { contentHashFile, contentHashOf } from '../content-hash.ts';
import { knownFile } from '../known-files.ts';
import type { PackageFiles } from '../package-files.ts';
import { compareText } from '../problems.ts';

/** The beginning of the zip calendar. The time of packing is not content, and would make every zip different. */
const fixedTime = new Date(1980, 0, 1);

/** The files of a package as one zip with content-hash.json. The same files always give the same bytes. */
export async function pack(files: PackageFiles): Promise<Buffer> {
  const kept = [...files].filter(([path]) => knownFile(path) !== undefined && path !== 'content-hash.json');
  const hash = contentHashFile(contentHashOf(files));
  const zip = new ZipFile();
  for (const [path, bytes] of [...kept, ['content-hash.json', hash] as const].sort(([a], [b]) =>
    compareText(a, b),
  )) {
    // Films are compressed already.
    const compress = knownFile(path)?.kind !== 'film';
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Without the DOS time alone, the time zone of the machine would be in the file.
    zip.addBuffer(content, path, { mtime: fixedTime, mode: 0o100644, compress, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
