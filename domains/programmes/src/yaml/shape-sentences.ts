import type { z } from 'zod';

/** A plain sentence for what the schema found: what was there and what was expected instead. */
export function sentenceOf(issue: z.core.$ZodIssue, name: string, found: unknown): string {
  const what = name === '' ? 'The file' : `"${name}"`;
  if (issue.code === 'custom') return `${what}: ${issue.message}`;
  if (found === undefined) return `${what} is missing; expected ${expectationOf(issue)}.`;
  return `${what} is ${inWords(found)}; expected ${expectationOf(issue)}.`;
}

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kindNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => `"${String(value)}"`).join(' or ');
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${String(issue.minimum)} or more`
        : `at least ${String(issue.minimum)} ${partOf(issue.origin)}`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${String(issue.maximum)} or less`
        : `at most ${String(issue.maximum)} ${partOf(issue.origin)}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? formOf(issue)
        : `a "${issue.discriminator}" that format 1 knows`;
    case 'invalid_key':
      return `a key that is ${formOf(issue.issues[0])}`;
    default:
      return formOf(issue);
  }
}

/** The schemas give their patterns a message that completes "expected …". */
function formOf(issue: z.core.$ZodIssue | undefined): string {
  return issue?.message ?? 'another value';
}

function partOf(origin: string): string {
  return origin === 'string' ? 'characters' : 'entries';
}

function inWords(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return 'an empty text';
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}
