import { parseRegex, UnsafeRegex } from './regex/parse-regex.ts';
import { machineOf, runs } from './regex/run-regex.ts';

/** A regex from a form, safe to run on what a user writes. */
export type Pattern =
  | { readonly kind: 'pattern'; readonly matches: (text: string) => boolean }
  | { readonly kind: 'regex-invalid' | 'regex-unsafe'; readonly because: string };

/** Longer regexes are refused, and longer texts match none. */
const longestRegex = 2000;
const longestText = 10_000;
const longestWithLooks = 1000;

/**
 * A regex that must fit a whole text (https://hl7.org/fhir/R4/extension-regex.html). It is not run by the browser's own
 * engine, whose time can grow exponentially with the text, but step by step; what can't be run so is refused.
 */
export function patternOf(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  if (patterns.size > 1000) patterns.clear();
  const pattern = newPattern(source);
  patterns.set(source, pattern);
  return pattern;
}

const patterns = new Map<string, Pattern>();

function newPattern(source: string): Pattern {
  if (source.length > longestRegex)
    return { kind: 'regex-unsafe', because: `is longer than ${longestRegex} characters.` };
  const flags = flagsFor(source);
  if (flags === null) return { kind: 'regex-invalid', because: 'does not compile.' };
  try {
    const machine = machineOf(parseRegex(source, flags));
    const longest = machine.looks ? longestWithLooks : longestText;
    return {
      kind: 'pattern',
      matches: (text) => text.length <= longest && runs(machine, [...text]),
    };
  } catch (error) {
    if (!(error instanceof UnsafeRegex)) return { kind: 'regex-invalid', because: 'does not compile.' };
    return { kind: 'regex-unsafe', because: `can’t be run in bounded time: ${error.message}.` };
  }
}

/** Unicode where it can be; older regexes escape what it does not allow to be escaped. */
function flagsFor(source: string): string | null {
  for (const flags of ['u', ''])
    try {
      return new RegExp(source, flags).flags;
    } catch {
      // Not with these.
    }
  return null;
}

/** For a regex that reading the form has passed; any other matches everything. */
export function matcherOf(source: string): (text: string) => boolean {
  const pattern = patternOf(source);
  return pattern.kind === 'pattern' ? pattern.matches : () => true;
}
