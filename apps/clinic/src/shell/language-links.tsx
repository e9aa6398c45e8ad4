import { languageNames, languages, speak, useLanguage } from '@skute/ui/i18n';

/** Before anybody is signed in, the language holds for this visit. */
export function LanguageLinks() {
  const current = useLanguage();
  return (
    <ul className="language-links">
      {languages.map((language) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            aria-current={language === current ? 'true' : undefined}
            onClick={() => speak(language)}
          >
            {languageNames[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
