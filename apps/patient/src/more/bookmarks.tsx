import { EmptyState } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { stepsOf } from '../programme/route.ts';
import { useProgramme } from '../programme/use-programme.ts';
import { ChevronIcon } from '../shell/icons.tsx';
import { moreTexts } from './texts.ts';

export function Bookmarks() {
  const t = useText(moreTexts);
  const kept = (useProgramme().data?.modules ?? []).flatMap(stepsOf).filter((step) => step.bookmarked);
  if (kept.length === 0) return <EmptyState>{t('noBookmarks')}</EmptyState>;
  return (
    <ul className="plain-list stack">
      {kept.map((step) => (
        <li key={step.id}>
          <AppLink to="/step/$stepId" params={{ stepId: step.id }} className="card link-card">
            <span className="link-card-words">
              <strong>{step.title}</strong>
              <span className="subtle">{t('minutes', { count: step.minutes })}</span>
            </span>
            <ChevronIcon />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
