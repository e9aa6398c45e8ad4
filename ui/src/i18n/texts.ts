/** Interface texts: each feature keeps its own, all four languages side by side. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages } from './languages.ts';

export type FourLanguages = Record<Language, string>;

export interface Texts<K extends string> {
  readonly feature: string;
  readonly texts: Record<K, FourLanguages>;
}

/** `minutes_one` and `minutes_other` are asked for as `minutes`, with a `count`. */
export type TextKey<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
export type Values = Record<string, string | number>;
export type Say<K extends string> = (key: TextKey<K>, values?: Values) => string;

const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: 'nb',
  resources: {},
  initAsync: false,
  // React escapes.
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  returnNull: false,
});

/** Gives a feature its texts. A missing language does not compile. */
export function defineTexts<const K extends string>(
  feature: string,
  texts: Record<K, FourLanguages>,
): Texts<K> {
  const lines = Object.entries<FourLanguages>(texts);
  for (const language of languages) {
    const inLanguage = Object.fromEntries(lines.map(([key, text]) => [key, text[language]]));
    i18n.addResourceBundle(language, feature, inLanguage, true, true);
  }
  return { feature, texts };
}

/** The feature's texts in the language of the screen; the component is drawn again when that changes. */
export function useText<K extends string>(texts: Texts<K>): Say<K> {
  const { t } = useTranslation(texts.feature, { i18n, useSuspense: false });
  return t as unknown as Say<K>;
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n, useSuspense: false });
  return current.language as Language;
}

export function currentLanguage(): Language {
  return i18n.language as Language;
}

/** Changes the language of the screen without a reload, and tells assistive technology. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
}
