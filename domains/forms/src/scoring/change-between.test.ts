import { describe, expect, it } from 'vitest';
import { instruments } from '../instruments/instruments.ts';
import { changeBetween, isResponder } from './change-between.ts';

function ruleOf(id: string, score = 'total') {
  const rule = instruments[id]?.scores.find((one) => one.id === score);
  if (rule === undefined) throw new Error(`no score ${id} ${score}`);
  return rule;
}

describe('a change', () => {
  const rows: readonly (readonly [
    string,
    string,
    number | null,
    number | null,
    number | null,
    string,
    readonly string[],
  ])[] = [
    ['ibs-sss', 'total', 321, 208, -113, 'better', ['customary']],
    ['ibs-sss', 'total', 250, 201, -49, 'better', []],
    ['ibs-sss', 'total', 250, 200, -50, 'better', ['customary']],
    ['ibs-sss', 'total', 322, 201, -121, 'better', ['customary']],
    ['ibs-sss', 'total', 322, 200, -122, 'better', ['customary', 'proposed-2025']],
    ['ibs-sss', 'total', 200, 250, 50, 'worse', ['customary']],
    ['ibs-sss', 'total', 200, 200, 0, 'same', []],
    ['ibs-sss', 'total', null, 200, null, 'none', []],
    ['ibs-sss', 'total', 200, null, null, 'none', []],
    ['ibs-qol', 'total', 61.6, 75.6, 14, 'better', ['meaningful']],
    ['ibs-qol', 'total', 61.6, 75.5, 13.9, 'better', []],
    ['phq-9', 'total', 12, 7, -5, 'better', ['clinically-significant']],
    ['phq-9', 'total', 12, 8, -4, 'better', []],
    ['gad-7', 'total', 12, 8, -4, 'better', ['smallest-important']],
    ['gad-7', 'total', 12, 9, -3, 'better', []],
    ['who-5', 'total', 52, 40, -12, 'worse', ['clinically-relevant']],
    ['who-5', 'total', 52, 44, -8, 'worse', []],
    ['prwe', 'total', 50.3, 38.8, -11.5, 'better', ['smallest-important']],
    ['prwe', 'total', 50.3, 38.9, -11.4, 'better', []],
    ['quick-dash', 'total', 50, 36, -14, 'better', ['smallest-important']],
    [
      'quick-dash',
      'total',
      50,
      24.2,
      -25.8,
      'better',
      ['smallest-important', 'smallest-important-operated-wrist'],
    ],
    ['hads', 'anxiety', 10, 8, -2, 'better', ['smallest-important']],
    ['hads', 'anxiety', 10, 9, -1, 'better', []],
    ['csq-8', 'total', 20, 30, 10, 'better', []],
    ['bristol', 'type', 2, 4, 2, 'none', []],
    ['eq-5d-5l', 'profile', 11213, 11211, null, 'none', []],
    ['skute-ibs-symptoms', 'total', 250, 200, -50, 'better', ['customary']],
    ['skute-ibs-life', 'total', 40, 80, 40, 'better', []],
  ];

  it.each(rows)('of %s %s from %s to %s', (id, score, before, after, difference, direction, reaches) => {
    const change = changeBetween(ruleOf(id, score), before, after);
    expect({ ...change, reaches: change.reaches.map((limit) => limit.id) }).toEqual({
      difference,
      direction,
      reaches,
    });
  });

  it('shows patients one limit at most, and a source for every one', () => {
    for (const { scores } of Object.values(instruments)) {
      for (const { changes } of scores) {
        expect(changes.filter(({ forPatients }) => forPatients).length).toBeLessThanOrEqual(1);
        for (const { source } of changes) expect(source).toMatch(/(19|20)\d\d/);
      }
    }
  });
});

describe('a responder', () => {
  it.each([
    [300, 251, false, false],
    [300, 250, true, false],
    [300, 179, true, false],
    [300, 178, true, true],
    [250, 300, false, false],
    [178, 300, false, false],
    [49, 0, false, false],
  ])('from %i to %i: customary %s, proposed %s', (before, after, customary, proposed2025) => {
    expect(isResponder(before, after)).toEqual({ customary, proposed2025 });
  });

  it('is found by the rule of an instrument that borrows the limits, and by no other', () => {
    expect(isResponder(300, 178, ruleOf('skute-ibs-symptoms'))).toEqual({
      customary: true,
      proposed2025: true,
    });
    expect(isResponder(27, 0, ruleOf('phq-9'))).toEqual({ customary: false, proposed2025: false });
  });

  it('is not decided without both totals', () => {
    expect(isResponder(null, 100)).toBeNull();
    expect(isResponder(300, null)).toBeNull();
  });
});
