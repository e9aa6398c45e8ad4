import { type SessionState, useSession } from '@skute/ui/session';
import { Outlet } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type ClinicianSession, readAtOf, SignedInContext } from './clinic-session.ts';
import { Shell } from './shell.tsx';
import { PatientHerePage, SignInPage, UnreachablePage, WaitingPage } from './sign-in-page.tsx';
import { useClinicPreferences } from './preferences.ts';

/** Signed in: the page. Otherwise the sign-in page in its place; the address stays, so one comes back to it. */
export function Root() {
  const state = useSession();
  useClinicPreferences(state.kind === 'signed-in' ? state.session.preferences : undefined);
  return pageFor(state);
}

function pageFor(state: SessionState) {
  switch (state.kind) {
    case 'asking':
      return <WaitingPage />;
    case 'unreachable':
      return <UnreachablePage tryAgain={state.tryAgain} />;
    case 'signed-out':
      return <SignInPage />;
    case 'signed-in':
      return state.session.kind === 'clinician' ? <SignedIn session={state.session} /> : <PatientHerePage />;
  }
}

function SignedIn({ session }: { session: ClinicianSession }) {
  const readAt = readAtOf(session);
  const signedIn = useMemo(() => ({ session, readAt }), [session, readAt]);
  return (
    <SignedInContext value={signedIn}>
      <Shell>
        <Outlet />
      </Shell>
    </SignedInContext>
  );
}
