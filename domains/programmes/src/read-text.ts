import type { PackageFiles } from './package-files.ts';
import type { Report } from './problems.ts';

/**
 * Characters that PostgreSQL or a screen cannot take, or that show a text in another order than it is written
 * (bidirectional overrides), so that a reviewer would approve something else than the patient reads.
 */
const oddCharacters =
  /(?![\t\n\r])\p{Cc}|[\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD-\uFFFF]/gu;

/** A text file of the package without odd characters; undefined when it is not there or not text. */
export function readText(files: PackageFiles, file: string, report: Report): string | undefined {
  const bytes = files.get(file);
  if (bytes === undefined) return undefined;
  const text = decode(bytes);
  if (text === undefined) {
    report('file-encoding', { file }, 'The file is not UTF-8 text; expected it to be saved as UTF-8.');
    return undefined;
  }
  const first = firstOddCharacter(text);
  if (first === undefined) return text;
  const before = text.slice(0, first.index).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  report('odd-character', place, oddCharacterSentence(first.name));
  return withoutOddCharacters(text);
}

/** Also for text that came to be after reading: YAML and Markdown can write any character by its number. */
export function firstOddCharacter(
  text: string,
): { readonly index: number; readonly name: string } | undefined {
  const index = text.search(oddCharacters);
  if (index < 0) return undefined;
  return { index, name: `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}` };
}

export function oddCharacterSentence(name: string): string {
  return `Found the invisible character ${name}; expected plain text.`;
}

export function withoutOddCharacters(text: string): string {
  return text.replace(oddCharacters, '');
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
