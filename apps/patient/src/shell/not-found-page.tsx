import { PageHeading, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { shellTexts } from './texts.ts';

export function NotFoundPage() {
  const t = useText(shellTexts);
  return (
    <div className="page">
      <PageHeading>{t('notFound')}</PageHeading>
      <Paragraph>{t('notFoundText')}</Paragraph>
      <AppLink to="/" className="ds-button" data-variant="primary">
        {t('toToday')}
      </AppLink>
    </div>
  );
}
