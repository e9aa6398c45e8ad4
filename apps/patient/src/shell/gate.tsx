import { useSession } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useLayoutEffect } from 'react';
import { fallBackOnKept, hasKept } from '../kept/answers.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { ClinicianHerePage } from './clinician-here-page.tsx';
import { NoAnswerPage } from './no-answer-page.tsx';
import { Waiting } from './waiting.tsx';

const WelcomePages = lazy(async () => ({
  default: (await import('../welcome/welcome-pages.tsx')).WelcomePages,
}));

/** Signed in: the page. Otherwise what must come first, in its place; the address stays, so one comes back to it. */
export function Gate() {
  const state = useSession();
  switch (state.kind) {
    case 'asking':
      return <Waiting />;
    case 'signed-out':
      return <SignInPage />;
    case 'unreachable':
      return <Unreachable tryAgain={state.tryAgain} />;
    case 'signed-in':
      if (state.session.kind !== 'patient') return <ClinicianHerePage />;
      if (state.session.preferences.welcomed) return <Outlet />;
      return (
        <Suspense fallback={<Waiting />}>
          <WelcomePages session={state.session} />
        </Suspense>
      );
  }
}

/** No answer at all, though the browser may think that there is a network. What was kept takes over, if there is any. */
function Unreachable({ tryAgain }: { tryAgain: () => void }) {
  const client = useQueryClient();
  useLayoutEffect(() => fallBackOnKept(client), [client]);
  return hasKept() ? <Waiting /> : <NoAnswerPage tryAgain={tryAgain} />;
}
