import type { PackageFiles } from './package-files.ts';
import type { Report } from './problems.ts';

/**
 * Characters that PostgreSQL or a screen cannot take, or that show a text in another order than it is written
 * (bidirectional overrides), so that a reviewer would approve something else than the patient reads.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const oddCharacter =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFFFD\uFFFE\uFFFF]/g;

/** A text file of the package without odd characters; undefined when it is not there or not text. */
export function readText(files: PackageFiles, file: string, report: Report): string | undefined {
  const bytes = files.get(file);
  if (bytes === undefined) return undefined;
  const text = decode(bytes);
  if (text === undefined) {
    report('file-encoding', { file }, 'The file is not UTF-8 text; expected it to be saved as UTF-8.');
    return undefined;
  }
  const first = oddCharacter.exec(text);
  oddCharacter.lastIndex = 0;
  if (first === null) return text;
  const before = text.slice(0, first.index).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  report('odd-character', place, `Found the invisible character U+${code}; expected plain text.`);
  return text.replace(oddCharacter, '');
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
