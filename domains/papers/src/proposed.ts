import { dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';
import { dateOfDay, dayAt, type Occurrence, occurrences, startedAt, type ViewSource } from '@skute/treatment';
import type { PaperKind, PaperLine } from './contract.ts';

/** Why it is time for a paper, and since when. */
export interface Proposal {
  readonly because: NonNullable<PaperLine['because']>;
  readonly since: IsoDate;
}

/** Nobody has begun: there is nothing to tell of. */
export function mayWritePapers({ course }: ViewSource): boolean {
  return startedAt(course) !== null;
}

/** Whether it is time for a paper of this kind, whatever has been sent. Pure. */
export function proposalFor(view: ViewSource, kind: PaperKind): Proposal | null {
  const started = startedAt(view.course);
  if (started === null) return null;
  switch (kind) {
    case 'start-note':
      return proposal(view, 'treatment-started', started);
    case 'gp-letter-3-months':
      return afterMeasures(view, after(view, 3));
    case 'gp-letter-end':
    case 'end-note':
      return nearEnd(view);
  }
}

/** A treatment whose recommended time is over in so many days is about to end. */
const endingDays = 7;

function nearEnd(view: ViewSource): Proposal | null {
  const { course } = view;
  const day = dayAt(course);
  const lastMeasures = afterMeasures(view, lastPoint(view));
  if (lastMeasures) return lastMeasures;
  for (const status of ['ended', 'maintenance'] as const) {
    const span = course.spans.findLast((known) => known.status === status && known.from <= course.now);
    const because = status === 'ended' ? 'treatment-ended' : 'in-maintenance';
    if (course.status === status && span) return proposal(view, because, span.from);
  }
  const nearFrom = course.programme.days - endingDays;
  const since = day !== null && day >= nearFrom ? dateOfDay(course, nearFrom) : null;
  return since === null ? null : { because: 'time-ending', since };
}

/** All of its forms are answered, or the time to answer has run out. */
function afterMeasures({ course }: ViewSource, point: Occurrence | undefined): Proposal | null {
  if (point?.state === 'expired') return { because: 'measures-expired', since: point.expiresOn };
  if (point?.state !== 'answered') return null;
  const at = Math.max(...point.answered.values());
  return { because: 'measures-answered', since: dateIn(course.facts.timeZone, at) };
}

function after(view: ViewSource, months: number): Occurrence | undefined {
  return occurrences(view).find(({ point: { when } }) => 'months' in when && when.months === months);
}

/** The one furthest from the start, when the programme measures after more than the three months. */
function lastPoint(view: ViewSource): Occurrence | undefined {
  const later = occurrences(view).filter(({ point: { when } }) => 'months' in when && when.months > 3);
  return later.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).at(-1);
}

function proposal({ course }: ViewSource, because: Proposal['because'], at: EpochMs): Proposal {
  return { because, since: dateIn(course.facts.timeZone, at) };
}
