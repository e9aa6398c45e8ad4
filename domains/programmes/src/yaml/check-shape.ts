import type { z } from 'zod';
import type { Report } from '../problems.ts';
import { sentenceOf } from './shape-sentences.ts';
import type { YamlPath, YamlSource } from './read-yaml.ts';

export interface Shaped<T> {
  readonly value: T;
  /** False when something wrong had to be left out to get a value: what is missing from it proves nothing. */
  readonly whole: boolean;
}

/**
 * Checks a YAML value against a schema, reports every difference with its line, and returns as much as can be used:
 * an unknown key, a wrong entry of a list or of a record is left out, the rest is kept.
 */
export function checkShape<T>(
  source: YamlSource,
  schema: z.ZodType<T>,
  report: Report,
): Shaped<T> | undefined {
  const first = schema.safeParse(source.value);
  if (first.success) return { value: first.data, whole: true };
  for (const issue of first.error.issues) reportIssue(issue, source, report);
  const whole = first.error.issues.every((issue) => issue.code === 'unrecognized_keys');
  const value = salvage(structuredClone(source.value), schema, first.error.issues);
  return value === undefined ? undefined : { value, whole };
}

function reportIssue(issue: z.core.$ZodIssue, source: YamlSource, report: Report): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const where = issue.path.length === 0 ? 'here' : `in "${nameOf(issue.path)}"`;
      report(
        'key-unknown',
        source.placeOfKey(issue.path, key),
        `Found the unknown key "${key.slice(0, 60)}" ${where}.`,
      );
    }
    return;
  }
  const found = valueAt(source.value, issue.path);
  const code = found === undefined ? 'value-missing' : 'value-wrong';
  report(code, source.placeOf(issue.path), sentenceOf(issue, nameOf(issue.path), found));
}

/** Cutting one part away can leave the part around it incomplete, so a few rounds may be needed. */
function salvage<T>(
  value: unknown,
  schema: z.ZodType<T>,
  issues: readonly z.core.$ZodIssue[],
): T | undefined {
  let left = issues;
  for (let round = 0; round < 8; round += 1) {
    const cuts = left.flatMap((issue) => cutsFor(issue, value));
    // From the end, so that cutting an entry from a list does not move those still to be cut.
    for (const path of cuts.sort(laterFirst)) cut(value, path);
    if (cuts.some((path) => path.length === 0)) return undefined;
    const again = schema.safeParse(value);
    if (again.success) return again.data;
    left = again.error.issues;
  }
  return undefined;
}

function cutsFor(issue: z.core.$ZodIssue, value: unknown): YamlPath[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  // What is missing cannot be cut away; then that which lacks it is.
  return [valueAt(value, issue.path) === undefined ? issue.path.slice(0, -1) : issue.path];
}

function laterFirst(a: YamlPath, b: YamlPath): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [x, y] = [a[index], b[index]];
    if (typeof x === 'number' && typeof y === 'number' && x !== y) return y - x;
    if (x !== y) return String(x) < String(y) ? 1 : -1;
  }
  return b.length - a.length;
}

function cut(root: unknown, path: YamlPath): void {
  const key = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1);
  else if (isRecord(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
}

export function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** modules[2].access, as an author would say it. */
function nameOf(path: YamlPath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
