import {
  IdleWarning,
  type SessionState,
  sessionReadAt,
  useSession,
  useShownPreferences,
} from '@skute/ui/session';
import { UndoHost, useOnline } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Outlet } from '@tanstack/react-router';
import { firstPreferences } from './first-look.ts';
import { MainMenu } from './main-menu.tsx';
import { NetworkLine } from './network-line.tsx';
import { patientOf, type PatientSession } from './patient-session.ts';
import { shellTexts } from './texts.ts';
import { TopBar } from './top-bar.tsx';

/** What stands round every page: the way to help, the language, the network, and the menu once signed in. */
export function Root() {
  const t = useText(shellTexts);
  const state = useSession();
  const session = patientOf(state);
  useShownPreferences(shownPreferences(state));
  const menu = session?.preferences.welcomed ?? false;
  return (
    <div className="app" data-menu={menu}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <TopBar session={session} />
      <NetworkLine />
      {menu ? <MainMenu /> : null}
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <UndoHost />
      {session ? <TimeOut session={session} /> : null}
    </div>
  );
}

function shownPreferences(state: SessionState) {
  return state.kind === 'signed-in' ? state.session.preferences : firstPreferences();
}

/** On an own phone without a network nothing ends: what is kept there can be read until the server can be asked. */
function TimeOut({ session }: { session: PatientSession }) {
  const online = useOnline();
  if (!session.sharedDevice && (!online || sessionReadAt() === 0)) return null;
  return <IdleWarning session={session} />;
}
