import type { Measures } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { useActs } from '../keys/acts.ts';
import { Panel } from '../patient/panel.tsx';
import { OccurrenceLine } from './occurrence-line.tsx';
import { PointDialog } from './point-dialog.tsx';
import { pointTexts } from './texts.ts';
import { type AskedPoint, usePoints } from './use-points.ts';

interface OccurrencePanelProps {
  readonly treatmentId: string;
  readonly measures: Measures;
}

const shownBehind = 3;
const shownAhead = 3;

/** What was and will be asked, when and why; and asking for more, moving and cancelling. */
export function OccurrencePanel({ treatmentId, measures }: OccurrencePanelProps) {
  const t = useText(pointTexts);
  const points = usePoints(treatmentId, measures);
  const [shown, setShown] = useState({ behind: false, ahead: false });
  const { behind, now, ahead } = parted(measures.occurrences);
  const before = shown.behind ? behind : behind.slice(-shownBehind);
  const after = shown.ahead ? ahead : ahead.slice(0, shownAhead);
  const add = (): void => points.ask({ act: 'add-point' });
  useActs(measures.maySteer ? [{ id: 'add-point', label: t('add'), group: 'here', run: add }] : []);
  return (
    <Panel title={t('title')}>
      {measures.occurrences.length === 0 ? <p className="subtle">{t('none')}</p> : null}
      <More
        count={behind.length - before.length}
        word="earlier"
        show={() => setShown({ ...shown, behind: true })}
      />
      <ol className="occurrences" hidden={measures.occurrences.length === 0}>
        {[...before, ...now, ...after].map((occurrence) => (
          <OccurrenceLine
            key={occurrence.key}
            occurrence={occurrence}
            maySteer={measures.maySteer}
            ask={points.ask}
          />
        ))}
      </ol>
      <More
        count={ahead.length - after.length}
        word="later"
        show={() => setShown({ ...shown, ahead: true })}
      />
      {measures.maySteer ? (
        <div className="button-row">
          <Button variant="secondary" onClick={add}>
            {t('add')}
          </Button>
        </div>
      ) : null}
      {points.asked ? (
        <Asked asked={points.asked} measures={measures} points={points} treatmentId={treatmentId} />
      ) : null}
    </Panel>
  );
}

interface AskedProps extends OccurrencePanelProps {
  readonly asked: AskedPoint;
  readonly points: ReturnType<typeof usePoints>;
}

function Asked({ asked, measures, points, treatmentId }: AskedProps) {
  return (
    <PointDialog
      asked={asked}
      points={measures.points}
      treatmentId={treatmentId}
      send={points.send}
      onClose={points.close}
    />
  );
}

function More({ count, word, show }: { count: number; word: 'earlier' | 'later'; show: () => void }) {
  const t = useText(pointTexts);
  if (count <= 0) return null;
  return (
    <Button variant="tertiary" className="more-line" onClick={show}>
      {t(word, { count })}
    </Button>
  );
}

/** What is over, what can be answered now, and what comes. */
function parted(occurrences: Measures['occurrences']) {
  const over = new Set(['answered', 'expired', 'cancelled']);
  return {
    behind: occurrences.filter(({ state }) => over.has(state)),
    now: occurrences.filter(({ state }) => !over.has(state) && state !== 'upcoming'),
    ahead: occurrences.filter(({ state }) => state === 'upcoming'),
  };
}
