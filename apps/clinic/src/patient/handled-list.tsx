import type { PatientPage } from '@skute/clinics/contract';
import { Button } from '@skute/ui/base';
import { dayInWords, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { kinds } from '../worklist/work-words.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

const shownAtFirst = 4;

/** What has been done about this patient's work, by whom, and in their words. Nothing is shown before something is done. */
export function HandledList({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const [all, setAll] = useState(false);
  const { handled } = patient;
  if (handled.length === 0) return null;
  const lines = all ? handled : handled.slice(0, shownAtFirst);
  return (
    <Panel title={t('handled')}>
      <ul className="handled">
        {lines.map((line) => (
          <HandledLine key={`${line.at}/${line.kind}`} line={line} />
        ))}
      </ul>
      {lines.length < handled.length ? (
        <Button variant="tertiary" onClick={() => setAll(true)}>
          {t('handledAll')}
        </Button>
      ) : null}
    </Panel>
  );
}

const outcomes = { done: 'handledDone', later: 'handledLater', reopened: 'handledReopened' } as const;

function HandledLine({ line }: { line: PatientPage['handled'][number] }) {
  const t = useText(patientTexts);
  const words = useText(worklistTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const what = words(kinds[line.kind].word);
  const day = line.until ? dayInWords(line.until, here.language) : '';
  return (
    <li>
      <span className="when">{whenInWords(line.at, here, time)}</span>
      {t(outcomes[line.outcome], { by: line.by, what, day })}
      {line.note ? <p className="handled-note">{line.note}</p> : null}
    </li>
  );
}
