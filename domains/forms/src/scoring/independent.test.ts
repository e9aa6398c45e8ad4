import fc from 'fast-check';
import fhirpath from 'fhirpath';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../instruments/instrument.ts';
import { instruments } from '../instruments/instruments.ts';
import { scoreOf } from './score-of.ts';

/**
 * The same scores a second time, as FHIRPath written from the publications and run by somebody else's evaluator, on
 * random responses with gaps. Nothing here reads the instruments' own rules; only codes and limits of the items.
 */
const all = 'answer.value';
const of = (first: string, ...codes: string[]) =>
  codes.reduce((path, code) => `${path}.combine(\`${code}\`)`, `\`${first}\``);
const to = (start: string, last: number) => {
  const [first = '', ...codes] = Array.from({ length: last }, (_, index) => `${start}${index + 1}`);
  return of(first, ...codes);
};
const q = (first: number, ...numbers: number[]) => of(`q${first}`, ...numbers.map((number) => `q${number}`));
const complete = (values: string, count: number, result: string) =>
  `iif(${values}.count() = ${count}, ${result}, {})`;
const sum = (values: string) => `${values}.sum()`;

const severity = (values: string) => complete(values, 5, `${sum(values)} + 9 * ${of('pain-days')}`);
const severityBand = "iif(%v < 75, 'none', iif(%v < 175, 'mild', iif(%v <= 300, 'moderate', 'severe')))";
const quality = (values: string, count: number) =>
  complete(values, count, `((${5 * count} - ${sum(values)}) * 100 / ${4 * count}).round(1)`);
const wristPain = `iif(${to('pain-', 5)}.count() >= 4, (5 * ${sum(to('pain-', 5))} / ${to('pain-', 5)}.count()).round(1), {})`;
const wristFunction = `iif(${to('function-', 10)}.count() >= 9, (5 * ${sum(to('function-', 10))} / ${to('function-', 10)}.count()).round(1), {})`;
const mood = (scale: string) =>
  `iif(${to(scale, 7)}.count() >= 4, (7 * ${sum(to(scale, 7))} / ${to(scale, 7)}.count()).round(0), {})`;
const moodBand = "iif(%v <= 7, 'usual', iif(%v <= 10, 'borderline', 'likely'))";
const lifeAreas: Readonly<Record<string, readonly [string, ...string[]]>> = {
  mood: ['mood-low', 'mood-control'],
  activity: ['activity-plans', 'activity-work'],
  body: ['body-comfort'],
  worry: ['worry-illness', 'worry-future'],
  food: ['food-fear', 'food-less'],
  others: ['others-notice'],
  intimacy: ['intimacy'],
  closeness: ['closeness'],
};

