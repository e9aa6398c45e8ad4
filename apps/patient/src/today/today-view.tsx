import type { Today, TodayCard } from '@skute/treatment/contract';
import { Heading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { arranged, type ShownCard, smallestNext } from './arrange.ts';
import { Greeting } from './greeting.tsx';
import { todayTexts } from './texts.ts';
import { OneCard } from './today-cards.tsx';

interface TodayViewProps {
  readonly treatment: NonNullable<Today['treatment']>;
  readonly cards: readonly TodayCard[];
  readonly more: number;
}

/** Days away after which we greet a return, and show the smallest next thing instead of what was missed. */
const awayFrom = 7;

export function TodayView({ treatment, cards, more }: TodayViewProps) {
  const t = useText(todayTexts);
  const back = treatment.status === 'active' && (treatment.awayDays ?? 0) >= awayFrom;
  const shown = back ? smallestNext(cards) : arranged(cards);
  const hidden = more > 0 || (back && cards.length > 1);
  return (
    <div className="page">
      <Greeting treatment={treatment} back={back} />
      {shown.length > 0 ? (
        <section className="stack" aria-labelledby="today-title">
          <Heading id="today-title" level={2} data-size="2xs">
            {t('today')}
          </Heading>
          <Cards cards={shown} />
          {hidden ? (
            <AppLink to="/programme" className="text-link">
              {t('all')}
            </AppLink>
          ) : null}
        </section>
      ) : (
        <AppLink to="/programme" className="ds-button" data-variant="secondary">
          {t('toProgramme')}
        </AppLink>
      )}
    </div>
  );
}

function Cards({ cards }: { cards: readonly ShownCard[] }) {
  return (
    <ul className="plain-list stack">
      {cards.map((card, place) => (
        <li key={keyOf(card)}>
          <OneCard card={card} first={place === 0} />
        </li>
      ))}
    </ul>
  );
}

function keyOf(card: ShownCard): string {
  switch (card.kind) {
    case 'next-step':
    case 'shown':
      return `${card.kind} ${card.stepId}`;
    case 'opened':
    case 'opens-later':
      return `${card.kind} ${card.moduleId}`;
    case 'forms-due':
    case 'all-done':
      return card.kind;
  }
}
