import { describe, expect, it } from 'vitest';
import { instruments } from '../instruments/instruments.ts';
import { bandOf } from './band-of.ts';
import { rounded } from './rounded.ts';
import { scoreOf } from './score-of.ts';

/** Worked by hand from the published rules: instrument, answers in the order of its items (null = missing), score → value and band. */
type Row = readonly [
  string,
  string,
  readonly (number | null)[],
  Record<string, readonly [number | null, string | null]>,
];

const times = (count: number, value: number | null): (number | null)[] =>
  Array.from({ length: count }, () => value);

const table: readonly Row[] = [
  ['ibs-sss', 'sum with days times 10', [40, 6, 55, 70, 35], { total: [260, 'moderate'] }],
  ['ibs-sss', 'all worst', [100, 10, 100, 100, 100], { total: [500, 'severe'] }],
  ['ibs-sss', 'no pain is zero, and an answer', [0, 0, 20, 30, 24], { total: [74, 'none'] }],
  [
    'ibs-sss',
    'points between whole ones on a line, rounded at the end',
    [40.4, 0, 20.1, 10, 4],
    { total: [75, 'mild'] },
  ],
  ['ibs-sss', '4 of 5 is no total', [40, null, 55, 70, 35], { total: [null, null] }],
  ['ibs-sss', '11 days of 10 is no answer', [40, 11, 55, 70, 35], { total: [null, null] }],
  ['ibs-qol', 'all best', times(34, 1), { total: [100, null], sexual: [100, null] }],
  ['ibs-qol', 'all worst', times(34, 5), { total: [0, null], dysphoria: [0, null] }],
  ['ibs-qol', 'all in the middle', times(34, 3), { total: [50, null], 'food-avoidance': [50, null] }],
  [
    'ibs-qol',
    'one question worst',
    [5, ...times(33, 1)],
    { dysphoria: [87.5, null], total: [97.1, null], relationship: [100, null] },
  ],
  [
    'ibs-qol',
    'a missing one leaves its domain and the total',
    [null, ...times(33, 1)],
    { dysphoria: [null, null], total: [null, null], relationship: [100, null] },
  ],
  ['phq-9', 'a sum', [1, 1, 1, 1, 1, 1, 1, 1, 2], { total: [10, 'moderate'] }],
  ['phq-9', '8 of 9 is no total', [...times(8, 3), null], { total: [null, null] }],
  ['gad-7', 'a sum', times(7, 2), { total: [14, 'moderate'] }],
  ['gad-7', '6 of 7 is no total', [null, ...times(6, 3)], { total: [null, null] }],
  ['who-5', 'the sum times 4', [3, 3, 2, 3, 2], { total: [52, 'usual'] }],
  ['who-5', 'all of the time', times(5, 5), { total: [100, 'usual'] }],
  ['who-5', '4 of 5 is no total', [5, 5, 5, 5, null], { total: [null, null] }],
  ['csq-8', 'a sum', [4, 3, 4, 3, 4, 3, 4, 3], { total: [28, null] }],
  ['csq-8', '7 of 8 is no total', [null, ...times(7, 4)], { total: [null, null] }],
  [
    'prwe',
    'pain and half of function',
    [3, 4, 5, 6, 7, ...times(10, 4)],
    { pain: [25, null], function: [20, null], total: [45, null] },
  ],
  [
    'prwe',
    'one pain item is replaced by the mean of 4',
    [3, 4, 5, 6, null, ...times(10, 4)],
    { pain: [22.5, null], total: [42.5, null] },
  ],
  [
    'prwe',
    'one function item is replaced by the mean of 9',
    [...times(5, 0), null, ...times(8, 3), 4],
    { function: [15.6, null], total: [15.6, null] },
  ],
  [
    'prwe',
    '8 of 10 activities is no function',
    [...times(5, 4), null, null, ...times(8, 4)],
    { pain: [20, null], function: [null, null], total: [null, null] },
  ],
  [
    'prwe',
    'two missing in a subscale is none of it, nor a total',
    [3, 4, 5, null, null, ...times(10, 4)],
    { pain: [null, null], function: [20, null], total: [null, null] },
  ],
  ['quick-dash', 'mean less 1, times 25', [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3], { total: [50, null] }],
  ['quick-dash', '10 of 11', [null, ...times(9, 2), 3], { total: [27.5, null] }],
  ['quick-dash', '9 of 11 is no score', [null, null, ...times(9, 2)], { total: [null, null] }],
  [
    'hads',
    'two scales',
    [...times(7, 1), ...times(6, 2), 0],
    { anxiety: [7, 'usual'], depression: [12, 'likely'] },
  ],
  [
    'hads',
    '4 of 7 is enough, and a half goes up',
    [1, 1, 1, 3, null, null, null, ...times(7, 1)],
    { anxiety: [11, 'likely'], depression: [7, 'usual'] },
  ],
  [
    'hads',
    '3 of 7 is not',
    [1, 1, 1, ...times(4, null), ...times(7, 1)],
    { anxiety: [null, null], depression: [7, 'usual'] },
  ],
  [
    'eq-5d-5l',
    'digits side by side',
    [1, 1, 2, 1, 3, 70],
    { profile: [11213, null], 'own-scale': [70, null] },
  ],
  [
    'eq-5d-5l',
    'a profile with a gap is none',
    [1, 1, null, 1, 3, 70],
    { profile: [null, null], 'own-scale': [70, null] },
  ],
  ['bristol', 'hard', [2], { type: [2, 'hard'] }],
  ['bristol', 'there is no type 8', [8], { type: [null, null] }],
  ['skute-ibs-symptoms', 'as the IBS-SSS', [40, 6, 55, 70, 35], { total: [260, 'moderate'] }],
  ['skute-ibs-symptoms', '4 of 5 is no total', [40, 6, null, 70, 35], { total: [null, null] }],
  ['skute-ibs-week', 'a sum', [4, 5, 6], { total: [15, null] }],
  ['skute-ibs-week', '2 of 3 is no total', [4, 5, null], { total: [null, null] }],
  ['skute-ibs-life', 'all best', times(12, 1), { total: [100, null], mood: [100, null] }],
  [
    'skute-ibs-life',
    '10 of 12',
    [...times(10, 2), null, null],
    { total: [75, null], mood: [75, null], intimacy: [null, null] },
  ],
  [
    'skute-ibs-life',
    '9 of 12 is no total',
    [...times(9, 2), null, null, null],
    { total: [null, null], food: [75, null] },
  ],
  ['skute-satisfaction', 'a sum', times(8, 3), { total: [24, null] }],
];

