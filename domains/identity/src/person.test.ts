import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullName, nameWords } from './person.ts';

describe('the words of a name', () => {
  test.each([
    ['Åse Bråten', 'Aase Braaten'],
    ['MØLLER', 'Möller'],
    ['Næss', 'näss'],
    ['Renée', 'renee'],
    ['Anne-Marie', 'anne marie'],
    ['O’Brien', "o'brien"],
    // The letter and its mark apart, as some keyboards send them.
    ['Bj\u006f\u0308rn', 'Bjørn'],
    ['A\u030ase', 'Åse'],
    ['Đurđević', 'durdevic'],
    ['  Kari   Nordmann, ', 'kari nordmann'],
  ])('%s and %s are the same', (one, other) => {
    expect(nameWords(one)).toEqual(nameWords(other));
  });

  test.each([
    ['Moen', 'Møen'],
    ['Hagen', 'Hägen'],
    ['Bratt', 'Brått'],
  ])('%s and %s are different names', (one, other) => {
    expect(nameWords(one)).not.toEqual(nameWords(other));
  });

  test('are kept in other alphabets, and counted once', () => {
    expect(nameWords('Олена Шевченко')).toEqual(['олена', 'шевченко']);
    expect(nameWords('Per Per-Olav')).toEqual(['per', 'olav']);
    expect(nameWords(' - ')).toEqual([]);
  });

  test('do not change when they are folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = nameWords(text);
        expect(nameWords(words.join(' '))).toEqual(words);
      }),
    );
  });
});

test('a full name is the given names and the family name', () => {
  expect(fullName({ given: 'Kari', family: 'Nordmann' })).toBe('Kari Nordmann');
  expect(fullName({ given: 'Madonna', family: '' })).toBe('Madonna');
});
