export { dayInWords, dayOfInstant, hourOfInstant, timeOfInstant } from './dates.ts';
export { type Language, languageFor, languageNames, languages, locales } from './languages.ts';
export {
  currentLanguage,
  defineTexts,
  type FourLanguages,
  type Say,
  speak,
  type TextKey,
  type Texts,
  useLanguage,
  useText,
  type Values,
} from './texts.ts';
