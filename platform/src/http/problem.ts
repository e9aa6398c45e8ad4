import type { Problem } from '@skute/platform/contract';
import type { z } from 'zod';

/** Plain words for the codes that any route may answer with. */
const titles: Record<number, string> = {
  400: 'The request is not as it must be.',
  401: 'Not signed in.',
  403: 'Not allowed.',
  404: 'Not found.',
  409: 'This can’t be done now.',
  413: 'The request is too large.',
  415: 'The request must be JSON.',
  422: 'The request can’t be carried out.',
  429: 'Too many requests.',
  500: 'Something went wrong here.',
  503: 'The service can’t answer now. Try again; nothing is done twice.',
};

export function problem(
  status: number,
  code: string,
  more: { detail?: string; problems?: Problem['problems']; requestId?: string } = {},
): Problem {
  return { type: `urn:skute:problem:${code}`, title: titles[status] ?? 'Refused.', status, code, ...more };
}

type Place = NonNullable<Problem['problems']>[number];

/** Says where, what kind of thing was found, and what was expected: never the value that was sent. */
export function placesOf(error: z.ZodError, part: string): Place[] {
  return error.issues.slice(0, 20).flatMap((issue): Place[] => {
    const where = placeName(part, issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 20).map((key) => ({
        where: placeName(part, [...issue.path, key.slice(0, 60)]),
        found: 'an unknown field',
        expected: 'only declared fields',
      }));
    }
    return [{ where, found: foundIn(issue), expected: issue.message }];
  });
}

function foundIn(issue: z.core.$ZodIssue): string {
  if (!('input' in issue) || issue.input === undefined) {
    return issue.code === 'invalid_type' ? 'nothing, or another type' : 'another value';
  }
  return issue.input === null ? 'null' : Array.isArray(issue.input) ? 'a list' : `a ${typeof issue.input}`;
}

function placeName(part: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : `${name}.${String(key)}`),
    part,
  );
}

const deepest = 40;

/**
 * The first place where text holds what neither PostgreSQL nor a screen can carry: NUL, or half a surrogate pair.
 * Also refuses nesting that no schema of ours has.
 */
export function unwritablePlace(value: unknown, where: string, depth = 0): Place | undefined {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return { where, found: 'a NUL character', expected: 'text without NUL' };
    return value.isWellFormed()
      ? undefined
      : { where, found: 'half of a surrogate pair', expected: 'well-formed Unicode' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepest)
    return { where: where.slice(0, 80), found: 'deep nesting', expected: `at most ${deepest} levels` };
  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${where}[${key}]` : `${where}.${key.toWellFormed().slice(0, 60)}`;
    const found =
      unwritablePlace(key, `${where} (a field's name)`) ?? unwritablePlace(inner, place, depth + 1);
    if (found) return found;
  }
  return undefined;
}
