import type { Course } from './course.ts';
import { type NewEvent, type StepProgress, withEvents, withProgress } from './facts.ts';
import { brokenSilences, firedByProgress } from './progress-rules.ts';
import { isRefusal, type Refusal, refuse } from './refusals.ts';
import { barrierTo } from './sequencing.ts';

/** What an act of the patient leaves behind. Doing it again leaves the same, and that the patient was here. */
export interface StepAct {
  readonly progress: StepProgress;
  readonly events: readonly NewEvent[];
}

/** The first visit is remembered; each visit is activity. */
export function visitStep(course: Course, stepId: string): StepAct | Refusal {
  const barrier = barrierTo(course, stepId);
  if (barrier) return refuse(barrier);
  const first = { stepId, visitedAt: course.now, finishedAt: null, bookmarked: false };
  return act(course, course.progress.get(stepId) ?? first);
}

/** In maintenance a finished step is a mark for the reader; no rule follows, since nothing opens any more. */
export function finishStep(course: Course, stepId: string): StepAct | Refusal {
  const visited = visitedStep(course, stepId);
  if (isRefusal(visited)) return visited;
  if (course.status === 'paused' && visited.finishedAt === null) return refuse('treatment-paused');
  return act(course, { ...visited, finishedAt: visited.finishedAt ?? course.now });
}

export function bookmarkStep(course: Course, stepId: string, on: boolean): StepAct | Refusal {
  const visited = visitedStep(course, stepId);
  return isRefusal(visited) ? visited : act(course, { ...visited, bookmarked: on });
}

function visitedStep(course: Course, stepId: string): StepProgress | Refusal {
  const barrier = barrierTo(course, stepId);
  if (barrier) return refuse(barrier);
  return course.progress.get(stepId) ?? refuse('step-not-visited');
}

function act(course: Course, progress: StepProgress): StepAct {
  const silences = brokenSilences(course);
  const facts = withProgress(withEvents(course.facts, silences), progress, course.now);
  return { progress, events: [...silences, ...firedByProgress(course.programme, facts, course.now)] };
}
