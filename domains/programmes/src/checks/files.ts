import { changedSincePacked } from '../content-hash.ts';
import { knownFile, maximumBytes } from '../known-files.ts';
import { limits, sizeInWords } from '../limits.ts';
import type { PackageFiles } from '../package-files.ts';
import type { Report } from '../problems.ts';

const alwaysThere: Record<string, string> = {
  'programme.yaml': 'the structure of the programme',
  'evidence.md': 'what the content builds on',
  LICENCE: 'the licence of the content',
};

/** The files that may be read, in a fixed order: known to the format and not larger than it allows. */
export function checkFiles(files: PackageFiles, report: Report): PackageFiles {
  for (const [file, meaning] of Object.entries(alwaysThere)) {
    if (!files.has(file))
      report('file-missing', { file }, `The file is missing; expected it to hold ${meaning}.`);
  }
  const usable = [...files]
    .filter(([file, bytes]) => isUsable(file, bytes, report))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  checkTotals(usable, report);
  checkHash(new Map(usable), report);
  return new Map(usable);
}

function isUsable(file: string, bytes: Uint8Array, report: Report): boolean {
  const known = knownFile(file);
  if (known === undefined) {
    report(
      'file-unexpected',
      { file },
      'Format 1 has no such file; it is left out when the programme is packed.',
    );
    return false;
  }
  if (bytes.byteLength <= maximumBytes(known)) return true;
  const message = `The file is ${sizeInWords(bytes.byteLength)}; expected at most ${sizeInWords(maximumBytes(known))}.`;
  report('file-too-large', { file }, message);
  return false;
}

function checkTotals(files: readonly (readonly [string, Uint8Array])[], report: Report): void {
  const bytes = files.reduce((sum, [, each]) => sum + each.byteLength, 0);
  if (files.length >= limits.files) {
    const message = `Found ${files.length} files; expected fewer than ${limits.files}.`;
    report('package-too-large', { file: 'programme.yaml' }, message);
  }
  if (bytes > limits.totalBytes) {
    const message = `The files are ${sizeInWords(bytes)} together; expected at most ${sizeInWords(limits.totalBytes)}.`;
    report('package-too-large', { file: 'programme.yaml' }, message);
  }
}

/** A folder that was once unpacked from a zip and then edited. Packing writes the file anew. */
function checkHash(files: PackageFiles, report: Report): void {
  if (!files.has('content-hash.json')) return;
  const changed = changedSincePacked(files);
  if (changed?.length === 0) return;
  const which =
    changed === undefined
      ? 'it cannot be read'
      : `${changed.slice(0, 3).join(', ')} ${changed.length > 3 ? 'and others ' : ''}differ`;
  report(
    'content-hash-differs',
    { file: 'content-hash.json' },
    `The files are not those that were packed: ${which}.`,
  );
}
