import { readFileSync } from 'node:fs';
import { languages } from '@skute/ui/i18n';
import { healthWords, lixOf, textsIn } from '@skute/ui/text-checks';
import { describe, expect, test } from 'vitest';

const modules = import.meta.glob<Record<string, unknown>>(
  ['./**/texts.ts', '../../../ui/src/**/texts.ts', '../../../ui/src/session/idle-warning.tsx'],
  { eager: true },
);
const features = textsIn(modules);

test('the interface texts were found', () => {
  expect(features.length).toBeGreaterThanOrEqual(11);
});

describe.each(features.map((one) => [one.feature, one] as const))('texts of %s', (_, { texts }) => {
  test('every text is there in every language', () => {
    for (const [key, text] of Object.entries(texts)) {
      for (const language of languages) expect(text[language]?.trim(), `${key} in ${language}`).toBeTruthy();
    }
  });

  test('every language fills in the same values', () => {
    for (const [key, text] of Object.entries(texts)) {
      const valuesIn = (one: string) =>
        [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort((a, b) => a.localeCompare(b));
      for (const language of languages) expect(valuesIn(text[language]), key).toEqual(valuesIn(text.nb));
    }
  });

  test('nothing shouts, and nothing apologises for what we did not do', () => {
    for (const text of Object.values(texts)) {
      for (const language of languages)
        expect(text[language]).not.toMatch(/!|dessverre|tyvärr|unfortunately/i);
    }
  });
});

test.each(['nb', 'nn', 'sv'] as const)('the interface reads at LIX 30 or lower in %s', (language) => {
  const all = features.flatMap(({ texts }) => Object.values(texts).map((text) => text[language]));
  expect(lixOf(all)).toBeLessThanOrEqual(30);
});

test.each(['nb', 'nn', 'sv'] as const)('no text of some length reads above LIX 45 in %s', (language) => {
  for (const { texts } of features) {
    for (const [key, text] of Object.entries(texts)) {
      if (text[language].split(' ').length < 12) continue;
      expect(lixOf([text[language]]), key).toBeLessThanOrEqual(45);
    }
  }
});

test('no word about health stands in the page title or in the manifest', () => {
  const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  const manifest = readFileSync(new URL('../public/manifest.webmanifest', import.meta.url), 'utf8');
  expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Skute');
  expect(manifest).not.toMatch(healthWords);
});

test('no page sets a title of its own', () => {
  const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  expect(Object.keys(sources).length).toBeGreaterThan(40);
  for (const [file, source] of Object.entries(sources))
    expect(source, file).not.toMatch(/document\.title|<title/);
});
