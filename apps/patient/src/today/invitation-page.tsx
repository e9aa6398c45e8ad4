import type { Today } from '@skute/treatment/contract';
import { Button, Paragraph } from '@skute/ui/base';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { PageHead } from '../shell/page-head.tsx';
import { welcomeTexts } from '../welcome/texts.ts';
import { useAccept } from '../welcome/use-accept.ts';

/** For someone who knows the app already and has been invited anew. */
export function InvitationPage({ treatment }: { treatment: NonNullable<Today['treatment']> }) {
  const t = useText(welcomeTexts);
  const language = useLanguage();
  const accept = useAccept();
  const { programme, clinic, invitationEndsOn } = treatment;
  return (
    <div className="page">
      <PageHead boat="moored" title={t('invitation')}>
        {programme.welcome}
      </PageHead>
      <div className="card">
        <strong>{programme.title}</strong>
        <span>{programme.summary}</span>
        <span className="subtle">{t('whoClinic', { clinician: clinic.clinician, unit: clinic.unit })}</span>
      </div>
      <Paragraph>
        {invitationEndsOn ? t('invitationUntil', { day: dayInWords(invitationEndsOn, language) }) : null}{' '}
        {t('rest')}
      </Paragraph>
      <Button className="wide" onClick={() => accept.mutate()}>
        {t('join')}
      </Button>
      <output className="small">{accept.isError ? t('failed') : null}</output>
    </div>
  );
}
