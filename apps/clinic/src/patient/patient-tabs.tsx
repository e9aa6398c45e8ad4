import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { patientTexts } from './texts.ts';

const tabs = [
  ['overview', 'overview'],
  ['week', 'weekTab'],
  ['programme', 'programme'],
  ['forms', 'forms'],
  ['papers', 'papers'],
] as const;

/** Tabs that are addresses: Back works, and a tab can be opened beside another. */
export function PatientTabs({ treatmentId }: { treatmentId: string }) {
  const t = useText(patientTexts);
  const shortcuts = useSingleKeys();
  return (
    <nav className="patient-tabs" aria-label={t('tabs')}>
      {tabs.map(([tab, word]) => (
        <Link key={tab} to={`/treatments/$treatmentId/${tab}`} params={{ treatmentId }}>
          {t(word)}
        </Link>
      ))}
      {shortcuts ? <Keys keys="[ ]" /> : null}
    </nav>
  );
}
