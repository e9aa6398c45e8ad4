import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useSavePreferences } from '@skute/ui/session';
import { useEffect } from 'react';
import { takeChosenLanguage } from '../shell/first-look.ts';
import { PageHead } from '../shell/page-head.tsx';
import type { PatientSession } from '../shell/patient-session.ts';
import { useToday } from '../today/use-today.ts';
import { Joining } from './joining.tsx';
import { DevicePage, LookPage, UrgentPage, WhoPage } from './pages.tsx';
import { welcomeTexts } from './texts.ts';
import { useWelcomePage } from './use-welcome-page.ts';

const pages = ['who', 'urgent', 'look', 'device'] as const;

/** The first time: four short pages, all of which can be skipped and found again under *Mer*. */
export function WelcomePages({ session }: { session: PatientSession }) {
  const t = useText(welcomeTexts);
  const { page, goTo } = useWelcomePage(pages.length);
  useLanguageFromSignIn(session);
  const here = pages[page - 1] ?? 'who';
  const last = page === pages.length;
  return (
    <div className="page welcome">
      <p className="small">{t('page', { page, pages: pages.length })}</p>
      <PageHead boat={here === 'who' ? 'moored' : undefined} title={t(here)} page={here} />
      <Page here={here} session={session} />
      {last ? (
        <Joining session={session} />
      ) : (
        <Button className="wide" onClick={() => goTo(page + 1)}>
          {t('next')}
        </Button>
      )}
      <div className="split">
        {page > 1 ? (
          <Button variant="tertiary" onClick={() => goTo(page - 1)}>
            {t('back')}
          </Button>
        ) : null}
        {last ? null : (
          <Button variant="tertiary" className="onwards" onClick={() => goTo(pages.length)}>
            {t('skip')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Page({ here, session }: { here: (typeof pages)[number]; session: PatientSession }) {
  const treatment = useToday().data?.treatment ?? undefined;
  switch (here) {
    case 'who':
      return <WhoPage treatment={treatment} />;
    case 'urgent':
      return <UrgentPage country={session.country} />;
    case 'look':
      return <LookPage session={session} />;
    case 'device':
      return <DevicePage session={session} />;
  }
}

/** A language chosen before signing in is the person's first choice here too. It is taken over once. */
function useLanguageFromSignIn({ preferences }: PatientSession): void {
  const { mutate } = useSavePreferences();
  useEffect(() => {
    const language = takeChosenLanguage();
    if (language && language !== preferences.language) mutate({ ...preferences, language });
  }, [mutate, preferences]);
}
