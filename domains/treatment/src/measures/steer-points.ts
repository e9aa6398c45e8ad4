import { addDays, dateIn, type IsoDate } from '@skute/platform/time';
import type { Course } from '../course.ts';
import type { EventKind, NewEvent } from '../facts.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { occurrencesOf } from './occurrences.ts';
import { addedKey } from './planned.ts';

/** What a clinician does by hand with the measurements of one patient. */
export type PointCommand = { readonly person: string } & (
  | {
      readonly act: 'add-point';
      readonly pointId: string;
      readonly on: IsoDate;
      readonly reason?: string | undefined;
    }
  | {
      readonly act: 'move-point';
      readonly key: string;
      readonly on: IsoDate;
      readonly reason?: string | undefined;
    }
  | { readonly act: 'cancel-point'; readonly key: string; readonly reason: string }
);

/** Further ahead nothing is planned by hand. */
const furthestDays = 366;

export function steerPoints(command: PointCommand, course: Course): NewEvent[] | Refusal {
  // There are no forms in maintenance (product.md section 3).
  if (course.status === 'maintenance') return refuse('in-maintenance');
  if ('on' in command && !isInReach(command.on, course)) return refuse('date-out-of-range');
  const occurrences = occurrencesOf(course.programme, course, course.rules);
  if (command.act === 'add-point') {
    if (!course.programme.measures.some(({ id }) => id === command.pointId)) return refuse('unknown-point');
    const key = addedKey(command.pointId, command.on);
    const known = occurrences.find((occurrence) => occurrence.key === key);
    return known && known.state !== 'cancelled' ? [] : [event(command, 'point-added', key, course)];
  }
  const occurrence = occurrences.find(({ key }) => key === command.key);
  if (!occurrence) return refuse('unknown-point');
  if (occurrence.state === 'answered') return refuse('already-answered');
  if (command.act === 'cancel-point') {
    return occurrence.state === 'cancelled' ? [] : [event(command, 'point-cancelled', command.key, course)];
  }
  if (occurrence.opensOn === command.on && occurrence.state !== 'cancelled') return [];
  return [event(command, 'point-moved', `${command.key}>${command.on}`, course)];
}

export function isPointCommand(command: { readonly act: string }): command is PointCommand {
  return command.act === 'add-point' || command.act === 'move-point' || command.act === 'cancel-point';
}

function isInReach(on: IsoDate, course: Course): boolean {
  const today = dateIn(course.facts.timeZone, course.now);
  return on >= today && on <= addDays(today, furthestDays);
}

function event(command: PointCommand, kind: EventKind, about: string, course: Course): NewEvent {
  return {
    kind,
    at: course.now,
    by: 'clinician',
    byPerson: command.person,
    about,
    reason: command.reason ?? null,
  };
}
