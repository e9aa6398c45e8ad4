/** How long ago and how soon, as people say it. Days are the unit's, not the reader's. */
import { defineTexts, type Language, type Say, timeOfInstant } from '@skute/ui/i18n';
import { dayInItsYear } from './dates.ts';

export const timeTexts = defineTexts('time', {
  today: { nb: 'i dag kl. {time}', nn: 'i dag kl. {time}', sv: 'i dag kl. {time}', en: 'today at {time}' },
  yesterday: {
    nb: 'i går kl. {time}',
    nn: 'i går kl. {time}',
    sv: 'i går kl. {time}',
    en: 'yesterday at {time}',
  },
  tomorrow: {
    nb: 'i morgen kl. {time}',
    nn: 'i morgon kl. {time}',
    sv: 'i morgon kl. {time}',
    en: 'tomorrow at {time}',
  },
  daysAgo_one: {
    nb: 'for {count} dag siden',
    nn: 'for {count} dag sidan',
    sv: 'för {count} dag sedan',
    en: '{count} day ago',
  },
  daysAgo_other: {
    nb: 'for {count} dager siden',
    nn: 'for {count} dagar sidan',
    sv: 'för {count} dagar sedan',
    en: '{count} days ago',
  },
  minutes_one: { nb: '{count} minutt', nn: '{count} minutt', sv: '{count} minut', en: '{count} minute' },
  minutes_other: {
    nb: '{count} minutter',
    nn: '{count} minutt',
    sv: '{count} minuter',
    en: '{count} minutes',
  },
  hours_one: { nb: '{count} time', nn: '{count} time', sv: '{count} timme', en: '{count} hour' },
  hours_other: { nb: '{count} timer', nn: '{count} timar', sv: '{count} timmar', en: '{count} hours' },
  days_one: { nb: '{count} dag', nn: '{count} dag', sv: '{count} dag', en: '{count} day' },
  days_other: { nb: '{count} dager', nn: '{count} dagar', sv: '{count} dagar', en: '{count} days' },
});

type SayTime = Say<keyof typeof timeTexts.texts>;

export interface Here {
  /** The unit's present, in milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  readonly language: Language;
}

/** *i dag kl. 15.00*, *i morgen kl. 09.00*, *torsdag 12. mars*, *12. mars 2025*: an instant before or after now. */
export function whenInWords(instant: string, here: Here, t: SayTime): string {
  const time = timeOfInstant(instant, here.timeZone, here.language);
  const [today, day] = [dateIn(here.timeZone, here.now), dateIn(here.timeZone, Date.parse(instant))];
  const days = daysBetween(today, day);
  if (days === 0) return t('today', { time });
  if (days === -1) return t('yesterday', { time });
  if (days === 1) return t('tomorrow', { time });
  if (days < 0 && days >= -13) return t('daysAgo', { count: -days });
  return dayInItsYear(day, today, here.language);
}

/** *40 minutter*, *6 timer*, *3 dager*: how long something has waited. */
export function spanInWords(ms: number, t: SayTime): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return t('minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 36 ? t('hours', { count: hours }) : t('days', { count: Math.round(hours / 24) });
}

/** The calendar date of an instant in a time zone, such as `2026-03-09`. */
export function dateIn(timeZone: string, ms: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(ms);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
