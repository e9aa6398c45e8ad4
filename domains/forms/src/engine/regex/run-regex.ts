import { type Edge, type Part, UnsafeRegex } from './parse-regex.ts';

/**
 * Runs a regex by following all its ways at once (Thompson 1968, https://swtch.com/~rsc/regexp/regexp1.html), so that the
 * time is bounded by the length of the text times the size of the regex, whatever they are.
 */
export interface Machine {
  readonly steps: readonly Step[];
  readonly looks: boolean;
}
type Step =
  | { readonly kind: 'letter'; readonly test: (letter: string) => boolean }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'look'; readonly machine: Machine; readonly wanted: boolean }
  | { readonly kind: 'end' };

const mostSteps = 2000;
const tooLarge = 'it is too large when its repetitions are written out';

export function machineOf(part: Part): Machine {
  const builder = new Builder();
  builder.put(part);
  builder.add({ kind: 'end' });
  return builder;
}

class Builder implements Machine {
  readonly steps: Step[] = [];
  looks = false;
  /** Parts put, with those that need no step: nothing, repeated, is large too. */
  private parts = 0;

  add(step: Step): number {
    if (this.steps.length >= mostSteps) throw new UnsafeRegex(tooLarge);
    return this.steps.push(step) - 1;
  }

  put(part: Part): void {
    this.parts += 1;
    if (this.parts > 5 * mostSteps) throw new UnsafeRegex(tooLarge);
    switch (part.kind) {
      case 'letter':
        this.add({ kind: 'letter', test: remembered(part.test) });
        return;
      case 'all':
        for (const one of part.parts) this.put(one);
        return;
      case 'any':
        this.putAny(part.parts);
        return;
      case 'repeat':
        this.putRepeat(part);
        return;
      case 'edge':
        this.add({ kind: 'edge', edge: part.edge });
        return;
      case 'look':
        this.looks = true;
        this.add({ kind: 'look', machine: machineOf(part.part), wanted: part.wanted });
    }
  }

  /** A fork whose ways are added when it is known where they go. */
  private fork(): number[] {
    const to: number[] = [];
    this.add({ kind: 'fork', to });
    return to;
  }

  private putAny(parts: readonly Part[]): void {
    const ways = this.fork();
    const ends = parts.map((part) => {
      ways.push(this.steps.length);
      this.put(part);
      return this.fork();
    });
    for (const end of ends) end.push(this.steps.length);
  }

  private putRepeat({ part, min, max }: Extract<Part, { kind: 'repeat' }>): void {
    if (min > mostSteps || (max !== null && max > mostSteps)) throw new UnsafeRegex(tooLarge);
    for (let count = 0; count < min; count += 1) this.put(part);
    if (max === null) {
      const start = this.steps.length;
      const ways = this.fork();
      ways.push(this.steps.length);
      this.put(part);
      this.fork().push(start);
      ways.push(this.steps.length);
      return;
    }
    const skips: number[][] = [];
    for (let count = min; count < max; count += 1) {
      const ways = this.fork();
      ways.push(this.steps.length);
      this.put(part);
      skips.push(ways);
    }
    for (const ways of skips) ways.push(this.steps.length);
  }
}

/** Most letters come again and again. */
function remembered(test: RegExp): (letter: string) => boolean {
  const known = new Map<string, boolean>();
  return (letter) => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    const result = test.test(letter);
    if (known.size < 300) known.set(letter, result);
    return result;
  };
}

/** Whether the regex is the whole text from `start`; with `partly`, whether it is at its beginning. */
export function runs(machine: Machine, letters: readonly string[], start = 0, partly = false): boolean {
  let ways = new Set<number>();
  follow(machine, ways, 0, letters, start);
  const end = machine.steps.length - 1;
  for (let place = start; ; place += 1) {
    if (ways.has(end) && (partly || place === letters.length)) return true;
    if (ways.size === 0 || place === letters.length) return false;
    const next = new Set<number>();
    const letter = letters[place] ?? '';
    for (const way of ways) {
      const step = machine.steps[way];
      if (step?.kind === 'letter' && step.test(letter)) follow(machine, next, way + 1, letters, place + 1);
    }
    ways = next;
  }
}

/** Everywhere that can be reached from a step without a letter. */
function follow(
  machine: Machine,
  ways: Set<number>,
  from: number,
  letters: readonly string[],
  place: number,
): void {
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (ways.has(at)) continue;
    ways.add(at);
    const step = machine.steps[at];
    if (step?.kind === 'fork') waiting.push(...step.to);
    else if (step?.kind === 'edge' && isAt(step.edge, letters, place)) waiting.push(at + 1);
    else if (step?.kind === 'look' && runs(step.machine, letters, place, true) === step.wanted)
      waiting.push(at + 1);
  }
}

function isAt(edge: Edge, letters: readonly string[], place: number): boolean {
  if (edge === '^') return place === 0;
  if (edge === '$') return place === letters.length;
  const isWord = (letter: string | undefined): boolean => letter !== undefined && /^\w$/.test(letter);
  return (isWord(letters[place - 1]) !== isWord(letters[place])) === (edge === '\\b');
}
