import type { SteeringView } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useActs } from '../keys/acts.ts';
import { useRows } from '../parts/use-rows.ts';
import { HistoryPanel } from './history-panel.tsx';
import { ModuleCard } from './module-card.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SteerDialog } from './steer-dialog.tsx';
import { SteerKeys } from './steer-keys.tsx';
import { StepPanel } from './step-panel.tsx';
import { programmeTexts } from './texts.ts';
import { actOfKey, rowIds } from './things.ts';
import { useSteering } from './use-steering.ts';

export function ProgrammeSteering({ view, stepId }: { view: SteeringView; stepId: string | undefined }) {
  const t = useText(programmeTexts);
  const treatmentId = view.treatment.id;
  const steering = useSteering(view);
  const keys = useRows(rowIds(view));
  const readStep = useReading(treatmentId, keys.focus);
  const byKey = (key: 'O' | 'H') => (): void => {
    const act = actOfKey(key, keys.current(), view);
    if (act) steering.ask(act);
  };
  useActs([
    { id: 'next', label: t('next'), keys: 'J', group: 'here', inRegion: true, run: () => keys.move(1) },
    {
      id: 'previous',
      label: t('previous'),
      keys: 'K',
      group: 'here',
      inRegion: true,
      run: () => keys.move(-1),
    },
    { id: 'open', label: t('actOpen'), keys: 'O', group: 'here', inRegion: true, run: byKey('O') },
    { id: 'hold', label: t('actHold'), keys: 'H', group: 'here', inRegion: true, run: byKey('H') },
  ]);
  return (
    <div className="steering" data-reading={stepId !== undefined} {...keys.region}>
      <div className="steering-main">
        <p className="subtle">
          {t('asPatient')} {t('staffOnly')}{' '}
          {view.daysLeft === null ? '' : t('wholeLeft', { count: view.daysLeft })}
        </p>
        <SteerKeys />
        <ul className="modules" aria-label={t('modules')}>
          {view.modules.map((module) => (
            <ModuleCard
              key={module.id}
              module={module}
              view={view}
              ask={steering.ask}
              read={readStep}
              reading={stepId}
            />
          ))}
        </ul>
      </div>
      <div className="steering-side">
        {stepId === undefined ? (
          <>
            <RulesPanel view={view} ask={steering.ask} />
            <HistoryPanel view={view} />
          </>
        ) : (
          <StepPanel key={stepId} treatmentId={treatmentId} stepId={stepId} read={readStep} />
        )}
      </div>
      {steering.asked ? (
        <SteerDialog asked={steering.asked} view={view} send={steering.send} onClose={steering.close} />
      ) : null}
    </div>
  );
}

/** Opens a step beside the list, as an address; closing gives focus back to the step's line. */
function useReading(
  treatmentId: string,
  focus: (id: string) => boolean,
): (stepId: string | undefined) => void {
  const navigate = useNavigate();
  return useCallback(
    (stepId) => {
      const from = new URLSearchParams(window.location.search).get('step');
      const search = stepId === undefined ? {} : { step: stepId };
      const arrived = navigate({
        to: '/treatments/$treatmentId/programme',
        params: { treatmentId },
        search,
        resetScroll: false,
      });
      if (stepId === undefined && from) void arrived.then(() => setTimeout(() => focus(`step:${from}`)));
    },
    [navigate, treatmentId, focus],
  );
}
