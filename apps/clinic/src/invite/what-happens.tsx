import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { Panel } from '../patient/panel.tsx';
import { addDays } from '../words/time-words.ts';
import type { Filled } from './draft.ts';
import { inviteTexts } from './texts.ts';

/** What the patient will get, day by day, if it starts as written. */
export function WhatHappens({ form }: { form: Filled }) {
  const t = useText(inviteTexts);
  const language = useLanguage();
  const { programme, startsOn } = form;
  if (!programme || startsOn === '') return null;
  const on = (day: number): string => dayInWords(addDays(startsOn, day), language);
  return (
    <Panel title={t('gets')} className="what-happens">
      <ol className="calendar">
        {programme.calendar.map(({ day, opens, because }) => (
          <li key={day}>
            <strong>{t('onDay', { day, date: on(day) })}</strong>
            <ul>
              {opens.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
            {because ? <p className="because">{because}</p> : null}
          </li>
        ))}
        <li>
          <strong>{t('onDay', { day: programme.days, date: on(programme.days) })}</strong>
          <p>{t('ends', { date: on(programme.days) })}</p>
        </li>
      </ol>
      <p className="subtle">
        {t('byHand')} {t('datesHold')} {t('clock', { count: programme.invitationDays })}
      </p>
    </Panel>
  );
}