type Expected = Readonly<Record<string, { readonly value: string; readonly band?: string }>>;
const expected: Readonly<Record<string, Expected>> = {
  'ibs-sss': { total: { value: severity(all), band: severityBand } },
  'skute-ibs-symptoms': { total: { value: severity(all), band: severityBand } },
  'ibs-qol': {
    dysphoria: { value: quality(q(1, 6, 7, 9, 10, 13, 16, 30), 8) },
    'interference-with-activity': { value: quality(q(3, 18, 19, 22, 27, 29, 31), 7) },
    'body-image': { value: quality(q(5, 21, 25, 26), 4) },
    'health-worry': { value: quality(q(4, 15, 32), 3) },
    'food-avoidance': { value: quality(q(11, 23, 28), 3) },
    'social-reaction': { value: quality(q(2, 14, 17, 34), 4) },
    sexual: { value: quality(q(12, 20), 2) },
    relationship: { value: quality(q(8, 24, 33), 3) },
    total: { value: quality(all, 34) },
  },
  'phq-9': {
    total: {
      value: complete(all, 9, sum(all)),
      band: "iif(%v >= 20, 'severe', iif(%v >= 15, 'moderately-severe', iif(%v >= 10, 'moderate', iif(%v >= 5, 'mild', 'minimal'))))",
    },
  },
  'gad-7': {
    total: {
      value: complete(all, 7, sum(all)),
      band: "iif(%v >= 15, 'severe', iif(%v >= 10, 'moderate', iif(%v >= 5, 'mild', 'minimal')))",
    },
  },
  'who-5': {
    total: {
      value: complete(all, 5, `4 * ${sum(all)}`),
      band: "iif(%v <= 28, 'very-low', iif(%v <= 50, 'low', 'usual'))",
    },
  },
  'csq-8': { total: { value: complete(all, 8, sum(all)) } },
  prwe: {
    pain: { value: wristPain },
    function: { value: wristFunction },
    total: { value: `(${wristPain} + ${wristFunction}).round(1)` },
  },
  'quick-dash': {
    total: { value: `iif(${all}.count() >= 10, ((${sum(all)} / ${all}.count() - 1) * 25).round(1), {})` },
  },
  hads: {
    anxiety: { value: mood('anxiety-'), band: moodBand },
    depression: { value: mood('depression-'), band: moodBand },
  },
  'eq-5d-5l': {
    profile: {
      value: complete(
        of('mobility', 'self-care', 'usual-activities', 'pain-discomfort', 'anxiety-depression'),
        5,
        `10000 * ${of('mobility')} + 1000 * ${of('self-care')} + 100 * ${of('usual-activities')} + 10 * ${of('pain-discomfort')} + ${of('anxiety-depression')}`,
      ),
    },
    'own-scale': { value: of('own-scale') },
  },
  bristol: { type: { value: all, band: "iif(%v <= 2, 'hard', iif(%v <= 5, 'usual', 'loose'))" } },
  'skute-ibs-week': { total: { value: complete(all, 3, sum(all)) } },
  'skute-ibs-life': {
    ...Object.fromEntries(
      Object.entries(lifeAreas).map(([area, codes]) => [
        area,
        { value: quality(of(...codes), codes.length) },
      ]),
    ),
    total: { value: `iif(${all}.count() >= 10, (125 - 25 * ${sum(all)} / ${all}.count()).round(1), {})` },
  },
  'skute-satisfaction': { total: { value: complete(all, 8, sum(all)) } },
};

/** From complete to mostly gaps, in per cent, so that both sides of every missing rule come up. */
function responses({ items }: Instrument): fc.Arbitrary<Map<string, number>> {
  const gaps = fc.constantFrom(0, 5, 15, 30, 50);
  const answers = items.map(({ code, min, max }) =>
    fc.tuple(fc.constant(code), fc.integer({ min, max }), fc.nat({ max: 99 })),
  );
  return fc
    .tuple(gaps, fc.tuple(...answers))
    .map(
      ([share, all]) =>
        new Map(all.flatMap(([code, value, chance]) => (chance < share ? [] : [[code, value] as const]))),
    );
}

/** Each answer under its code, and all of them, for what looks at the whole. */
function asFocus(values: ReadonlyMap<string, number>): object {
  return { ...Object.fromEntries(values), answer: [...values.values()].map((value) => ({ value })) };
}

describe('a second computation agrees', () => {
  it('and is there for every score of every instrument', () => {
    for (const { id, scores } of Object.values(instruments)) {
      expect([id, Object.keys(expected[id] ?? {}).toSorted()]).toEqual([
        id,
        scores.map((score) => score.id).toSorted(),
      ]);
    }
  });

  for (const instrument of Object.values(instruments)) {
    it(`on 1000 random responses to ${instrument.id}`, () => {
      const paths = Object.entries(expected[instrument.id] ?? {}).map(([score, { value, band }]) => ({
        score,
        valueOf: fhirpath.compile(value),
        bandOf: band === undefined ? null : fhirpath.compile(band),
      }));
      fc.assert(
        fc.property(responses(instrument), (values) => {
          const scores = new Map(scoreOf(instrument, values).map((score) => [score.score, score]));
          for (const { score, valueOf, bandOf } of paths) {
            const v: unknown = [valueOf(asFocus(values), {})].flat()[0] ?? null;
            const band: unknown =
              v === null || bandOf === null ? null : ([bandOf({}, { v })].flat()[0] ?? null);
            const found = scores.get(score);
            expect({ score, value: found?.value, band: found?.band }).toEqual({ score, value: v, band });
          }
        }),
        { numRuns: 1000 },
      );
    });
  }
});
