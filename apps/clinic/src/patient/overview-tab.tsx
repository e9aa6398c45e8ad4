import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { patientQuery } from '../data/queries.ts';
import { EligibilityAnswers } from './eligibility-answers.tsx';
import { HandledList } from './handled-list.tsx';
import { OpenedList } from './opened-list.tsx';
import { PatientWork } from './patient-work.tsx';
import { StatusSentence } from './status-sentence.tsx';
import { TreatmentFacts } from './treatment-facts.tsx';
import { WeekStrip } from './week-strip.tsx';

/** One patient's week on one screen: how it stands, what needs doing, what happened and why. */
export function OverviewTab() {
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const { data: patient, dataUpdatedAt } = useQuery(patientQuery(treatmentId));
  if (!patient) return null;
  return (
    <div className="overview">
      <div className="overview-main">
        <StatusSentence patient={patient} />
        <PatientWork patient={patient} readAt={dataUpdatedAt} />
        {/* Until the patient has said yes there is no week, and nothing has opened. */}
        {patient.day === null ? null : <WeekStrip patient={patient} />}
        {patient.day === null ? null : <OpenedList patient={patient} />}
        <HandledList patient={patient} />
      </div>
      <div className="overview-side">
        <TreatmentFacts patient={patient} />
        <EligibilityAnswers patient={patient} />
      </div>
    </div>
  );
}
