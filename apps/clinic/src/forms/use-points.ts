import type { Measures } from '@skute/treatment/contract';
import { offerUndo } from '@skute/ui/base';
import { dayInWords, type Say, useLanguage, useText } from '@skute/ui/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { measuresQuery } from '../data/queries.ts';
import { sayNotice } from '../parts/notices.tsx';
import { type SteerBody, type Steered, useSteer } from '../programme/use-steer.ts';
import { useHere } from '../shell/clinic-session.ts';
import { dateIn } from '../words/time-words.ts';
import { pointTexts } from './texts.ts';

type Occurrence = Measures['occurrences'][number];

export type AskedPoint =
  | { readonly act: 'add-point' }
  | { readonly act: 'move-point' | 'cancel-point'; readonly occurrence: Occurrence };

/** What was filled in. `on` is nothing for a cancelling. */
export interface PointAnswer {
  readonly pointId: string;
  readonly on: string;
  readonly reason: string;
}

/** Asking for a form, moving and cancelling; each can be taken back where the days allow it. */
export function usePoints(treatmentId: string, measures: Measures) {
  const t = useText(pointTexts);
  const language = useLanguage();
  const here = useHere();
  const client = useQueryClient();
  const steer = useSteer(treatmentId);
  const [asked, setAsked] = useState<AskedPoint>();
  const today = dateIn(here.timeZone, here.now);
  const send = async (point: AskedPoint, answer: PointAnswer): Promise<Steered> => {
    const steered = await steer(bodyOf(point, answer));
    if (steered.kind !== 'done') return steered;
    const name = 'occurrence' in point ? point.occurrence.title : titleOf(measures, answer.pointId);
    const text = saidOf(point, { name, day: answer.on ? dayInWords(answer.on, language) : '' }, t);
    // What was added has a name only when the list has been read again.
    const takeBack = async (): Promise<void> => {
      const known = await client.fetchQuery(measuresQuery(treatmentId));
      const body = opposite(point, answer, known, { today, taken: t('taken') });
      if (body) await steer(body);
    };
    if (isReversible(point, today)) offerUndo({ text, undo: () => void takeBack() });
    else sayNotice(text);
    return steered;
  };
  return { asked, ask: setAsked, send, close: () => setAsked(undefined) };
}

function titleOf({ points }: Measures, pointId: string): string {
  return points.find(({ id }) => id === pointId)?.title ?? pointId;
}

function bodyOf(point: AskedPoint, { pointId, on, reason }: PointAnswer): SteerBody {
  const why = reason === '' ? {} : { reason };
  if (point.act === 'add-point') return { act: point.act, pointId, on, ...why };
  const { key } = point.occurrence;
  return point.act === 'move-point' ? { act: point.act, key, on, ...why } : { act: point.act, key, reason };
}

function saidOf(
  point: AskedPoint,
  values: { name: string; day: string },
  t: Say<keyof typeof pointTexts.texts>,
): string {
  if (point.act === 'add-point') return t('added', values);
  return point.act === 'move-point' ? t('moved', values) : t('cancelledSaid', { name: values.name });
}

/** Nothing can be asked for on a day that has been. */
function isReversible(point: AskedPoint, today: string): boolean {
  return (
    point.act === 'add-point' || (point.occurrence.opensOn >= today && point.occurrence.state !== 'cancelled')
  );
}

function opposite(
  point: AskedPoint,
  answer: PointAnswer,
  { occurrences }: Measures,
  { today, taken }: { today: string; taken: string },
): SteerBody | undefined {
  if (point.act !== 'add-point') {
    const { key, opensOn } = point.occurrence;
    return opensOn >= today ? { act: 'move-point', key, on: opensOn, reason: taken } : undefined;
  }
  const added = occurrences.find(
    ({ pointId, opensOn, key }) =>
      pointId === answer.pointId && opensOn === answer.on && key.includes('.added-'),
  );
  return added ? { act: 'cancel-point', key: added.key, reason: taken } : undefined;
}
