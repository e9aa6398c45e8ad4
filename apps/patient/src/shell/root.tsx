import { IdleWarning, type SessionState, useSession, useShownPreferences } from '@skute/ui/session';
import { UndoHost } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Outlet } from '@tanstack/react-router';
import { useMemo } from 'react';
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
  const { idleEndsAt, endsAt } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the server has told the time anew.
  const read = useMemo(() => Date.now(), [idleEndsAt, endsAt]);
  const kept = Date.parse(idleEndsAt) < read;
  if (!session.sharedDevice && (kept || !navigator.onLine)) return null;
  return <IdleWarning session={session} read={read} />;
}
