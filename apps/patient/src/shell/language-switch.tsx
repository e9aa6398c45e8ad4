import { type Language, languageNames, languages, useLanguage, useText } from '@skute/ui/i18n';
import { useSavePreferences } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { programmeKey, todayKey } from '../kept/answers.ts';
import { chooseFirstLanguage } from './first-look.ts';
import type { PatientSession } from './patient-session.ts';
import { shellTexts } from './texts.ts';

/** Changes at once, without a reload; kept with the person when someone is signed in. */
export function LanguageSwitch({ session }: { session: PatientSession | undefined }) {
  const t = useText(shellTexts);
  const language = useLanguage();
  const change = useChangeLanguage(session);
  return (
    <label className="language-switch">
      <span className="ds-sr-only">{t('language')}</span>
      <span aria-hidden="true">{language.toUpperCase()}</span>
      <select value={language} onChange={(event) => change(event.target.value as Language)}>
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function useChangeLanguage(session: PatientSession | undefined): (language: Language) => void {
  const client = useQueryClient();
  const save = useSavePreferences();
  return (language) => {
    if (!session) return chooseFirstLanguage(language);
    save.mutate(
      { ...session.preferences, language },
      {
        // What the programme says comes from the server in the person's language.
        onSuccess: () => {
          for (const queryKey of [todayKey, programmeKey, ['step']])
            void client.invalidateQueries({ queryKey });
        },
      },
    );
  };
}
