import { EmptyState, PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { shellTexts } from './texts.ts';

export function NotFoundPage() {
  const t = useText(shellTexts);
  return (
    <div className="page">
      <PageHeading>{t('notFound')}</PageHeading>
      <EmptyState action={<Link to="/worklist">{t('toWorklist')}</Link>}>{t('notFoundText')}</EmptyState>
    </div>
  );
}
