import { ChevronDownIcon } from '@navikt/aksel-icons';
import { type Language, languageNames, languages, useText } from '@skute/ui/i18n';
import { useSavePreferences } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { useClinician } from './clinic-session.ts';
import { MenuSelect } from './menu-select.tsx';
import { SingleKeysSwitch } from './single-keys-switch.tsx';
import { shellTexts } from './texts.ts';
import { SignOut } from './sign-out.tsx';

/** The unit and the clinician, and how the screen is to be. */
export function ProfileMenu() {
  const t = useText(shellTexts);
  const { session } = useClinician();
  return (
    <>
      <button
        type="button"
        className="profile-button"
        popoverTarget="profile-menu"
        aria-label={t('profile', { name: `${session.name}, ${session.unit.name}` })}
      >
        <span className="profile-name">{session.name}</span>
        <span className="profile-unit">{session.unit.name}</span>
        <ChevronDownIcon aria-hidden="true" />
      </button>
      <div popover="auto" id="profile-menu" className="menu profile-menu">
        <h2 className="menu-title">{t('you')}</h2>
        <p className="menu-who">
          {session.name}
          <span>{session.unit.name}</span>
        </p>
        <ScreenSettings />
        <SingleKeysSwitch />
        <SignOut />
      </div>
    </>
  );
}

function ScreenSettings() {
  const t = useText(shellTexts);
  const client = useQueryClient();
  const { preferences } = useClinician().session;
  const save = useSavePreferences();
  const themes = [
    ['auto', t('themeAuto')],
    ['light', t('themeLight')],
    ['dark', t('themeDark')],
  ] as const;
  const sizes = [
    ['md', t('sizeMd')],
    ['lg', t('sizeLg')],
    ['xl', t('sizeXl')],
  ] as const;
  // The server writes its sentences in the reader's language, so they are read again.
  const changeLanguage = (language: Language): void =>
    save.mutate({ ...preferences, language }, { onSuccess: () => void client.invalidateQueries() });
  return (
    <>
      <MenuSelect
        label={t('language')}
        value={preferences.language}
        options={languages.map((language) => [language, languageNames[language]] as const)}
        onChange={changeLanguage}
      />
      <MenuSelect
        label={t('theme')}
        value={preferences.theme}
        options={themes}
        onChange={(theme) => save.mutate({ ...preferences, theme })}
      />
      <MenuSelect
        label={t('textSize')}
        value={preferences.textSize}
        options={sizes}
        onChange={(textSize) => save.mutate({ ...preferences, textSize })}
      />
    </>
  );
}
