import { Button, PageHeading, Paragraph } from '@skute/ui/base';
import { Boat } from '@skute/ui/boat';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useHere } from '../shell/clinic-session.ts';
import { dateIn, daysBetween } from '../words/time-words.ts';
import { inviteTexts } from './texts.ts';

export interface Invited {
  readonly treatmentId: string;
  readonly name: string;
  readonly invitationEndsOn: string;
  /** How long an invitation to this programme holds. */
  readonly days: number;
}

/** That it arrived, how long it holds, and what happens next. */
export function Receipt({ invited, another }: { invited: Invited; another: () => void }) {
  const t = useText(inviteTexts);
  const language = useLanguage();
  const { now, timeZone } = useHere();
  const left = Math.max(0, daysBetween(dateIn(timeZone, now), invited.invitationEndsOn));
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.querySelector('h1')?.focus(), []);
  return (
    <div className="page receipt" ref={page}>
      <Boat state="sailing" moving />
      <PageHeading>{t('receiptTitle', { name: invited.name })}</PageHeading>
      <Paragraph className="invitation-clock">
        {t('receiptClock', { left, all: invited.days, date: dayInWords(invited.invitationEndsOn, language) })}
      </Paragraph>
      <Paragraph>{t('receiptNext')}</Paragraph>
      <div className="button-row">
        <Button asChild>
          <Link to="/treatments/$treatmentId/overview" params={{ treatmentId: invited.treatmentId }}>
            {t('toPatient')}
          </Link>
        </Button>
        <Button variant="secondary" onClick={another}>
          {t('another')}
        </Button>
      </div>
    </div>
  );
}
