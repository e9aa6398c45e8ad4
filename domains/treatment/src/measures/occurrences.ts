import { dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';
import type { MeasurementPoint, Programme } from '@skute/programmes/rules';
import type { Why } from '../course.ts';
import { dayAt } from '../days.ts';
import type { Life } from '../life-cycle.ts';
import type { RuleAtWork } from '../rules-at-work.ts';
import { dateAfter, opensOn, type Planned, plannedOf } from './planned.ts';

/**
 * `upcoming` → `open` → `due` on its due date → `overdue` → `expired`; or `answered`, when every form of it is.
 * `held`: it could be answered if the treatment did not stand still, or were not over.
 */
export type OccurrenceState =
  | 'upcoming'
  | 'open'
  | 'due'
  | 'overdue'
  | 'expired'
  | 'answered'
  | 'cancelled'
  | 'held';

/** One time that a measurement point comes in a treatment, with what has become of it. Computed, never stored. */
export interface Occurrence {
  readonly key: string;
  readonly point: MeasurementPoint;
  readonly state: OccurrenceState;
  /** The first and last dates on which it can be answered, and the one on which it should be, all in the unit's zone. */
  readonly opensOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly expiresOn: IsoDate;
  /** When each form of it was answered. */
  readonly answered: ReadonlyMap<string, EpochMs>;
  readonly why: Why | null;
}

export function occurrencesOf(
  programme: Pick<Programme, 'measures'>,
  life: Life,
  rules: readonly RuleAtWork[],
): Occurrence[] {
  return toldOf(plannedOf(programme, life, rules), life);
}

/** The same, without those that lie ahead or have run out long ago: what a list and Today ask for, at much less cost. */
export function occurrencesNow(
  programme: Pick<Programme, 'measures'>,
  life: Life,
  rules: readonly RuleAtWork[],
): Occurrence[] {
  if (programme.measures.length === 0) return [];
  const day = dayAt(life);
  const planned = plannedOf(programme, life, rules).filter(
    ({ opens, point }) =>
      'date' in opens || (day !== null && opens.day <= day && opens.day + point.expireDays >= day),
  );
  return toldOf(planned, life);
}

function toldOf(planned: readonly Planned[], life: Life): Occurrence[] {
  const traces = tracesOf(life);
  return planned
    .flatMap((each) => occurrence(each, life, traces))
    .toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : a.opensOn > b.opensOn ? 1 : 0));
}

/** Those that can be answered now, the one to be answered first at the front. */
export function answerable(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences
    .filter(({ state }) => state === 'open' || state === 'due' || state === 'overdue')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The forms of one sitting, each once although several points may ask for it. */
export function formsDue(occurrences: readonly Occurrence[]): string[] {
  const forms = answerable(occurrences).flatMap(({ point, answered }) =>
    point.forms.filter((form) => !answered.has(form)),
  );
  return [...new Set(forms)];
}

/** What answering a form now is an answer to: every open occurrence that asks for it. */
export function askedBy(occurrences: readonly Occurrence[], formId: string): Occurrence[] {
  return answerable(occurrences).filter(
    ({ point, answered }) => point.forms.includes(formId) && !answered.has(formId),
  );
}

interface Traces {
  readonly answered: ReadonlyMap<string, ReadonlyMap<string, EpochMs>>;
  readonly cancelled: ReadonlySet<string>;
}

function tracesOf({ events }: Life): Traces {
  const answered = new Map<string, Map<string, EpochMs>>();
  const cancelled = new Set<string>();
  for (const { kind, about, at } of events) {
    if (about === null) continue;
    if (kind === 'point-cancelled') cancelled.add(about);
    // Cancelled and asked for again.
    if (kind === 'point-added') cancelled.delete(about);
    if (kind === 'point-moved') cancelled.delete(about.slice(0, about.indexOf('>')));
    if (kind !== 'form-answered') continue;
    const [key = '', form = ''] = about.split('/');
    const forms = answered.get(key) ?? new Map<string, EpochMs>();
    forms.set(form, at);
    answered.set(key, forms);
  }
  return { answered, cancelled };
}

const none: ReadonlyMap<string, EpochMs> = new Map();

function occurrence(planned: Planned, life: Life, traces: Traces): Occurrence[] {
  const { key, point, why } = planned;
  const opens = opensOn(planned, life);
  const dueOn = dateAfter(planned, point.dueDays, life);
  const expiresOn = dateAfter(planned, point.expireDays, life);
  if (opens === null || dueOn === null || expiresOn === null) return [];
  const answered = traces.answered.get(key) ?? none;
  const dates = { opensOn: opens, dueOn, expiresOn };
  const isAnswered = point.forms.every((form) => answered.has(form));
  const state = isAnswered ? 'answered' : traces.cancelled.has(key) ? 'cancelled' : stateByClock(dates, life);
  return [{ key, point, state, ...dates, answered, why }];
}

function stateByClock(
  { opensOn: opens, dueOn, expiresOn }: Pick<Occurrence, 'opensOn' | 'dueOn' | 'expiresOn'>,
  life: Life,
): OccurrenceState {
  const today = dateIn(life.facts.timeZone, life.now);
  if (today > expiresOn) return 'expired';
  if (today < opens) return 'upcoming';
  if (life.status !== 'active') return 'held';
  if (today === dueOn) return 'due';
  return today < dueOn ? 'open' : 'overdue';
}
