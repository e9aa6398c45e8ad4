import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { patientQuery } from '../data/queries.ts';
import { useActs } from '../keys/acts.ts';
import { Loaded } from '../parts/loadable.tsx';
import { PatientHeader, PatientNow } from './patient-header.tsx';
import { PatientTabs } from './patient-tabs.tsx';
import { patientTexts } from './texts.ts';

/** C4: one patient. The header is the same on every tab; another patient is another header, which takes focus. */
export function PatientLayout() {
  const t = useText(patientTexts);
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const page = useQuery(patientQuery(treatmentId));
  useTabActs(treatmentId);
  return (
    <div className="page patient-page">
      <PatientNow patient={page.data} />
      <Loaded of={page} lines={5} heading={t('waiting')}>
        {(patient) => (
          <>
            <PatientHeader key={treatmentId} patient={patient} />
            <PatientTabs treatmentId={treatmentId} />
            <Outlet />
          </>
        )}
      </Loaded>
    </div>
  );
}

const tabs = ['overview', 'week', 'programme', 'forms', 'papers'] as const;

function useTabActs(treatmentId: string): void {
  const t = useText(patientTexts);
  const navigate = useNavigate();
  const move = (step: 1 | -1) => (): void => {
    const at = tabs.findIndex((tab) => window.location.pathname.endsWith(`/${tab}`));
    const next = tabs[(at + step + tabs.length) % tabs.length] ?? 'overview';
    void navigate({ to: `/treatments/$treatmentId/${next}`, params: { treatmentId } });
  };
  useActs([
    { id: 'next-tab', label: t('nextTab'), keys: ']', group: 'here', run: move(1) },
    { id: 'previous-tab', label: t('previousTab'), keys: '[', group: 'here', run: move(-1) },
  ]);
}
