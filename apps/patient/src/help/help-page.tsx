import type { Today } from '@skute/treatment/contract';
import { Folded, Heading, Paragraph } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { useSession } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { todayKey } from '../kept/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { patientOf } from '../shell/patient-session.ts';
import { type Country, Numbers } from './numbers.tsx';
import { helpTexts } from './texts.ts';

/** Open to everybody, signed in or not, with a network or without. Asks the server for nothing. */
export function HelpPage() {
  const t = useText(helpTexts);
  const language = useLanguage();
  const session = patientOf(useSession());
  const country = session?.country ?? (language === 'sv' ? 'SE' : 'NO');
  const other: Country = country === 'NO' ? 'SE' : 'NO';
  // What is already at hand about the clinic; never fetched for this page.
  const today = useQuery<Today>({ queryKey: todayKey, enabled: false });
  const unit = session ? today.data?.treatment?.clinic.unit : undefined;
  return (
    <div className="page">
      <PageHead boat="lighthouse" title={t('title')}>
        {t('text')}
      </PageHead>
      <Numbers country={country} all />
      {unit ? (
        <section>
          <Heading level={2} data-size="2xs">
            {t('clinic')}
          </Heading>
          <Paragraph>{t('clinicText', { unit })}</Paragraph>
        </section>
      ) : null}
      <Folded title={t(other === 'SE' ? 'sweden' : 'norway')}>
        <Numbers country={other} all />
      </Folded>
    </div>
  );
}
