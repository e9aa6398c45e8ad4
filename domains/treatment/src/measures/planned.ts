import { addDays, addMonths, daysBetween, type EpochMs, type IsoDate } from '@skute/platform/time';
import type { MeasurementPoint, Programme } from '@skute/programmes/rules';
import type { Why } from '../course.ts';
import { dateOfDay, dayOfDateOf, startDate } from '../days.ts';
import type { Life } from '../life-cycle.ts';
import type { RuleAtWork } from '../rules-at-work.ts';

/** One time that a point comes, before it is known what became of it. */
export interface Planned {
  /** `week.3`: the point and which time. Steady, whatever is paused, moved or cancelled. */
  readonly key: string;
  readonly point: MeasurementPoint;
  readonly opens: Opens;
  /** Null for what the programme has for everybody. */
  readonly why: Why | null;
}

/** By day of the treatment, which a pause puts off; or on a date that a clinician has said. */
type Opens = { readonly day: number } | { readonly date: IsoDate };

/** Every time that a point comes in the treatment, also those ahead, in order. Nothing before the start. */
export function plannedOf(
  programme: Pick<Programme, 'measures'>,
  life: Life,
  rules: readonly RuleAtWork[],
): Planned[] {
  const start = startDate(life);
  if (start === null) return [];
  const planned = programme.measures.flatMap((point) => [
    ...bySchedule(point, start),
    ...byAnchor(point, life),
    ...byRules(point, life, rules),
    ...byHand(point, life),
  ]);
  return planned.map((each) => moved(each, life));
}

/** The first date on which it can be answered; null before the start. */
export function opensOn({ opens }: Planned, life: Life): IsoDate | null {
  return 'date' in opens ? opens.date : dateOfDay(life, opens.day);
}

/** A date so many days later: days of the treatment where it opens by such. */
export function dateAfter({ opens }: Planned, days: number, life: Life): IsoDate | null {
  return 'date' in opens ? addDays(opens.date, days) : dateOfDay(life, opens.day + days);
}

function bySchedule(point: MeasurementPoint, start: IsoDate): Planned[] {
  return scheduledDays(point, start).map((day, n) => ({
    key: `${point.id}.${n}`,
    point,
    opens: { day },
    why: null,
  }));
}

function scheduledDays({ when }: MeasurementPoint, start: IsoDate): number[] {
  if ('day' in when) return [when.day];
  if ('months' in when) return [daysBetween(start, addMonths(start, when.months))];
  if (!('everyDays' in when)) return [];
  const times = Math.floor((when.toDay - when.fromDay) / when.everyDays) + 1;
  return Array.from({ length: Math.max(0, times) }, (_, n) => when.fromDay + n * when.everyDays);
}

/** What it counts from is written when it happens: once for a module or a step, each time for another point. */
function byAnchor(point: MeasurementPoint, life: Life): Planned[] {
  const { when } = point;
  if (!('afterModule' in when || 'afterStep' in when || 'afterPoint' in when)) return [];
  return life.events
    .filter(({ kind, about }) => kind === 'point-anchored' && about === point.id)
    .map(({ at }, n) => ({
      key: `${point.id}.${n}`,
      point,
      opens: { day: (dayOfDateOf(life, at) ?? 0) + when.days },
      why: null,
    }));
}

/** A firing that was undone takes its occurrence away with it; the numbers of the others stay. */
function byRules(point: MeasurementPoint, life: Life, rules: readonly RuleAtWork[]): Planned[] {
  return rules
    .filter(({ rule }) => rule.then.some((effect) => 'schedule' in effect && effect.schedule === point.id))
    .flatMap(({ rule, firings }) =>
      firings.map(
        (at): Planned => ({
          key: `${point.id}.${rule.id}-${instantName(at)}`,
          point,
          opens: { day: dayOfDateOf(life, at) ?? 0 },
          why: { by: 'rule', rule: rule.id, at },
        }),
      ),
    );
}

function byHand(point: MeasurementPoint, life: Life): Planned[] {
  return life.events.flatMap(({ kind, about, at, reason }): Planned[] => {
    if (kind !== 'point-added' || about === null || pointIdOf(about) !== point.id) return [];
    return [
      {
        key: about,
        point,
        opens: { date: addedOn(about) },
        why: { by: 'clinician', act: kind, reason, at },
      },
    ];
  });
}

/** The last move counts. */
function moved(planned: Planned, life: Life): Planned {
  const move = life.events.findLast(
    ({ kind, about }) => kind === 'point-moved' && about?.startsWith(`${planned.key}>`),
  );
  if (!move?.about) return planned;
  return {
    ...planned,
    opens: { date: move.about.slice(planned.key.length + 1) },
    why: { by: 'clinician', act: move.kind, reason: move.reason, at: move.at },
  };
}

/** Of an occurrence that a clinician adds: one of a point on a date. */
export function addedKey(pointId: string, on: IsoDate): string {
  return `${pointId}.added-${on}`;
}

function addedOn(key: string): IsoDate {
  return key.slice(key.indexOf('.added-') + '.added-'.length);
}

export function pointIdOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

/** Letters and digits only, since a key is part of an address. */
function instantName(at: EpochMs): string {
  return at.toString(36);
}
