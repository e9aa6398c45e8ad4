/** Where things go, without a browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aChart, aPoint, manyPoints, twoSeries } from './an-example.ts';
import { drawnWords } from './axis.ts';
import { type Box, overlap, textWidth, wrapWords } from './boxes.ts';
import { chartFigure } from './figure.ts';
import { type ChartGeometry, chartGeometry, type ChartSize } from './geometry.ts';
import { hatch } from './hatch.ts';
import type { ScoreChartModel } from './model.ts';
import { bandOf, readingsOf, sentenceOf } from './reading.ts';
import { sparkline } from './sparkline-geometry.ts';
import { spread } from './spread.ts';

const desk: ChartSize = { width: 640, plotHeight: 300, textSize: 14 };
const phone: ChartSize = { width: 288, plotHeight: 210, textSize: 14 };
const large: ChartSize = { width: 256, plotHeight: 285, textSize: 19 };
const sizes = { desk, phone, large };

const boxOf = (
  { text, x, y, align }: { text: string; x: number; y: number; align: string },
  size: number,
): Box => {
  const width = textWidth(text, size);
  const left = align === 'end' ? x - width : align === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size * 0.7, bottom: y };
};

function allText({ bands, limits, dates, missing, series }: ChartGeometry) {
  const numbers = series.flatMap(({ points }) => points.flatMap(({ number }) => number ?? []));
  return [...bands.flatMap(({ name }) => name), ...limits, ...dates, ...missing, ...numbers];
}

const models: Readonly<Record<string, ScoreChartModel>> = {
  'one series': aChart(),
  'two series': twoSeries,
  'half a year of weeks': aChart({ points: manyPoints(26) }),
  'no bands': aChart({ bands: [], direction: '' }),
  'long names': aChart({
    bands: [
      { from: 0, to: 9, label: 'Ingen eller nesten ingen' },
      { from: 10, to: 19, label: 'Noe' },
      { from: 20, to: 500, label: 'Svært mye gjennom hele dagen' },
    ],
  }),
  'the same day twice': aChart({
    points: [aPoint('2026-01-05', 'i dag', 10), aPoint('2026-01-05', 'i dag', 499)],
  }),
};

describe.each(Object.entries(models))('a chart with %s', (_name, model) => {
  test.each(Object.entries(sizes))(
    'has no text on other text, nor outside itself, on a %s',
    (_size, size) => {
      const geometry = chartGeometry(model, size);
      const boxes = allText(geometry).map((text) => boxOf(text, size.textSize));
      expect(
        boxes.filter((box, index) => boxes.some((other, at) => at < index && overlap(box, other))),
      ).toEqual([]);
      expect(boxes.filter(({ left, right }) => left < -0.5 || right > size.width + 0.5)).toEqual([]);
      expect(boxes.filter(({ top, bottom }) => top < -1 || bottom > geometry.height)).toEqual([]);
    },
  );
});

describe('a chart', () => {
  test('keeps the direction: more is higher up', () => {
    const [first, second] = chartGeometry(aChart(), desk).series[0]?.points ?? [];
    expect(first?.y).toBeLessThan(second?.y ?? 0);
  });

  test('has time to scale', () => {
    const points = [aPoint('2026-01-01', 'a', 1), aPoint('2026-01-11', 'b', 2), aPoint('2026-01-31', 'c', 3)];
    const [a, b, c] = chartGeometry(aChart({ points }), desk).series[0]?.points ?? [];
    expect(((c?.x ?? 0) - (b?.x ?? 0)) / ((b?.x ?? 0) - (a?.x ?? 0))).toBeCloseTo(2, 1);
  });

  test('draws bands from limit to limit, each darker than the one below', () => {
    const { bands, plot } = chartGeometry(aChart(), { ...desk, plotHeight: 500 });
    expect(bands.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    expect(bands.map(({ top }) => plot.bottom - top)).toEqual([74.5, 174.5, 300.5, 500]);
    expect(bands.map(({ bottom }) => plot.bottom - bottom)).toEqual([0, 74.5, 174.5, 300.5]);
  });

  test('has a gap in the line where there is no answer, with the word under the date', () => {
    const { series, missing, explainMissing } = chartGeometry(aChart(), desk);
    expect(series[0]?.line.match(/[ML]/g)?.join('')).toBe('MLMLL');
    expect(series[0]?.points.map(({ missing: is }) => is)).toEqual([false, false, true, false, false, false]);
    expect([missing.map(({ text }) => text), explainMissing]).toEqual([['ikke besvart'], false]);
  });

  test.each([
    ['lower', 321, 271],
    ['higher', 321, 371],
  ] as const)('hatches from the first value to the limit when %s is better', (betterIs, from, to) => {
    const smallestChange = { points: 50, betterIs, limitLabel: '', stripLabel: '' };
    const { strip, limit, plot } = chartGeometry(aChart({ smallestChange }), { ...desk, plotHeight: 500 });
    const edges = [strip?.top, strip?.bottom].map((y) => plot.bottom - (y ?? 0));
    expect(edges).toEqual([Math.max(from, to), Math.min(from, to)]);
    expect(limit?.map(({ y }) => plot.bottom - y)).toEqual([to, to]);
  });

  test('has a strip but no line when the limit is outside the axis', () => {
    const points = [aPoint('2026-01-05', 'a', 30), aPoint('2026-02-02', 'b', 20)];
    const { strip, limit, plot } = chartGeometry(aChart({ points }), desk);
    expect([strip?.bottom, limit]).toEqual([plot.bottom, null]);
  });

  test('prints every number while there is room, and always the first and the last', () => {
    const numbers = (model: ScoreChartModel) =>
      chartGeometry(model, phone).series[0]?.points.map(({ number }) => number?.text);
    expect(numbers(aChart())).toEqual(['321', '288', undefined, '240', '251', '208']);
    const many = numbers(aChart({ points: manyPoints(25) })) ?? [];
    expect([many[0], many.at(-1)]).toEqual(['140', '268']);
  });
});

describe('what is said of a point', () => {
  test('is date, value and band, or that it was not answered', () => {
    expect(readingsOf(aChart()).map(sentenceOf)).toEqual([
      '5. jan.: 321, Alvorlig',
      '2. feb.: 288, Moderat',
      '2. mars: ikke besvart',
      '6. april: 240, Moderat',
      '4. mai: 251, Moderat',
      '29. juni: 208, Moderat',
    ]);
  });

  test('names its series when there are two, in the order of time', () => {
    expect(readingsOf(twoSeries).slice(0, 2).map(sentenceOf)).toEqual([
      '5. jan.: Hjemme 321, Alvorlig',
      '5. jan.: På arbeid 250, Moderat',
    ]);
  });

  test.each([
    [0, 'Ingen'],
    [74, 'Ingen'],
    [74.4, 'Ingen'],
    [74.6, 'Mild'],
    [75, 'Mild'],
    [300, 'Moderat'],
    [301, 'Alvorlig'],
    [500, 'Alvorlig'],
  ])('has %d in the band %s', (value, label) => {
    expect(bandOf(value, aChart().bands)?.label).toBe(label);
  });
});

describe('the parts', () => {
  test.each([
    ['are left alone', [10, 50], [10, 50]],
    ['are moved apart', [10, 12], [10, 20]],
    ['stay inside', [95, 98], [85, 95]],
  ])('labels %s', (_name, ys, middles) => {
    expect(
      spread(
        ys.map((y) => ({ y, height: 10 })),
        0,
        100,
      ),
    ).toEqual(middles);
  });

  test('dates without room are left out, the first and the last never', () => {
    const wanted = Array.from({ length: 20 }, (_, index) => ({ text: `${index + 10}. mai`, x: index * 10 }));
    const words = drawnWords(wanted, { left: 0, right: 200 }, 0, 14).map(({ text }) => text);
    expect([words[0], words.at(-1)]).toEqual(['10. mai', '29. mai']);
    expect(words.length).toBeLessThan(5);
  });

  test('words are wrapped between words only', () => {
    expect(wrapWords('Svært mye hele dagen', 14, 70)).toEqual(['Svært', 'mye hele', 'dagen']);
  });

  test('hatching stays in its box', () => {
    const d = hatch({ left: 10, top: 20, right: 50, bottom: 30 }, 8);
    const spots = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(spots.length).toBeGreaterThan(8);
    expect(spots.every(([x = 0, y = 0]) => x >= 10 && x <= 50 && y >= 20 && y <= 30)).toBe(true);
  });

  test('a sparkline has gaps, and makes little of little', () => {
    const points = [1, 2, null, 2].map((value, day) => ({ at: `2026-01-0${day + 1}`, value }));
    const { line, last } = sparkline(points, { min: 0, max: 100 }, { width: 72, height: 20 });
    expect(line.match(/[ML]/g)?.join('')).toBe('MLM');
    expect(last).toEqual({ x: 68, y: 9.8 });
  });
});

describe('a chart for paper', () => {
  test('has the same lines, marks and words, and all points in its words', () => {
    const { series } = chartGeometry(twoSeries, desk);
    const { shapes, alt, width } = chartFigure(twoSeries, desk);
    const paths = shapes.flatMap((shape) => (shape.kind === 'path' ? [shape] : []));
    expect(paths.map(({ d }) => d)).toEqual(expect.arrayContaining(series.map(({ line }) => line)));
    expect(shapes.flatMap((shape) => (shape.kind === 'label' ? shape.text : []))).toEqual(
      expect.arrayContaining(['Alvorlig', '321', 'ikke besvart', '29. juni']),
    );
    expect(alt).toContain('5. jan.: Hjemme 321, Alvorlig. 5. jan.: På arbeid 250, Moderat.');
    expect(width).toBe(640);
  });
});

describe('colours', () => {
  const css = readFileSync(path.join(import.meta.dirname, 'chart.css'), 'utf8');
  const blocks = [...css.matchAll(/\{([^{}]*--chart-band-1: #[^{}]*)\}/g)].map(([, block = '']) =>
    Object.fromEntries(
      [...block.matchAll(/--chart-([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key, value]),
    ),
  );

  test('are as clear as they must be on every band, in light, in dark and on paper', () => {
    expect(blocks).toHaveLength(4);
    expect(blocks[2]).toEqual(blocks[1]);
    for (const colours of blocks) {
      for (const step of [1, 2, 3, 4]) {
        const ground = colours[`band-${step}`] ?? '';
        expect(contrast(colours['first'] ?? '', ground)).toBeGreaterThan(4.5);
        expect(contrast(colours['second'] ?? '', ground)).toBeGreaterThan(3);
        expect(contrast(colours['text'] ?? '', ground)).toBeGreaterThan(7);
      }
    }
  });
});

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((hex) => {
    const share = Number.parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
