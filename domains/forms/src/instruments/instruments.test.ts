import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Instrument, ScoreRule } from './instrument.ts';
import { instruments } from './instruments.ts';

const every = Object.entries(instruments);

describe.each(every)('instrument %s', (id, instrument: Instrument) => {
  const codes = instrument.items.map(({ code }) => code);

  it('is named by its id, has a version, a source, a missing rule and terms', () => {
    expect(instrument.id).toBe(id);
    expect(instrument.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(
      [instrument.source, instrument.missingRule, instrument.licence.terms].every((text) => text.length > 10),
    ).toBe(true);
  });

  it('has codes and scores in kebab-case, each once', () => {
    const names = [codes, instrument.scores.map((score) => score.id)];
    for (const list of names) expect(new Set(list).size).toBe(list.length);
    for (const name of names.flat()) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('is validated only when somebody else has published it', () => {
    expect(instrument.validated).toBe(instrument.licence.kind !== 'own');
  });

  it.each(instrument.scores.map((rule) => [rule.id, rule] as const))(
    'score %s is made of its own items',
    (_, rule: ScoreRule) => {
      const { compute } = rule;
      if (compute.by === 'scores') {
        const before = instrument.scores.slice(0, instrument.scores.indexOf(rule)).map((one) => one.id);
        expect(before).toEqual(expect.arrayContaining(compute.of.map(({ score }) => score)));
        return;
      }
      expect(codes).toEqual(expect.arrayContaining([...compute.items]));
      if (compute.by === 'profile') return;
      expect(compute.atLeast).toBeLessThanOrEqual(compute.items.length);
      if (compute.missing === 'none') expect(compute.atLeast).toBe(compute.items.length);
    },
  );

  it('has bands that begin at the least value and rise', () => {
    for (const { bands, min, max } of instrument.scores) {
      const starts = bands.map(({ from }) => from);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      if (starts.length > 0) expect([starts[0], (starts.at(-1) ?? max) < max]).toEqual([min, true]);
    }
  });
});

describe('the instruments', () => {
  it('have the numbers of questions that are published', () => {
    const counts = {
      'ibs-sss': 5,
      'ibs-qol': 34,
      'phq-9': 9,
      'gad-7': 7,
      'who-5': 5,
      'csq-8': 8,
      prwe: 15,
      'quick-dash': 11,
      hads: 14,
    };
    for (const [id, count] of Object.entries(counts))
      expect([id, instruments[id]?.items.length]).toEqual([id, count]);
  });

  it('have the IBS-QOL’s domains, with every question in one of them', () => {
    const domains = (instruments['ibs-qol']?.scores ?? []).filter((score) => score.id !== 'total');
    const items = domains.map(({ compute }) => (compute.by === 'scores' ? [] : compute.items));
    expect(items.map((list) => list.length)).toEqual([8, 7, 4, 3, 3, 4, 2, 3]);
    expect(new Set(items.flat()).size).toBe(34);
  });
});

describe('docs/instruments.md', () => {
  const document = readFileSync(new URL('../../../../docs/instruments.md', import.meta.url), 'utf8');

  it.each(every)('has a row for %s, with its limits of change and its licence', (id, { scores, licence }) => {
    const row = document.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
    for (const { points } of scores.flatMap(({ changes }) => changes))
      expect(row).toMatch(new RegExp(`(?<![\\d.])${points}(?![\\d.]*\\d)`));
    expect(row?.split('|').at(-2)?.trim()).toMatch(new RegExp(`^${licence.kind}`));
  });
});
