import type { PackageFiles } from '../package-files.ts';
import type { Problem, Severity } from '../problems.ts';
import type { ReadPackage } from '../read-package.ts';
import type { Done } from './programme.ts';

type ReadFiles = ReadPackage & { readonly files: PackageFiles };

/** For people: problems under the name of their file, then one line that sums up. */
export function asText(read: ReadFiles, target: string): string {
  const byFile = Map.groupBy(read.problems, (problem) => problem.file);
  const groups = [...byFile].map(([file, problems]) => [file, ...problems.map(lineOf), ''].join('\n'));
  return [...groups, summaryOf(read, target)].join('\n');
}

/** For programs. */
export function asJson(read: ReadFiles, done: Done | undefined): string {
  const { programme, contentHash, problems } = read;
  return JSON.stringify(
    {
      programme:
        programme === undefined
          ? null
          : { id: programme.id, version: programme.version, status: programme.status },
      contentHash,
      files: read.files.size,
      pages: read.pages.length,
      forms: read.forms.length,
      media: read.media.length,
      counts: countsOf(problems),
      problems,
      ...(done?.packed === undefined ? {} : { packed: done.packed }),
      ...(done?.imported === undefined ? {} : { imported: done.imported }),
    },
    null,
    2,
  );
}

function lineOf(problem: Problem): string {
  const place =
    problem.line === undefined
      ? ''
      : `${problem.line}${problem.column === undefined ? '' : `:${problem.column}`}`;
  return `  ${place.padEnd(7)} ${problem.severity.padEnd(7)} ${problem.message} [${problem.code}]`;
}

function summaryOf(read: ReadFiles, target: string): string {
  const { error, warning, note } = countsOf(read.problems);
  const name = read.programme === undefined ? target : `${read.programme.id} ${read.programme.version}`;
  const found = [plural(error, 'error'), plural(warning, 'warning'), plural(note, 'note')].join(', ');
  return `${name}: ${found} in ${read.files.size} files. Content hash ${read.contentHash.slice(0, 16)}.`;
}

function countsOf(problems: readonly Problem[]): Record<Severity, number> {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
