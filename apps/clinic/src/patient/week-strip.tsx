import type { PatientPage } from '@skute/clinics/contract';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { dayHead } from '../words/dates.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

/** The last seven days, as a panel. */
export function WeekStrip({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  return (
    <Panel title={t('week')}>
      <WeekSentence patient={patient} />
    </Panel>
  );
}

/** A sentence, then a column a day. An empty day is blank, not marked. */
export function WeekSentence({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const { week } = patient;
  const days = week.filter(({ visited, finished }) => visited + finished > 0).length;
  const sum = (key: 'visited' | 'finished'): number => week.reduce((total, day) => total + day[key], 0);
  const says = t('weekSays', { days, visited: sum('visited'), finished: sum('finished') });
  return (
    <>
      <p>{days === 0 ? t('weekQuiet') : says}</p>
      <WeekTable week={week} />
    </>
  );
}

function WeekTable({ week }: Pick<PatientPage, 'week'>) {
  const t = useText(patientTexts);
  const language = useLanguage();
  return (
    <table className="week">
      <thead>
        <tr>
          <th scope="col">{t('steps')}</th>
          {week.map(({ date }) => {
            const { weekday, day } = dayHead(date, language);
            return (
              <th key={date} scope="col" title={dayInWords(date, language)}>
                {weekday} {day}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {(['visited', 'finished'] as const).map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(kind)}</th>
            {week.map((day) => (
              <td key={day.date} data-some={day[kind] > 0} data-kind={kind}>
                {day[kind] > 0 ? day[kind] : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
