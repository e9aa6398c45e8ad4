import { OfflineBar, UndoHost } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { IdleWarning } from '@skute/ui/session';
import { type ReactNode, useEffect } from 'react';
import { OutboxBar } from '../data/outbox-bar.tsx';
import { Keyboard } from '../keys/keyboard.tsx';
import { NoticeHost } from '../parts/notices.tsx';
import { useClinician } from './clinic-session.ts';
import { Header } from './header.tsx';
import { Rail } from './rail.tsx';
import { rememberSignedIn } from './sign-in-page.tsx';
import { shellTexts } from './texts.ts';

/** What stands round every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useText(shellTexts);
  const { session, readAt } = useClinician();
  useEffect(rememberSignedIn, []);
  return (
    <div className="shell">
      <a className="ds-skip-link" href="#content">
        {t('skip')}
      </a>
      <Rail />
      <div className="shell-side">
        <Header />
        <OfflineBar />
        <OutboxBar />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <div className="hosts">
        <NoticeHost />
        <UndoHost />
      </div>
      <IdleWarning session={session} read={readAt} />
      <Keyboard />
    </div>
  );
}
