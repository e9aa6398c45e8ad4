import type { PatientPage } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { measuresQuery, patientQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { patientTexts } from '../patient/texts.ts';
import { WorkLines } from '../patient/patient-work.tsx';
import { WeekSentence } from '../patient/week-strip.tsx';
import { AnswersPane } from './answers-pane.tsx';
import { FormsNow } from './forms-now.tsx';
import { Pane } from './pane.tsx';
import { ScorePane } from './score-pane.tsx';
import { weekTexts } from './texts.ts';
import { useWeekKeys } from './use-week-keys.ts';
import { WeekKeys } from './week-keys.tsx';

/** C2: one patient's week, to be judged without scrolling at a desk. */
export function WeekTab() {
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const { data: patient, dataUpdatedAt } = useQuery(patientQuery(treatmentId));
  useWeekKeys(treatmentId);
  if (!patient) return null;
  return <Week key={treatmentId} patient={patient} readAt={dataUpdatedAt} />;
}

function Week({ patient, readAt }: { patient: PatientPage; readAt: number }) {
  const t = useText(weekTexts);
  const words = useText(patientTexts);
  const measures = useQuery(measuresQuery(patient.treatmentId));
  return (
    <div className="review" data-keys="">
      <WeekKeys />
      <Pane number={1} title={words('week')}>
        <WeekSentence patient={patient} />
        <h3>{t('forms')}</h3>
        <Loaded of={measures} lines={1}>
          {(read) => <FormsNow measures={read} />}
        </Loaded>
      </Pane>
      <div className="review-middle">
        <Pane number={2} title={t('score')}>
          <Loaded of={measures} lines={4}>
            {(read) => <ScorePane measures={read} />}
          </Loaded>
        </Pane>
        <Pane number={3} title={t('answers')}>
          <Loaded of={measures} lines={3}>
            {(read) => <AnswersPane treatmentId={patient.treatmentId} measures={read} />}
          </Loaded>
        </Pane>
      </div>
      <Pane number={4} title={words('work')}>
        <WorkLines patient={patient} readAt={readAt} />
      </Pane>
    </div>
  );
}
