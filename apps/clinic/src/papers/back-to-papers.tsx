import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { papersTexts } from './texts.ts';

export function BackToPapers({ treatmentId }: { treatmentId: string }) {
  const t = useText(papersTexts);
  return (
    <p>
      <Link to="/treatments/$treatmentId/papers" params={{ treatmentId }} search={{}} className="ds-link">
        {t('back')}
      </Link>
    </p>
  );
}
