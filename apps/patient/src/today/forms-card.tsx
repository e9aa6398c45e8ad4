import type { TodayCard } from '@skute/treatment/contract';
import { VisuallyHidden } from '@skute/ui/base';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { todayTexts } from './texts.ts';

/** What the clinic asks for now, as one sitting. That a day has passed is no reproach: it can still be answered. */
export function FormsCard({ card }: { card: Extract<TodayCard, { kind: 'forms-due' }> }) {
  const t = useText(todayTexts);
  const language = useLanguage();
  const by =
    card.state === 'overdue' ? t('answerStill') : t('answerBy', { day: dayInWords(card.dueOn, language) });
  return (
    <article className="card next-step" aria-labelledby="forms-title">
      <div className="over-line">
        <span>{t('form', { count: card.forms })}</span>
        <span>{t('minutes', { count: card.minutes })}</span>
      </div>
      <h3 id="forms-title">{card.title}</h3>
      <p>{by}</p>
      <AppLink
        to="/form/$formId"
        params={{ formId: card.formId }}
        className="ds-button wide"
        data-variant="primary"
      >
        {t('answer')}
        <VisuallyHidden>: {card.title}</VisuallyHidden>
      </AppLink>
    </article>
  );
}
