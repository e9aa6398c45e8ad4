import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternOf } from './pattern.ts';

function fits(regex: string, text: string): boolean {
  const pattern = patternOf(regex);
  if (pattern.kind !== 'pattern') throw new Error(`${regex} ${pattern.because}`);
  return pattern.matches(text);
}

const regexes = [
  '\\d{4}',
  '^\\d{4}$',
  '[A-ZÆØÅ][a-zæøå]*',
  '^(\\+\\d{1,2}\\s?)?\\(?\\d{3}\\)?[\\s.-]?\\d{3}[\\s.-]?\\d{4}$',
  '^(?!.*[DFIOQU])[A-VXY][0-9][A-Z] ?[0-9][A-Z][0-9]$',
  '(?=.*\\d)(?=.*[a-z]).{4,8}',
  'a|bc|',
  '(a|b)*c+?',
  '(?:x{2,3}|y)?z',
  '[^@\\s]+@[^@\\s]+\\.[a-z]{2,}',
  '\\bab\\b.*',
  '[\\w\\-]+',
  '.*',
  '\\u{1F600}+',
  'a{0}b',
];

describe('a regex from a form', () => {
  test.each(regexes)('%s fits what the language’s own engine says', (regex) => {
    if (patternOf(regex).kind !== 'pattern') return;
    const native = new RegExp(`^(?:${regex})$`, 'u');
    const letters = fc.string({
      unit: fc.constantFrom(...'aAbBcxyz019DÆå@.- +()\n'.split(''), '😀'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fits(regex, text)).toBe(native.test(text));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['\\d{4}', '1234', true],
    ['\\d{4}', '12345', false],
    ['\\d{4}', 'x1234', false],
    ['[0-9]{3}\\@[a-z]', '123@a', true],
    ['', '', true],
  ])('%s and %s: %s', (regex, text, expected) => {
    expect(fits(regex, text)).toBe(expected);
  });

  test.each(['(a+)+', '(a|a)*', '(.*a){20}', '(\\w|\\d)*x', 'a*a*a*a*a*a*b'])(
    '%s takes no longer for a text made to be slow',
    (regex) => {
      const started = performance.now();
      expect(fits(regex, `${'a'.repeat(5000)}!`)).toBe(false);
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );

  test.each(['(', '[a', 'a{2,1}', '*a', '(?<n>a)\\k<m>'])('%s is refused: it does not compile', (regex) => {
    expect(patternOf(regex).kind).toBe('regex-invalid');
  });

  test.each([
    '(a)\\1',
    '(?<=a)b',
    '(?<n>a)\\k<n>',
    '(?=a(?=b))a',
    'a{3000}',
    '((a{50}){50}){50}',
    '((){2000}){2000}',
    'a'.repeat(2001),
  ])('%s is refused: it can’t be run in bounded time', (regex) => {
    expect(patternOf(regex).kind).toBe('regex-unsafe');
  });
});
