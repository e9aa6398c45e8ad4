import type { PatientPage } from '@skute/clinics/contract';
import { Tag } from '@skute/ui/base';
import { languageNames, languages, useLanguage, useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { useHere } from '../shell/clinic-session.ts';
import { dateInWords, dayInItsYear } from '../words/dates.ts';
import { dateIn } from '../words/time-words.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';
import { TreatmentActs } from './treatment-acts.tsx';

export function TreatmentFacts({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const language = useLanguage();
  const { now, timeZone } = useHere();
  const spoken = languages.find((one) => one === patient.language);
  return (
    <Panel title={t('treatment')}>
      <dl className="facts">
        <Fact name={t('programme')}>
          {patient.programme}
          {patient.example ? <Tag data-color="info">{t('example')}</Tag> : null}
        </Fact>
        <Fact name={t('start')}>{dayInItsYear(patient.startsOn, dateIn(timeZone, now), language)}</Fact>
        {patient.daysLeft === null ? null : (
          <Fact name={t('daysLeft')}>{t('daysLeftSays', { count: Math.max(0, patient.daysLeft) })}</Fact>
        )}
        <Fact name={t('responsible')}>{patient.responsible}</Fact>
        <Fact name={t('relation')}>
          {dateInWords(dateIn(timeZone, Date.parse(patient.relation.from)), language)}
        </Fact>
        <Fact name={t('language')}>{spoken ? languageNames[spoken] : patient.language}</Fact>
      </dl>
      <TreatmentActs patient={patient} />
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
