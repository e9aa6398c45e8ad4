import { describe, expect, it } from 'vitest';
import { lixOf, wordsOf } from './readability.ts';

describe('LIX', () => {
  it('is words per sentence and per cent of words longer than six letters', () => {
    // 60 words in 6 sentences, 12 of them long: 10 + 20.
    const sentence = 'En to tre fire fem seks sju åtte lengreord nyeøvelser. ';
    expect(lixOf([sentence.repeat(6)])).toBeCloseTo(30);
  });

  it('counts a heading, a list entry and what stands before a colon as a sentence', () => {
    const pieces = Array.from({ length: 12 }, () => 'fem korte ord står her');
    expect(lixOf(pieces)).toBeCloseTo(5);
    expect(lixOf(['fem korte ord står her: '.repeat(12)])).toBeCloseTo(5);
  });

  it('does not take a decimal point or a time for the end of a sentence', () => {
    expect(lixOf(['ta 1.5 dl kl. 12.30 i dag '.repeat(10)])).toBeCloseTo(6 / 1, 0);
  });

  it('is not given for a text too short to measure', () => {
    expect(lixOf(['Kort tekst.'])).toBeUndefined();
  });

  it('takes a word with a hyphen, an apostrophe or a number as one', () => {
    expect(wordsOf('IBS-skolen varer 1,5 time, d’accord? – Ja!')).toEqual([
      'IBS-skolen',
      'varer',
      '1,5',
      'time',
      'd’accord',
      'Ja',
    ]);
  });
});
