import type { findPatients } from '@skute/clinics/contract';
import { useLanguage, useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useActs } from '../keys/acts.ts';
import { useRows } from '../parts/use-rows.ts';
import { useHere } from '../shell/clinic-session.ts';
import { dateInFigures } from '../words/dates.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { statusWords } from './status.ts';
import { patientsTexts } from './texts.ts';

export type PatientRow = z.output<(typeof findPatients.replies)[200]>['rows'][number];

export function PatientRows({ rows }: { rows: readonly PatientRow[] }) {
  const t = useText(patientsTexts);
  const keys = useRows(rows.map(({ treatmentId }) => treatmentId));
  useActs([
    { id: 'down', label: t('down'), keys: 'J', group: 'here', inRegion: true, run: () => keys.move(1) },
    { id: 'up', label: t('up'), keys: 'K', group: 'here', inRegion: true, run: () => keys.move(-1) },
  ]);
  return (
    <div {...keys.region}>
      <ul className="rows">
        {rows.map((row) => (
          <PatientLine key={row.treatmentId} row={row} />
        ))}
      </ul>
    </div>
  );
}

function PatientLine({ row }: { row: PatientRow }) {
  const t = useText(patientsTexts);
  const time = useText(timeTexts);
  const language = useLanguage();
  const here = useHere();
  const status = t(statusWords[row.status]);
  const begun = row.status !== 'invited' && row.status !== 'lapsed';
  return (
    <li className="row patient-row">
      <span className="row-who">
        <Link
          to="/treatments/$treatmentId/overview"
          params={{ treatmentId: row.treatmentId }}
          data-row={row.treatmentId}
          className="row-name"
        >
          {row.name}
        </Link>
        <span className="subtle">{dateInFigures(row.born, language)}</span>
      </span>
      <span className="patient-status" data-status={row.status}>
        {row.day === null ? status : `${status}, ${t('day', { day: row.day })}`}
      </span>
      <span>{begun ? t('progress', { finished: row.finishedSteps, steps: row.steps }) : null}</span>
      <span className="subtle">
        {row.lastActiveAt ? t('lastActive', { when: whenInWords(row.lastActiveAt, here, time) }) : null}
      </span>
      <span className="subtle">{row.responsible}</span>
    </li>
  );
}
