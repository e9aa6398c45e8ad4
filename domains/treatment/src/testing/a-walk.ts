import { type EpochMs, instantAt, type IsoDate } from '@skute/platform/time';
import type { Programme } from '@skute/programmes/rules';
import { type Course, courseAt } from '../course.ts';
import { type Command, decide } from '../decide.ts';
import { type NewEvent, type TreatmentFacts, withEvents, withProgress } from '../facts.ts';
import { answerForm } from '../measures/answer-form.ts';
import type { AnsweredForm } from '../measures/answered-form.ts';
import { formBarrier } from '../measures/form-barrier.ts';
import { isRefusal, type Refusal } from '../refusals.ts';
import { bookmarkStep, finishStep, type StepAct, visitStep } from '../steps.ts';
import { aProgramme } from './a-programme.ts';

export const kari = '0195a000-0000-7000-8000-000000000001';
export const nora = '0195a000-0000-7000-8000-000000000002';
export const oslo = 'Europe/Oslo';

export function atOslo(date: IsoDate, time = '10:00'): EpochMs {
  return instantAt(oslo, date, time);
}

type Act<A extends string = Command['act']> = Command extends infer C
  ? C extends { act: A }
    ? Omit<C, 'person'>
    : never
  : never;

/**
 * A treatment walked through by Kari, the patient, and Nora, her dietitian, the way the operations do it: decide,
 * then write. The clock is wound forward, never back. Each act answers with the refusal, or 'done'.
 */
export interface Walk {
  readonly facts: TreatmentFacts;
  readonly now: EpochMs;
  course(): Course;
  /** Winds the clock. */
  on(date: IsoDate, time?: string): Walk;
  at(instant: EpochMs): Walk;
  patient(act: 'accept'): string;
  clinician(act: Act): string;
  visit(...steps: string[]): string;
  finish(...steps: string[]): string;
  bookmark(step: string, on: boolean): string;
  /** Visits and finishes. */
  go(...steps: string[]): Walk;
  /** Answers a form: what is answered by item, and the scores with their earlier values. */
  answer(formId: string, told?: Partial<AnsweredForm>): string;
}

/** Invited on Monday 2 March 2026 at ten in Oslo, to start that day. */
export function aWalk(
  options: { programme?: Programme; startsOn?: IsoDate; invitedAt?: EpochMs; timeZone?: string } = {},
): Walk {
  const programme = options.programme ?? aProgramme();
  let facts = invitedTo(programme, options);
  let now = facts.invitedAt;

  function write(decided: NewEvent[] | Refusal): string {
    if (isRefusal(decided)) return decided.refused;
    facts = withEvents(facts, decided);
    if (decided.some(({ kind }) => kind === 'accepted')) facts = { ...facts, lastActiveAt: now };
    return 'done';
  }
  function step(decided: StepAct | Refusal): string {
    if (isRefusal(decided)) return decided.refused;
    facts = withProgress(withEvents(facts, decided.events), decided.progress, now);
    return 'done';
  }
  function each(steps: string[], act: (course: Course, id: string) => StepAct | Refusal): string {
    return (
      steps.map((id) => step(act(courseAt(programme, facts, now), id))).find((answer) => answer !== 'done') ??
      'done'
    );
  }
  function at(instant: EpochMs): Walk {
    if (instant < now) throw new Error('the clock is wound forward, never back');
    now = instant;
    return walk;
  }

  const walk: Walk = {
    get facts() {
      return facts;
    },
    get now() {
      return now;
    },
    course: () => courseAt(programme, facts, now),
    at,
    on: (date, time = '10:00') => at(instantAt(facts.timeZone, date, time)),
    patient: (act) => write(decide({ act, person: kari }, facts, programme, now)),
    clinician: (act) => write(decide({ ...act, person: nora } as Command, facts, programme, now)),
    visit: (...steps) => each(steps, visitStep),
    finish: (...steps) => each(steps, finishStep),
    bookmark: (id, on) => each([id], (course) => bookmarkStep(course, id, on)),
    answer: (formId, told = {}) => {
      const course = courseAt(programme, facts, now);
      const barrier = formBarrier(course, formId);
      if (barrier) return barrier;
      facts = { ...facts, lastActiveAt: now };
      return write([...answerForm(course, { formId, values: new Map(), scores: [], ...told }).events]);
    },
    go: (...steps) => {
      for (const id of steps) {
        const answer = [walk.visit(id), walk.finish(id)].find((each) => each !== 'done');
        if (answer) throw new Error(`could not go through ${id}: ${answer}`);
      }
      return walk;
    },
  };
  return walk;
}

/** Invited and accepted at once. */
export function anActiveWalk(options: Parameters<typeof aWalk>[0] = {}): Walk {
  const walk = aWalk(options);
  walk.patient('accept');
  return walk;
}

function invitedTo(
  programme: Programme,
  {
    startsOn,
    invitedAt = atOslo('2026-03-02'),
    timeZone = oslo,
  }: { startsOn?: IsoDate; invitedAt?: EpochMs; timeZone?: string },
): TreatmentFacts {
  return {
    id: '0195a000-0000-7000-8000-0000000000aa',
    tenantId: '0195a000-0000-7000-8000-0000000000bb',
    patientId: kari,
    unitId: '0195a000-0000-7000-8000-0000000000cc',
    timeZone,
    versionId: '0195a000-0000-7000-8000-0000000000dd',
    responsibleId: nora,
    invitedAt,
    invitationDays: programme.invitationDays,
    startsOn: startsOn ?? '2026-03-02',
    events: [
      {
        number: 1,
        kind: 'invited',
        at: invitedAt,
        by: 'clinician',
        byPerson: nora,
        about: null,
        reason: null,
      },
    ],
    progress: [],
    lastActiveAt: null,
  };
}
