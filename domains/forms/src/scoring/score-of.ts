import type { Computation, Instrument, InstrumentItem, Score, ScoreRule } from '../instruments/instrument.ts';
import { bandOf } from './band-of.ts';
import { rounded } from './rounded.ts';

/**
 * Scores of one response, one for each rule of the instrument and in its order. Values are by item code. A missing answer is
 * never zero: what it does is said by the rule, and a score without enough answers is null.
 */
export function scoreOf(instrument: Instrument, values: ReadonlyMap<string, number>): Score[] {
  const answers = usableAnswers(instrument, values);
  const scores: Score[] = [];
  for (const rule of instrument.scores) {
    const value = valueOf(rule.compute, answers, scores);
    scores.push({
      instrument: instrument.id,
      version: instrument.version,
      score: rule.id,
      value,
      band: value === null ? null : bandOf(rule, value),
      missing: missingFor(rule, instrument, answers),
    });
  }
  return scores;
}

interface Answered extends InstrumentItem {
  readonly value: number;
}
type Answers = ReadonlyMap<string, Answered>;

function usableAnswers(instrument: Instrument, values: ReadonlyMap<string, number>): Answers {
  return new Map(
    instrument.items.flatMap((item) => {
      const value = values.get(item.code);
      return value !== undefined && isUsable(value, item) ? [[item.code, { ...item, value }] as const] : [];
    }),
  );
}

function isUsable(value: number, { min, max, whole }: InstrumentItem): boolean {
  return Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));
}

function valueOf(compute: Computation, answers: Answers, earlier: readonly Score[]): number | null {
  switch (compute.by) {
    case 'sum':
    case 'mean':
      return fromItems(compute, answers);
    case 'scores':
      return fromScores(compute, earlier);
    case 'profile':
      return profile(compute.items, answers);
  }
}

function fromItems(compute: Extract<Computation, { by: 'sum' | 'mean' }>, answers: Answers): number | null {
  const counted = compute.items.flatMap((code) => {
    const answer = answers.get(code);
    if (answer === undefined) return [];
    const value = compute.reversed?.includes(code) ? answer.max + answer.min - answer.value : answer.value;
    return [value * (compute.times?.[code] ?? 1)];
  });
  const complete = counted.length === compute.items.length;
  if (counted.length === 0 || counted.length < compute.atLeast) return null;
  if (!complete && compute.missing === 'none') return null;
  const mean = counted.reduce((sum, value) => sum + value, 0) / counted.length;
  // A sum with the mean in the place of what is missing is the mean times all the items.
  const value = compute.by === 'mean' ? mean : mean * compute.items.length;
  return rounded((value + (compute.add ?? 0)) * (compute.multiply ?? 1), compute.decimals ?? 0);
}

function fromScores(
  compute: Extract<Computation, { by: 'scores' }>,
  earlier: readonly Score[],
): number | null {
  let sum = 0;
  for (const { score, times } of compute.of) {
    const value = earlier.find((one) => one.score === score)?.value ?? null;
    if (value === null) return null;
    sum += value * times;
  }
  return rounded(sum, compute.decimals ?? 0);
}

function profile(codes: readonly string[], answers: Answers): number | null {
  const digits = codes.map((code) => answers.get(code)?.value ?? '').map(String);
  return digits.every((digit) => /^\d$/.test(digit)) ? Number(digits.join('')) : null;
}

function missingFor(rule: ScoreRule, instrument: Instrument, answers: Answers): string[] {
  return [...new Set(itemsOf(rule, instrument))].filter((code) => !answers.has(code));
}

/** Codes that a score is made of, through other scores as well. */
function itemsOf({ compute }: ScoreRule, instrument: Instrument): readonly string[] {
  if (compute.by !== 'scores') return compute.items;
  return compute.of.flatMap(({ score }) =>
    instrument.scores
      .filter(({ id, compute: { by } }) => id === score && by !== 'scores')
      .flatMap((rule) => itemsOf(rule, instrument)),
  );
}
