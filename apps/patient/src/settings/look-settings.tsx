import type { Preferences } from '@skute/access/contract';
import { Choice } from '@skute/ui/base';
import { languageNames, languages, useText } from '@skute/ui/i18n';
import { useSavePreferences } from '@skute/ui/session';
import { useChangeLanguage } from '../shell/language-switch.tsx';
import type { PatientSession } from '../shell/patient-session.ts';
import { settingsTexts } from './texts.ts';

/** Each choice takes effect at once, and can be seen on the page it stands on. */
export function LanguageSetting({ session }: { session: PatientSession }) {
  const t = useText(settingsTexts);
  const change = useChangeLanguage(session);
  const options = languages.map((value) => ({ value, label: languageNames[value], lang: value }));
  return (
    <Choice
      name="language"
      legend={t('language')}
      options={options}
      value={session.preferences.language}
      onChange={change}
    />
  );
}

const textSizes = ['md', 'lg', 'xl'] as const;
const themes = ['auto', 'light', 'dark'] as const;

export function TextSizeSetting({ session }: { session: PatientSession }) {
  const t = useText(settingsTexts);
  const change = useChangePreferences(session);
  const options = textSizes.map((value) => ({
    value,
    label: (
      <span className="size-choice" data-letter={value}>
        <span aria-hidden="true">A</span> {t(value)}
      </span>
    ),
  }));
  return (
    <Choice
      name="text-size"
      legend={t('textSize')}
      options={options}
      value={session.preferences.textSize}
      onChange={(textSize) => change({ textSize })}
      inline
    />
  );
}

export function ThemeSetting({ session }: { session: PatientSession }) {
  const t = useText(settingsTexts);
  const change = useChangePreferences(session);
  const options = themes.map((value) => ({ value, label: t(value) }));
  return (
    <Choice
      name="theme"
      legend={t('theme')}
      options={options}
      value={session.preferences.theme}
      onChange={(theme) => change({ theme })}
      inline
    />
  );
}

function useChangePreferences(session: PatientSession): (change: Partial<Preferences>) => void {
  const save = useSavePreferences();
  return (change) => save.mutate({ ...session.preferences, ...change });
}
