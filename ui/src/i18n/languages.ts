/** The languages of the interface. Content may come in others. */
export const languages = ['nb', 'nn', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Record<Language, string> = {
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  sv: 'Svenska',
  en: 'English',
};

/** With the country whose customs for dates and numbers we follow. */
export const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' };

/** The first of the browser's languages that we have; bokmål when there is none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'no') return 'nb';
    const found = languages.find((language) => language === base);
    if (found) return found;
  }
  return 'nb';
}
