/** Dates as people say them, always with the weekday: *mandag 9. mars*. */
import { type Language, locales } from './languages.ts';

/** Not every browser carries nynorsk; the weekdays are what differs from bokmål. */
const nynorskDays: Record<string, string> = {
  mandag: 'måndag',
  tirsdag: 'tysdag',
  lørdag: 'laurdag',
  søndag: 'sundag',
};

/** @param day A calendar date such as `2026-03-09`, the same day wherever it is read. */
export function dayInWords(day: string, language: Language): string {
  return inWords(new Date(`${day}T12:00:00Z`), language, 'UTC');
}

/** The day an instant falls on in a time zone. */
export function dayOfInstant(instant: string, timeZone: string, language: Language): string {
  return inWords(new Date(instant), language, timeZone);
}

/** *kl. 14.05*, *14:05*: the hour and minute of an instant in a time zone. */
export function timeOfInstant(instant: string, timeZone: string, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const time = new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
  return language === 'nb' || language === 'nn' ? time.replace(':', '.') : time;
}

/** 0–23, for the greeting. */
export function hourOfInstant(instant: string, timeZone: string): number {
  const options = { hour: '2-digit', hourCycle: 'h23', timeZone } as const;
  return Number(new Intl.DateTimeFormat('en-GB', options).format(new Date(instant)));
}

function inWords(date: Date, language: Language, timeZone: string): string {
  const locale = language === 'nn' ? locales.nb : locales[language];
  const parts = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).formatToParts(date);
  return parts
    .map((part) => (language === 'nn' ? nynorsk(part) : part.value))
    .join('')
    .replace(',', '');
}

function nynorsk(part: Intl.DateTimeFormatPart): string {
  return part.type === 'weekday' ? (nynorskDays[part.value] ?? part.value) : part.value;
}
