import { PageHeading, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { type Address, AppLink } from '../links.tsx';
import { formTexts } from './texts.ts';

type NotNow = 'answered' | 'expired' | 'held' | 'not-asked' | 'not-fetched' | 'unreadable';

const words = {
  answered: ['answered', 'answeredText'],
  expired: ['expired', 'expiredText'],
  held: ['held', 'heldText'],
  'not-asked': ['notAsked', 'notAskedText'],
  'not-fetched': ['notFetched', 'notFetchedText'],
  unreadable: ['unreadable', 'unreadableText'],
} as const satisfies Record<NotNow, readonly [string, string]>;

/** Why there is nothing to fill in, and where to go instead. */
export function NotNowPage({ state }: { state: NotNow }) {
  const t = useText(formTexts);
  const [title, text] = words[state];
  const call = state === 'expired' || state === 'unreadable';
  const way: Address = state === 'answered' ? { to: '/progress' } : { to: call ? '/help' : '/' };
  return (
    <div className="page">
      <PageHeading>{t(title)}</PageHeading>
      <Paragraph>{t(text)}</Paragraph>
      <AppLink {...way} className="ds-button" data-variant="primary">
        {t(state === 'answered' ? 'toProgress' : call ? 'toHelp' : 'toToday')}
      </AppLink>
    </div>
  );
}
