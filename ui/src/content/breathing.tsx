import { Button } from '@digdir/designsystemet-react';
import { type CSSProperties, useEffect, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { type Breath, breathAt, type Pace } from './breath.ts';
import { contentTexts } from './texts.ts';

/** Breathing to a pace. A circle grows and shrinks; with reduced motion it stands still and the words carry it alone. */
export function Breathing(pace: Pace) {
  const t = useText(contentTexts);
  const { second, running, toggle } = useSeconds(pace);
  const breath = breathAt(pace, second);
  const begun = second > 0 || running;
  const act = running ? t('pause') : breath.kind === 'done' ? t('again') : begun ? t('goOn') : t('start');
  return (
    <section className="breathing" aria-label={t('breathing')}>
      <p className="breathing-plan">
        {t('breathingPlan', { in: pace.inSeconds, out: pace.outSeconds, rounds: pace.rounds })}
      </p>
      <div className="breathing-stage">
        <Circle breath={breath} begun={begun} running={running} pace={pace} />
        <Words breath={breath} begun={begun} rounds={pace.rounds} />
      </div>
      <Button variant="secondary" onClick={toggle}>
        {act}
      </Button>
    </section>
  );
}

function Circle({
  breath,
  begun,
  running,
  pace,
}: {
  breath: Breath;
  begun: boolean;
  running: boolean;
  pace: Pace;
}) {
  const large = begun && breath.kind === 'in';
  const seconds = breath.kind === 'in' ? pace.inSeconds : pace.outSeconds;
  return (
    <div
      className="breathing-circle"
      data-large={large}
      style={{ '--breath': running ? `${seconds}s` : '200ms' } as CSSProperties}
    />
  );
}

function Words({ breath, begun, rounds }: { breath: Breath; begun: boolean; rounds: number }) {
  const t = useText(contentTexts);
  if (breath.kind === 'done') {
    return <output className="breathing-words">{t('breathingDone')}</output>;
  }
  return (
    <div className="breathing-words">
      {/* Only the turn of the breath is read aloud; a count each second would drown it. */}
      <output>{begun ? t(breath.kind === 'in' ? 'breatheIn' : 'breatheOut') : ''}</output>
      <span aria-hidden="true">{begun ? breath.secondsLeft : ''}</span>
      <small>{begun ? t('round', { round: breath.round, rounds }) : ''}</small>
    </div>
  );
}

function useSeconds(pace: Pace) {
  const [second, setSecond] = useState(0);
  const [wanted, setWanted] = useState(false);
  const done = breathAt(pace, second).kind === 'done';
  const running = wanted && !done;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSecond((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  const toggle = (): void => {
    if (done) setSecond(0);
    setWanted(done || !wanted);
  };
  return { second, running, toggle };
}
