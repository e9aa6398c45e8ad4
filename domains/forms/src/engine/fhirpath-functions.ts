import type { Moment } from './evaluation.ts';
import { fieldOf, isRecord } from './json.ts';
import { matcherOf, patternOf } from './pattern.ts';

interface ResourceNode {
  readonly data: unknown;
  readonly parentResNode: ResourceNode | null;
}
interface OwnFunction {
  fn: (...given: never[]) => unknown;
  arity: Record<number, 'String'[]>;
  internalStructures?: boolean;
  nullable?: boolean;
}

/** What differs from the library: the clock, weights from the form, and regexes that can't run away. */
export function ownFunctions(
  surroundings: { readonly at: Moment | undefined },
  literal: (written: string) => unknown[],
): Record<string, OwnFunction> {
  const momentOf = (part: (text: string) => string) => () => literal(part(localMoment(surroundings.at)));
  const clock = (part: (text: string) => string): OwnFunction => ({
    fn: momentOf(part),
    arity: { 0: [] },
    internalStructures: true,
  });
  const weight: OwnFunction = {
    fn: (nodes: readonly ResourceNode[]) => nodes.flatMap((node) => weightsOf(node, surroundings.at)),
    arity: { 0: [] },
    internalStructures: true,
  };
  const refuse: OwnFunction = {
    fn: () => {
      throw new Error('not available in forms');
    },
    arity: { 0: [] },
  };
  return {
    today: clock((text) => `@${text.slice(0, 10)}`),
    now: clock((text) => `@${text}`),
    timeOfDay: clock((text) => `@T${text.slice(11, 23)}`),
    weight,
    ordinal: weight,
    matches: matching((regex) => `[^]*(?:${regex})[^]*`),
    matchesFull: matching((regex) => regex),
    resolve: refuse,
    memberOf: { ...refuse, arity: { 1: ['String'] } },
    replaceMatches: {
      fn: (texts: readonly unknown[], regex: string, by: string) => replaced(texts, regex, by),
      arity: { 2: ['String', 'String'] },
    },
  };
}

/** `2026-11-22T10:15:30.000+01:00` in the zone in which days are counted. */
function localMoment(at: Moment | undefined): string {
  const now = at?.now ?? Date.now();
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: at?.timeZone ?? 'UTC',
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}:${part('second')}`;
  const wall = Date.parse(`${day}T${time}Z`);
  const minutes = Math.round((wall - Math.floor(now / 1000) * 1000) / 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${day}T${time}.${String(((now % 1000) + 1000) % 1000).padStart(3, '0')}${zone}`;
}

/** Of an answer, or of the coding in it. */
function weightsOf(node: ResourceNode, at: Moment | undefined): number[] {
  const value = fieldOf(node.data, 'valueCoding') ?? node.data;
  if (!isRecord(value) || at === undefined) return [];
  for (let above: ResourceNode | null = node; above !== null; above = above.parentResNode) {
    const linkId = fieldOf(above.data, 'linkId');
    if (typeof linkId === 'string') {
      const weight = at.weightOf(linkId, value);
      return weight === null ? [] : [weight];
    }
  }
  return [];
}

function matching(whole: (regex: string) => string): OwnFunction {
  return {
    fn: (texts: readonly unknown[], regex: string) => {
      const [text] = texts;
      if (typeof text !== 'string') return [];
      const pattern = patternOf(regex);
      if (pattern.kind !== 'pattern') throw new Error(pattern.because);
      return matcherOf(whole(regex))(text);
    },
    arity: { 1: ['String'] },
    nullable: true,
  };
}

/** The browser's own engine replaces, and so only with regexes in which nothing repeated is repeated again. */
function replaced(texts: readonly unknown[], regex: string, by: string): unknown {
  const [text] = texts;
  if (typeof text !== 'string') return [];
  if (patternOf(regex).kind !== 'pattern' || /[*+}]\)?[*+{]|\([^)]*[*+{|][^)]*\)[*+{]/.test(regex))
    throw new Error('replaceMatches() with such a regex is not available');
  return text.slice(0, longestReplaced).replace(new RegExp(regex, 'gu'), by);
}

const longestReplaced = 2000;
