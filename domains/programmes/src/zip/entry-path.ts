import type { Entry } from 'yauzl';
import { shownName, ZipRefused } from './refusals.ts';

const longestPath = 200;

/**
 * The path of an entry if it is a plain file with a plain name; undefined for a folder, which zips may list too.
 * The name is judged as bytes: our paths are ASCII, so that no decoding can make two names out of one.
 */
export function entryPath(entry: Entry): string | undefined {
  const name = entry.fileName.toString('latin1');
  checkName(name);
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0)
    throw new ZipRefused('encrypted', `${shownName(name)} is encrypted; expected a plain zip.`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new ZipRefused(
      'unknown-compression',
      `${shownName(name)} is compressed in an unusual way; expected deflate or none.`,
    );
  }
  checkIsFile(entry, name);
  if (!name.endsWith('/')) return name;
  if (entry.uncompressedSize > 0)
    throw new ZipRefused('not-a-plain-file', `${shownName(name)} is a folder with content of its own.`);
  return undefined;
}

function checkName(name: string): void {
  const unsafe =
    name === '' ||
    name.length > longestPath ||
    /[^\x20-\x7e]|[\\:*?"<>|]/.test(name) ||
    name.startsWith('/') ||
    name
      .replace(/\/$/, '')
      .split('/')
      .some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part));
  if (unsafe) throw new ZipRefused('unsafe-name', `${shownName(name)} is not a safe file name.`);
}

/** Unix keeps the kind of file in the upper half; 0 where the zip was made elsewhere. */
function checkIsFile(entry: Entry, name: string): void {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  const [file, folder] = [0o100000, 0o040000];
  const plain = kind === 0 || kind === (name.endsWith('/') ? folder : file);
  if (!plain)
    throw new ZipRefused(
      'not-a-plain-file',
      `${shownName(name)} is a link or device; expected a plain file.`,
    );
}
