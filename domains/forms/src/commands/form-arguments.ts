export interface Options {
  readonly language?: string;
  readonly now?: string;
  readonly zone?: string;
}
const optionNames = ['language', 'now', 'zone'] as const;

/** Options are null when one is not known, has no value, or one that means nothing. */
export function argumentsOf(given: readonly string[]): { rest: string[]; options: Options | null } {
  const rest: string[] = [];
  const options: { -readonly [name in keyof Options]: string } = {};
  for (let place = 0; place < given.length; place += 1) {
    const one = given[place] ?? '';
    if (!one.startsWith('--')) {
      rest.push(one);
      continue;
    }
    const name = optionNames.find((known) => one === `--${known}`);
    const value = given[place + 1];
    if (name === undefined || value === undefined) return { rest, options: null };
    options[name] = value;
    place += 1;
  }
  const { now, zone } = options;
  if (now !== undefined && momentOf(now) === null) return { rest, options: null };
  if (zone !== undefined && !isZone(zone)) return { rest, options: null };
  return { rest, options };
}

/** Null when it is no moment. */
export function momentOf(written: unknown): number | null {
  const moment = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
