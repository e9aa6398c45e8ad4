import { Boat } from '@skute/ui/boat';
import { useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import type { PatientSession } from './patient-session.ts';
import { shellTexts } from './texts.ts';

/** Help stands at the same place on every page. */
export function TopBar({ session }: { session: PatientSession | undefined }) {
  const t = useText(shellTexts);
  return (
    <header className="top-bar">
      {session?.practice ? <p className="practice">{t('practice')}</p> : null}
      <div className="top-bar-row">
        <AppLink to="/" className="brand">
          <Boat state="sailing" className="brand-mark" />
          <span>Skute</span>
        </AppLink>
        <AppLink to="/help" className="help-link">
          {t('help')}
        </AppLink>
        <LanguageSwitch session={session} />
      </div>
    </header>
  );
}
