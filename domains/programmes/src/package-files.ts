import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { knownFile, maximumBytes } from './known-files.ts';
import { limits, sizeInWords } from './limits.ts';
import { collectProblems, compareText, type Problem, type Report } from './problems.ts';

/** The files of a package by their path inside it, with / between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

export interface FolderFiles {
  readonly files: PackageFiles;
  readonly problems: readonly Problem[];
}

/** Reads what format 1 knows from a folder; says what else lies there. Symbolic links are not followed. */
export async function readFolder(directory: string): Promise<FolderFiles> {
  const { report, problems } = collectProblems();
  const files = new Map<string, Uint8Array>();
  const paths = await pathsUnder(directory, '', report);
  let total = 0;
  for (const each of paths.sort(compareText)) {
    const known = knownFile(each);
    if (known === undefined) {
      report(
        'file-unexpected',
        { file: each },
        'Format 1 has no such file; it is left out when the programme is packed.',
      );
      continue;
    }
    const { size } = await stat(path.join(directory, each));
    total += size;
    if (size > maximumBytes(known)) {
      const message = `The file is ${sizeInWords(size)}; expected at most ${sizeInWords(maximumBytes(known))}.`;
      report('file-too-large', { file: each }, message);
    } else if (total <= limits.totalBytes) {
      files.set(each, await readFile(path.join(directory, each)));
    }
  }
  if (total > limits.totalBytes) {
    const message = `The files are ${sizeInWords(total)} together; expected at most ${sizeInWords(limits.totalBytes)}.`;
    report('package-too-large', { file: 'programme.yaml' }, message);
  }
  return { files, problems };
}

const deepestFolder = 4;

async function pathsUnder(directory: string, inside: string, report: Report): Promise<string[]> {
  const entries = await readdir(path.join(directory, inside), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const each = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory() && each.split('/').length < deepestFolder)
      found.push(...(await pathsUnder(directory, each, report)));
    else if (entry.isFile()) found.push(each);
    else
      report(
        'file-unexpected',
        { file: each },
        `Found ${kindOf(entry)}; expected a plain file. It is left out when the programme is packed.`,
      );
  }
  return found;
}

function kindOf(entry: Dirent): string {
  return entry.isSymbolicLink()
    ? 'a link to another file'
    : entry.isDirectory()
      ? 'a folder'
      : 'something that is not a file';
}
