import type { Measures } from '@skute/treatment/contract';
import { type Say, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { FieldFor } from '../parts/field-for.tsx';
import { ReasonDialog } from '../programme/reason-dialog.tsx';
import type { Steered } from '../programme/use-steer.ts';
import { useHere } from '../shell/clinic-session.ts';
import { addDays, dateIn } from '../words/time-words.ts';
import { pointTexts } from './texts.ts';
import type { AskedPoint, PointAnswer } from './use-points.ts';

interface PointDialogProps {
  readonly asked: AskedPoint;
  readonly points: Measures['points'];
  readonly treatmentId: string;
  readonly send: (asked: AskedPoint, answer: PointAnswer) => Promise<Steered>;
  readonly onClose: () => void;
}

/** Asks what, on which day, and why. */
export function PointDialog({ asked, points, treatmentId, send, onClose }: PointDialogProps) {
  const t = useText(pointTexts);
  const { now, timeZone } = useHere();
  const today = dateIn(timeZone, now);
  const [pointId, setPointId] = useState(() => firstChoice(points));
  const [on, setOn] = useState(() => firstDay(asked, today));
  const [wrong, setWrong] = useState(false);
  const ready = (): boolean => {
    const right = asked.act === 'cancel-point' || (on >= today && on <= addDays(today, 366));
    setWrong(!right);
    return right;
  };
  const about = 'occurrence' in asked ? asked.occurrence.key : 'new';
  return (
    <ReasonDialog
      {...wordsOf(asked, t)}
      optional={asked.act !== 'cancel-point'}
      draftKey={`${asked.act}.${about}.${treatmentId}`}
      fields={
        asked.act === 'cancel-point' ? undefined : (
          <>
            {asked.act === 'add-point' ? (
              <WhatField points={points} value={pointId} change={setPointId} />
            ) : null}
            <DayField value={on} change={setOn} error={wrong ? t('dayWrong') : undefined} />
          </>
        )
      }
      ready={ready}
      send={(reason) => send(asked, { pointId, on: asked.act === 'cancel-point' ? '' : on, reason })}
      onClose={onClose}
    />
  );
}

/** What is made to be asked for by hand comes first. */
function firstChoice(points: Measures['points']): string {
  return (points.at(-1) ?? points[0])?.id ?? '';
}

function firstDay(asked: AskedPoint, today: string): string {
  if (!('occurrence' in asked)) return today;
  const { opensOn } = asked.occurrence;
  return opensOn > today ? opensOn : today;
}

function wordsOf(
  asked: AskedPoint,
  t: Say<keyof typeof pointTexts.texts>,
): { title: string; help: string; act: string } {
  if (asked.act === 'add-point') return { title: t('add'), help: t('addHelp'), act: t('ask') };
  const name = asked.occurrence.title;
  return asked.act === 'move-point'
    ? { title: t('moveTitle', { name }), help: t('moveHelp'), act: t('move') }
    : { title: t('cancelTitle', { name }), help: t('cancelHelp'), act: t('cancel') };
}

interface FieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

function WhatField({ points, value, change }: FieldProps & Pick<PointDialogProps, 'points'>) {
  const t = useText(pointTexts);
  return (
    <FieldFor id="point-what" label={t('what')}>
      {(field) => (
        <select
          {...field}
          className="ds-input"
          data-autofocus=""
          value={value}
          onChange={(event) => change(event.target.value)}
        >
          {points.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FieldFor>
  );
}

function DayField({ value, change, error }: FieldProps & { error: string | undefined }) {
  const t = useText(pointTexts);
  return (
    <FieldFor id="point-day" label={t('day')} error={error}>
      {(field) => (
        <input
          {...field}
          type="date"
          className="ds-input short"
          data-autofocus=""
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FieldFor>
  );
}
