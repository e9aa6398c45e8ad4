import type { Language } from '../programme.ts';

/** A number of a text, made comparable between languages: `2,5` and `2.5` are both `2.5`, a time is `12:30`. */
export interface FoundNumber {
  readonly value: string;
  readonly written: string;
}

const groupSpace = '[ \\u00A0\\u202F\\u2009]';
const clockWords = '(?:kl\\.?|klokken|klokka|klockan|at|о)';

const tokens = new RegExp(
  [
    // 12:30, and kl. 12.30 as it is written in Norwegian and Swedish.
    `(?<time>(?<![\\d.,:])\\d{1,2}:\\d{2}(?![\\d:]))`,
    `(?<=\\b${clockWords}\\s)(?<clock>\\d{1,2}\\.\\d{2})(?!\\d)`,
    // 1 000, 116 117, and 1 000,5.
    `(?<grouped>(?<![\\d.,])\\d{1,3}(?:${groupSpace}\\d{3})+(?:[.,]\\d+)?(?!\\d))`,
    `(?<plain>\\d+(?:[.,]\\d+)*)`,
    `(?<fraction>[½¼¾⅓⅔])`,
  ].join('|'),
  'gu',
);

const fractions: Record<string, string> = {
  '½': '0.5',
  '¼': '0.25',
  '¾': '0.75',
  '⅓': '0.333',
  '⅔': '0.667',
};

export function numbersOf(text: string, language: Language): FoundNumber[] {
  return [...text.matchAll(tokens)].map(({ 0: written, groups = {} }) => {
    if (groups['fraction'] !== undefined) return { value: fractions[written] ?? written, written };
    if (groups['time'] !== undefined || groups['clock'] !== undefined) {
      return { value: written.replace('.', ':').replace(/^0(?=\d)/, ''), written };
    }
    return { value: plainValue(written.replace(new RegExp(groupSpace, 'gu'), ''), language), written };
  });
}

/** English writes 1,000.5 where the other languages write 1.000,5 or 1 000,5. A lone mark before three digits is grouping only where the language groups by it. */
function plainValue(digits: string, language: Language): string {
  const [group, decimal] = language === 'en' ? [',', '.'] : ['.', ','];
  const grouping = new RegExp(`^\\d{1,3}(?:[${group}]\\d{3})+(?=\\D|$)`, 'u').exec(digits)?.[0];
  const whole =
    grouping === undefined ? digits : grouping.replaceAll(group, '') + digits.slice(grouping.length);
  const parts = whole.split(new RegExp(`[${decimal}${group}]`, 'u'));
  // More than one mark left, as in the version number 1.2.3, is not one number to calculate with.
  if (parts.length > 2) return parts.join('.');
  return String(Number(parts.join('.')));
}

/** Small numbers are often written in letters in one language and in digits in another; that is no difference. */
const inLetters: Record<Language, Record<string, string>> = {
  nb: {
    '0.5': 'halv|halve|halvt',
    '1': 'en|én|ett|et|ei|første',
    '2': 'to|andre|begge',
    '3': 'tre|tredje',
    '4': 'fire|fjerde',
    '5': 'fem|femte',
    '6': 'seks|sjette',
    '7': 'sju|syv|sjuende',
    '8': 'åtte',
    '9': 'ni',
    '10': 'ti',
    '11': 'elleve',
    '12': 'tolv',
    '15': 'femten',
    '20': 'tjue',
    '30': 'tretti',
    '50': 'femti',
    '100': 'hundre',
    '1000': 'tusen',
  },
  nn: {
    '0.5': 'halv|halve|halvt',
    '1': 'ein|éin|eitt|eit|ei|første',
    '2': 'to|andre|begge',
    '3': 'tre|tredje',
    '4': 'fire|fjerde',
    '5': 'fem|femte',
    '6': 'seks|sjette',
    '7': 'sju|sjuande',
    '8': 'åtte',
    '9': 'ni',
    '10': 'ti',
    '11': 'elleve',
    '12': 'tolv',
    '15': 'femten',
    '20': 'tjue',
    '30': 'tretti',
    '50': 'femti',
    '100': 'hundre',
    '1000': 'tusen',
  },
  sv: {
    '0.5': 'halv|halva|halvt',
    '1': 'en|ett|första',
    '2': 'två|andra|båda',
    '3': 'tre|tredje',
    '4': 'fyra|fjärde',
    '5': 'fem|femte',
    '6': 'sex|sjätte',
    '7': 'sju|sjunde',
    '8': 'åtta',
    '9': 'nio',
    '10': 'tio',
    '11': 'elva',
    '12': 'tolv',
    '15': 'femton',
    '20': 'tjugo',
    '30': 'trettio',
    '50': 'femtio',
    '100': 'hundra',
    '1000': 'tusen',
  },
  en: {
    '0.5': 'half',
    '1': 'one|a|an|first|once',
    '2': 'two|second|both|twice',
    '3': 'three|third',
    '4': 'four|fourth',
    '5': 'five|fifth',
    '6': 'six|sixth',
    '7': 'seven|seventh',
    '8': 'eight',
    '9': 'nine',
    '10': 'ten',
    '11': 'eleven',
    '12': 'twelve',
    '15': 'fifteen',
    '20': 'twenty',
    '30': 'thirty',
    '50': 'fifty',
    '100': 'hundred',
    '1000': 'thousand',
  },
  uk: {
    '0.5': 'пів|половина|половину',
    '1': 'один|одна|одне|одну|перший',
    '2': 'два|дві|двох|другий',
    '3': 'три|трьох|третій',
    '4': 'чотири|чотирьох',
    '5': "п’ять|п'ять",
    '6': 'шість',
    '7': 'сім',
    '8': 'вісім',
    '9': "дев’ять|дев'ять",
    '10': 'десять',
    '11': 'одинадцять',
    '12': 'дванадцять',
    '15': 'п’ятнадцять',
    '20': 'двадцять',
    '30': 'тридцять',
    '50': 'п’ятдесят',
    '100': 'сто',
    '1000': 'тисяча',
  },
};

export function isWrittenInLetters(value: string, text: string, language: Language): boolean {
  const words = inLetters[language][value];
  return words !== undefined && new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text);
}

/** Those of our numbers that the other text does not have as often as we do. */
export function missingFrom<N extends FoundNumber>(ours: readonly N[], theirs: readonly FoundNumber[]): N[] {
  const left = new Map<string, number>();
  for (const { value } of theirs) left.set(value, (left.get(value) ?? 0) + 1);
  return ours.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}
