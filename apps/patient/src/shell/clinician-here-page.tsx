import { PageHeading, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { shellTexts } from './texts.ts';

/** A clinician who has come to the patients' address. */
export function ClinicianHerePage() {
  const t = useText(shellTexts);
  return (
    <div className="page">
      <PageHeading>{t('clinician')}</PageHeading>
      <Paragraph>{t('clinicianText')}</Paragraph>
      <a className="ds-button" data-variant="primary" href="/clinic/">
        {t('toClinic')}
      </a>
    </div>
  );
}
