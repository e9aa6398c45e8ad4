import type { PatientPage } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

/** What was answered when the programme was assigned, and why a line was set aside. */
export function EligibilityAnswers({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  if (patient.eligibility.length === 0) return null;
  return (
    <Panel title={t('eligibility')}>
      <ul className="eligibility-answers">
        {patient.eligibility.map((line) => (
          <li key={line.question} data-met={line.met}>
            <span>{line.question}</span> <strong>{line.met ? t('met') : t('notMet')}</strong>
            {line.overrideReason ? <p>{t('override', { reason: line.overrideReason })}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
