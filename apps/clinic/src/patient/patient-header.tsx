import type { PatientPage } from '@skute/clinics/contract';
import { PageHeading } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { statusWords } from '../patients/status.ts';
import { patientsTexts } from '../patients/texts.ts';
import { useHere } from '../shell/clinic-session.ts';
import { dateInWords } from '../words/dates.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { patientTexts } from './texts.ts';

/** Who this is. Drawn anew for another patient: the name takes focus. */
export function PatientHeader({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const words = useText(patientsTexts);
  const time = useText(timeTexts);
  const language = useLanguage();
  const here = useHere();
  const born = dateInWords(patient.born, language);
  const status = words(statusWords[patient.status]);
  return (
    <header className="patient-header">
      <div>
        <PageHeading>{patient.name}</PageHeading>
        <p className="subtle">
          {t('born', { date: born, age: patient.age })} ·{' '}
          <span className="number">{t('number', { ends: patient.numberEnds })}</span>
        </p>
      </div>
      <div className="patient-state">
        <p>
          <span className="patient-status" data-status={patient.status}>
            {patient.day === null ? status : `${status}, ${t('day', { day: patient.day })}`}
          </span>
        </p>
        <p className="subtle">
          {patient.lastActiveAt
            ? t('lastActive', { when: whenInWords(patient.lastActiveAt, here, time) })
            : t('neverActive')}
        </p>
      </div>
    </header>
  );
}

/** Says so when the page has become another patient's. Stands still while the header changes, or it would not be read. */
export function PatientNow({ patient }: { patient: PatientPage | undefined }) {
  const t = useText(patientTexts);
  const language = useLanguage();
  return (
    <p role="status" className="ds-sr-only">
      {patient ? t('nowAt', { name: patient.name, date: dateInWords(patient.born, language) }) : ''}
    </p>
  );
}
