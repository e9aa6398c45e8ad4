import type { PatientPage } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

/** What has opened since the start, and why. Things that opened together, for the same reason, stand together. */
export function OpenedList({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const reasons = Map.groupBy(patient.opened, ({ because }) => `${because.at} ${because.by} ${because.text}`);
  return (
    <Panel title={t('opened')}>
      {patient.opened.length === 0 ? <p className="subtle">{t('nothingOpened')}</p> : null}
      <ul className="opened">
        {[...reasons].map(([reason, opened]) => {
          const because = opened[0]?.because;
          const when = because ? whenInWords(because.at, here, time) : '';
          return (
            <li key={reason}>
              <strong>{closed(opened.map(({ title }) => title).join(', '))}</strong> {because?.text}{' '}
              <span className="subtle">
                {because?.by === 'clinician' ? t('byClinician', { when }) : t('byRule', { when })}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** With a full stop, unless it asks or stops already. */
function closed(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
