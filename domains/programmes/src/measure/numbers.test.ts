import { describe, expect, it } from 'vitest';
import type { Language } from '../programme.ts';
import { isWrittenInLetters, missingFrom, numbersOf } from './numbers.ts';

const values = (text: string, language: Language) => numbersOf(text, language).map(({ value }) => value);

describe('numbers', () => {
  const same: readonly (readonly [string, Language, string, Language])[] = [
    ['2,5 dl', 'nb', '2.5 dl', 'en'],
    ['1 000 kr', 'nb', '1,000 kr', 'en'],
    ['1.000 kr', 'nb', '1000 kr', 'sv'],
    ['1 000 kr', 'nb', '1 000 kr', 'sv'],
    ['1.234,5', 'nb', '1,234.5', 'en'],
    ['kl. 12.30', 'nb', '12:30', 'en'],
    ['kl. 08.30', 'nb', 'klockan 8.30', 'sv'],
    ['½ time', 'nb', '0,5 timme', 'sv'],
    ['4–6 uker', 'nb', '4-6 veckor', 'sv'],
    ['50 %', 'nb', '50%', 'en'],
    ['uke 3.', 'nb', 'vecka 3', 'sv'],
  ];
  for (const [ours, language, theirs, other] of same) {
    it(`${ours} (${language}) is ${theirs} (${other})`, () => {
      expect(values(theirs, other)).toEqual(values(ours, language));
    });
  }

  it('of a phone number are one number, however it is grouped', () => {
    expect(values('Ring 116 117 eller 113.', 'nb')).toEqual(['116117', '113']);
  });

  it('a thousand in English is not one in Norwegian', () => {
    expect(values('1,000 g', 'en')).toEqual(['1000']);
    expect(values('1,000 g', 'nb')).toEqual(['1']);
  });

  it('that are missing are found also when another of the same is there', () => {
    const [ours, theirs] = [numbersOf('5 og 5 og 6', 'nb'), numbersOf('5 och 6', 'sv')];
    expect(missingFrom(ours, theirs).map(({ written }) => written)).toEqual(['5']);
  });

  it('may be written in letters', () => {
    expect(isWrittenInLetters('4', 'i fyra veckor', 'sv')).toBe(true);
    expect(isWrittenInLetters('4', 'i fyrahundra veckor', 'sv')).toBe(false);
    expect(isWrittenInLetters('0.5', 'en halv time', 'nb')).toBe(true);
  });
});