describe('scores by hand', () => {
  it.each(table)('%s: %s', (id, _, answers, expected) => {
    const instrument = instruments[id];
    if (instrument === undefined) throw new Error(`no instrument ${id}`);
    const given = instrument.items.flatMap(({ code }, index) => {
      const value = answers[index] ?? null;
      return value === null ? [] : [[code, value] as const];
    });
    const scores = scoreOf(instrument, new Map(given));
    const found = Object.fromEntries(scores.map(({ score, value, band }) => [score, [value, band]]));
    expect(found).toMatchObject(expected);
  });

  it('are made for every instrument', () => {
    expect(new Set(table.map(([id]) => id))).toEqual(new Set(Object.keys(instruments)));
  });
});

describe('edges of bands', () => {
  const edges: readonly (readonly [string, string, readonly (readonly [number, string])[]])[] = [
    [
      'ibs-sss',
      'total',
      [
        [0, 'none'],
        [74, 'none'],
        [74.9, 'none'],
        [75, 'mild'],
        [174, 'mild'],
        [175, 'moderate'],
        [300, 'moderate'],
        [300.5, 'severe'],
        [301, 'severe'],
        [500, 'severe'],
      ],
    ],
    [
      'skute-ibs-symptoms',
      'total',
      [
        [74, 'none'],
        [75, 'mild'],
        [174, 'mild'],
        [175, 'moderate'],
        [300, 'moderate'],
        [301, 'severe'],
      ],
    ],
    [
      'phq-9',
      'total',
      [
        [0, 'minimal'],
        [4, 'minimal'],
        [5, 'mild'],
        [9, 'mild'],
        [10, 'moderate'],
        [14, 'moderate'],
        [15, 'moderately-severe'],
        [19, 'moderately-severe'],
        [20, 'severe'],
        [27, 'severe'],
      ],
    ],
    [
      'gad-7',
      'total',
      [
        [4, 'minimal'],
        [5, 'mild'],
        [9, 'mild'],
        [10, 'moderate'],
        [14, 'moderate'],
        [15, 'severe'],
        [21, 'severe'],
      ],
    ],
    [
      'who-5',
      'total',
      [
        [0, 'very-low'],
        [28, 'very-low'],
        [32, 'low'],
        [48, 'low'],
        [50, 'low'],
        [52, 'usual'],
        [100, 'usual'],
      ],
    ],
    [
      'hads',
      'anxiety',
      [
        [0, 'usual'],
        [7, 'usual'],
        [8, 'borderline'],
        [10, 'borderline'],
        [11, 'likely'],
        [21, 'likely'],
      ],
    ],
    [
      'hads',
      'depression',
      [
        [7, 'usual'],
        [8, 'borderline'],
        [10, 'borderline'],
        [11, 'likely'],
      ],
    ],
    [
      'bristol',
      'type',
      [
        [1, 'hard'],
        [2, 'hard'],
        [3, 'usual'],
        [5, 'usual'],
        [6, 'loose'],
        [7, 'loose'],
      ],
    ],
  ];

  it.each(edges)('of %s, %s', (id, score, values) => {
    const rule = instruments[id]?.scores.find((one) => one.id === score);
    if (rule === undefined) throw new Error(`no score ${id} ${score}`);
    for (const [value, band] of values) expect([value, bandOf(rule, value)]).toEqual([value, band]);
  });

  it('are tried for every score that has bands', () => {
    const withBands = Object.values(instruments).flatMap(({ id, scores }) =>
      scores.filter(({ bands }) => bands.length > 0).map((score) => `${id} ${score.id}`),
    );
    expect(new Set(edges.map(([id, score]) => `${id} ${score}`))).toEqual(new Set(withBands));
  });
});

