import { type EpochMs, isoInstant } from '@skute/platform/time';
import type { SteeringView } from '../contract.ts';
import type { Course } from '../course.ts';
import type { TreatmentEvent } from '../facts.ts';
import { pointIdOf } from '../measures/planned.ts';
import { textsFor, titleOf, type ViewSource } from './source.ts';

type Line = SteeringView['history'][number];
type Entry = Pick<TreatmentEvent, 'kind' | 'about' | 'by' | 'reason' | 'at'>;

/**
 * What has happened, newest first. What came by the clock alone is not written anywhere, but has happened all the
 * same: rules by time, an invitation that lapsed, a maintenance that ran out.
 */
export function historyOf(source: ViewSource): Line[] {
  const { course } = source;
  return [
    ...course.events.filter(({ kind }) => !notes.has(kind)).map((event) => written(source, event)),
    ...firedByTime(source),
    ...turnedByTime(course),
  ]
    .toSorted((a, b) => b.at - a.at || b.order - a.order)
    .map(({ line }) => line);
}

/** What the programme writes down for itself. */
const notes: ReadonlySet<string> = new Set(['rule-met', 'point-anchored']);

interface Dated {
  readonly at: EpochMs;
  /** Among those of the same instant: by number, and what the clock did before what people did. */
  readonly order: number;
  readonly line: Line;
}

function written(source: ViewSource, event: TreatmentEvent): Dated {
  return dated(event.number, { ...event, about: titleOfAbout(source, event) }, event.kind);
}

function firedByTime(source: ViewSource): Dated[] {
  const recorded = new Set(
    source.course.events.filter(({ kind }) => kind === 'rule-fired').map(({ about, at }) => `${about} ${at}`),
  );
  return source.course.rules.flatMap(({ rule, firings }) =>
    firings
      .filter((at) => !recorded.has(`${rule.id} ${at}`))
      .map((at) => {
        const entry = { kind: 'rule-fired', about: rule.id, by: 'rule', reason: null, at } as const;
        return dated(0, { ...entry, about: titleOfAbout(source, entry) }, entry.kind);
      }),
  );
}

function turnedByTime({ spans, events, now }: Course): Dated[] {
  const endedByHand = new Set(events.filter(({ kind }) => kind === 'ended').map(({ at }) => at));
  return spans
    .filter(({ status, from }) => status === 'lapsed' || (status === 'ended' && !endedByHand.has(from)))
    .filter(({ from }) => from <= now)
    .map(({ status, from }) =>
      dated(
        0,
        { about: null, by: 'rule', reason: null, at: from },
        status === 'lapsed' ? 'invitation-lapsed' : 'ended',
      ),
    );
}

function dated(order: number, { at, about, by, reason }: Omit<Entry, 'kind'>, kind: string): Dated {
  return { at, order, line: { at: isoInstant(at), kind, about, by, reason } };
}

/** Rules have no title: their because says what they are. A form goes by the title of the point that asked for it. The last date of maintenance stands as it is. */
function titleOfAbout(source: ViewSource, { kind, about }: Pick<Entry, 'kind' | 'about'>): string | null {
  if (about === null) return null;
  const texts = textsFor(source);
  if (kind.startsWith('module-')) return texts.modules[about]?.title ?? about;
  if (kind.startsWith('rule-')) return texts.rules[about]?.because ?? about;
  if (kind.startsWith('point-') || kind === 'form-answered')
    return texts.measures[pointIdOf(about)]?.title ?? about;
  return kind.startsWith('step-') ? titleOf(source, about).title : about;
}
