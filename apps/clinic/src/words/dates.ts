import { dayInWords, type Language, locales } from '@skute/ui/i18n';

/** *tirsdag 10. mars*; in another year than today's, *12. mars 2025*. */
export function dayInItsYear(date: string, today: string, language: Language): string {
  return date.slice(0, 4) === today.slice(0, 4) ? dayInWords(date, language) : dateInWords(date, language);
}

/** A date of birth or of a year other than this one: *12. mars 1984*, without a weekday. */
export function dateInWords(date: string, language: Language): string {
  const locale = language === 'nn' ? locales.nb : locales[language];
  const form = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${date}T12:00:00Z`));
}

/** *12.03.1984*, *1984-03-12*, *12/03/1984*: where room is short. */
export function dateInFigures(date: string, language: Language): string {
  const locale = language === 'nn' ? locales.nb : locales[language];
  const form = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${date}T12:00:00Z`));
}

/** *ti 3.*, *Tu 3*: the weekday's first letters and the day of the month, for a column's head. */
export function dayHead(date: string, language: Language): { weekday: string; day: string } {
  const locale = language === 'nn' ? locales.nb : locales[language];
  const at = new Date(`${date}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(at);
  const day = at.getUTCDate();
  return {
    weekday: shortWeekday(weekday, language),
    day: language === 'nb' || language === 'nn' ? `${day}.` : `${day}`,
  };
}

/** Two letters, as calendars print them; nynorsk has its own. */
function shortWeekday(weekday: string, language: Language): string {
  const nynorsk: Record<string, string> = { mandag: 'må', tirsdag: 'ty', lørdag: 'la', søndag: 'su' };
  return (language === 'nn' ? nynorsk[weekday] : undefined) ?? weekday.slice(0, 2);
}

/** The Monday after a date. */
export function nextMonday(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  const ahead = (8 - at.getUTCDay()) % 7 || 7;
  return new Date(at.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** *3. mars*, *3 mars*, *3 Mar 2025*: where room is short; the year when it is another than the one given. */
export function shortDay(date: string, language: Language, today = date): string {
  const locale = language === 'nn' ? locales.nb : locales[language];
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
}