describe('an answer', () => {
  const phq = instruments['phq-9'];
  if (phq === undefined) throw new Error('no PHQ-9');
  const complete = phq.items.map(({ code }) => [code, 0] as const);

  it('of zero is not a missing one', () => {
    expect(scoreOf(phq, new Map(complete))[0]).toMatchObject({ value: 0, band: 'minimal', missing: [] });
  });

  it('that is missing is named, and so is one that can’t be used', () => {
    const values = new Map<string, number>([...complete, ['q2', 4], ['q3', 1.5], ['q4', Number.NaN]]);
    values.delete('q1');
    expect(scoreOf(phq, values)[0]).toMatchObject({ value: null, missing: ['q1', 'q2', 'q3', 'q4'] });
  });

  it('to something else is left out', () => {
    expect(scoreOf(phq, new Map([...complete, ['q10', 3]]))[0]?.value).toBe(0);
  });

  it('may be reversed', () => {
    const [rule] = phq.scores;
    if (rule?.compute.by !== 'sum') throw new Error('not a sum');
    const reversed = { ...phq, scores: [{ ...rule, compute: { ...rule.compute, reversed: ['q1', 'q2'] } }] };
    expect(scoreOf(reversed, new Map([...complete, ['q2', 2]]))[0]?.value).toBe(3 + 1);
  });
});

describe('rounding', () => {
  it.each([
    [2.5, 0, 3],
    [2.4999, 0, 2],
    [6.25, 1, 6.3],
    [27.500000000000004, 1, 27.5],
    [1.005, 2, 1.01],
    [-0, 1, 0],
  ])('%f to %i decimals is %f', (value, decimals, expected) => {
    expect(rounded(value, decimals)).toBe(expected);
  });
});
