import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { patientTexts } from './texts.ts';

/** Tabs that are addresses: Back works, and a tab can be opened beside another. */
export function PatientTabs({ treatmentId }: { treatmentId: string }) {
  const t = useText(patientTexts);
  const shortcuts = useSingleKeys();
  return (
    <nav className="patient-tabs" aria-label={t('tabs')}>
      <Link to="/treatments/$treatmentId/overview" params={{ treatmentId }}>
        {t('overview')}
      </Link>
      <Link to="/treatments/$treatmentId/programme" params={{ treatmentId }}>
        {t('programme')}
      </Link>
      {shortcuts ? <Keys keys="[ ]" /> : null}
    </nav>
  );
}
