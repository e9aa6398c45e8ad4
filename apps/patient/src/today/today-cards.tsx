import type { TodayCard } from '@skute/treatment/contract';
import { EmptyState, StatusWord, VisuallyHidden } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { type Address, AppLink } from '../links.tsx';
import { ChevronIcon } from '../shell/icons.tsx';
import type { ShownCard } from './arrange.ts';
import { FormsCard } from './forms-card.tsx';
import { todayTexts } from './texts.ts';

/** Only the first card has the primary action: there is one on a page. */
export function OneCard({ card, first }: { card: ShownCard; first: boolean }) {
  const t = useText(todayTexts);
  switch (card.kind) {
    case 'forms-due':
      return <FormsCard card={card} />;
    case 'next-step':
      return <NextStepCard card={card} first={first} />;
    case 'opened':
      return (
        <LinkCard
          address={{ to: '/programme', hash: card.moduleId }}
          over={t('opened', { count: card.titles.length })}
          title={card.titles.join(', ')}
        >
          {card.because.text}
        </LinkCard>
      );
    case 'shown':
      return (
        <LinkCard
          address={{ to: '/step/$stepId', params: { stepId: card.stepId } }}
          over={t('shown')}
          title={card.title}
        >
          {card.because.text}
        </LinkCard>
      );
    case 'opens-later':
      return (
        <div className="card">
          <strong>{card.title}</strong>
          <StatusWord status="opens" on={card.opensOn} />
        </div>
      );
    case 'all-done':
      return <AllDoneCard />;
  }
}

function NextStepCard({ card, first }: { card: Extract<TodayCard, { kind: 'next-step' }>; first: boolean }) {
  const t = useText(todayTexts);
  return (
    <article className="card next-step" aria-labelledby="next-step-title">
      <div className="over-line">
        <span>{card.module}</span>
        <span>{t('minutes', { count: card.minutes })}</span>
      </div>
      <h3 id="next-step-title">{card.title}</h3>
      <p>{card.summary}</p>
      <AppLink
        to="/step/$stepId"
        params={{ stepId: card.stepId }}
        className="ds-button wide"
        data-variant={first ? 'primary' : 'secondary'}
      >
        {card.begun ? t('goOn') : t('begin')}
        <VisuallyHidden>: {card.title}</VisuallyHidden>
      </AppLink>
    </article>
  );
}

interface LinkCardProps {
  readonly address: Address;
  readonly over: string;
  readonly title: string;
  readonly children: ReactNode;
}

function LinkCard({ address, over, title, children }: LinkCardProps) {
  return (
    <AppLink {...address} className="card link-card">
      <span className="link-card-words">
        <span className="over-line">{over}</span>
        <strong>{title}</strong>
        <span className="subtle">{children}</span>
      </span>
      <ChevronIcon />
    </AppLink>
  );
}

function AllDoneCard() {
  const t = useText(todayTexts);
  return (
    <div className="card">
      <EmptyState
        action={
          <AppLink to="/programme" className="ds-button" data-variant="secondary">
            {t('toProgramme')}
          </AppLink>
        }
      >
        <strong>{t('nothing')}</strong> {t('nothingText')}
      </EmptyState>
    </div>
  );
}
