import type { SteeringView } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { type TextKey, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { Panel } from '../patient/panel.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { historyTexts } from './history-texts.ts';
import { programmeTexts } from './texts.ts';

const shownAtFirst = 6;

/** What has happened, as sentences, newest first. */
export function HistoryPanel({ view }: { view: SteeringView }) {
  const t = useText(programmeTexts);
  const words = useText(historyTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const [all, setAll] = useState(false);
  const lines = all ? view.history : view.history.slice(0, shownAtFirst);
  return (
    <Panel title={t('history')}>
      <ol className="history">
        {lines.map((line) => (
          <li key={`${line.at}/${line.kind}/${line.about}`}>
            <span className="when">{whenInWords(line.at, here, time)}</span>
            {words(wordOf(line.kind), { about: line.about ?? '' })}
            {line.reason ? ` ${words('reason', { reason: line.reason })}` : ''}
          </li>
        ))}
      </ol>
      {lines.length < view.history.length ? (
        <Button variant="tertiary" onClick={() => setAll(true)}>
          {t('more')}
        </Button>
      ) : null}
    </Panel>
  );
}

type HistoryKey = TextKey<keyof typeof historyTexts.texts>;

/** A kind that this version of the screen doesn't know is told all the same. */
function wordOf(kind: string): HistoryKey {
  return Object.hasOwn(historyTexts.texts, kind) ? (kind as HistoryKey) : 'other';
}
