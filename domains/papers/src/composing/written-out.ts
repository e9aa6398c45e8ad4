import type { Language } from '@skute/access/contract';
import type { IsoDate } from '@skute/platform/time';

/** 2. mars 2026, 2 mars 2026, 2 March 2026. */
export function dateWords(language: Language, date: IsoDate): string {
  return formatterOf(language).format(new Date(`${date}T12:00:00Z`));
}

/** With the decimal sign of the language. */
export function numberWords(language: Language, value: number): string {
  const options = { maximumFractionDigits: 2, useGrouping: false } as const;
  return new Intl.NumberFormat(localeOf(language), options).format(value);
}

const formatters = new Map<Language, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than using it. */
function formatterOf(language: Language): Intl.DateTimeFormat {
  const known = formatters.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formatters.set(language, made);
  return made;
}

function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
