import { type Module, type Programme, type Step, stepsInOrder } from '@skute/programmes/rules';
import type { z } from 'zod';
import type { StepStatus } from './contract.ts';
import type { Course } from './course.ts';
import type { RefusalKind } from './refusals.ts';

/**
 * In which order the patient may go (product.md section 4).
 *
 * The visible steps of all open modules, in the programme's order, are one track: its first unvisited step is the
 * only unvisited step on it that can be reached. Opening a later module therefore lifts nothing, a closed module in
 * between stops nobody, and a step that is shown in a part already passed comes next. Each optional module is a track
 * of its own, so that what the patient may leave out never bars the way.
 *
 * A visited step can be visited again as long as neither it nor its module is hidden, also when its module has been
 * closed since.
 */
export function isReachable(course: Course, stepId: string): boolean {
  return barrierTo(course, stepId) === null;
}

/** What stands between the patient and a step; null when nothing does. */
export function barrierTo(course: Course, stepId: string): RefusalKind | null {
  const barred = barredBy(course);
  if (barred) return barred;
  const module = moduleOf(course.programme, stepId);
  if (!module) return 'unknown-step';
  if (isHidden(course, module, stepId)) return 'step-not-open';
  if (course.progress.has(stepId)) return null;
  if (!isOpenModule(course, module.id)) return 'step-not-open';
  if (firstUnvisited(course, trackOf(course, module)) !== stepId) return 'not-reachable';
  // In a pause the patient reads what has been visited; going on waits with the treatment's clock.
  return course.status === 'paused' ? 'treatment-paused' : null;
}

/** Where the treatment as a whole is closed to the patient. */
export function barredBy({ status }: Pick<Course, 'status'>): RefusalKind | null {
  switch (status) {
    case 'invited':
      return 'invitation-not-accepted';
    case 'lapsed':
      return 'invitation-lapsed';
    case 'ended':
    case 'purged':
      return 'treatment-ended';
    case 'active':
    case 'paused':
    case 'maintenance':
      return null;
  }
}

/**
 * What the patient does next: goes on where they stopped (the step visited last, if it is not finished), or else
 * takes the first unvisited step, the optional modules' last, or else goes back to a step left unfinished.
 */
export function nextStep(course: Course): string | null {
  if (course.status !== 'active' && course.status !== 'maintenance') return null;
  const tracks = tracksOf(course);
  const unfinished = tracks.flat().filter((id) => course.progress.get(id)?.finishedAt === null);
  const last = lastVisited(course);
  if (last !== null && unfinished.includes(last)) return last;
  for (const track of tracks) {
    const unvisited = firstUnvisited(course, track);
    if (unvisited !== null) return unvisited;
  }
  return unfinished[0] ?? null;
}

/** Every step that is visible is finished. A module that shows nothing has nothing to finish. */
export function moduleFinished(course: Course, moduleId: string): boolean {
  const module = course.programme.modules.find(({ id }) => id === moduleId);
  const steps = module ? visibleSteps(course, module) : [];
  return steps.length > 0 && steps.every(({ id }) => isFinished(course, id));
}

export function stepStatus(course: Course, stepId: string): z.output<typeof StepStatus> {
  const progress = course.progress.get(stepId);
  if (progress) return progress.finishedAt === null ? 'begun' : 'finished';
  const module = moduleOf(course.programme, stepId);
  const open = module && isOpenModule(course, module.id) && !isHidden(course, module, stepId);
  return open ? 'not-begun' : 'not-open';
}

/**
 * Where a step leads back to, and where finishing it leads. Having visited it is what makes the next one reachable;
 * a step left unvisited further back comes before one further on. The end of an optional module leads back to the
 * main track, whose own end leads nowhere.
 */
export function neighbours(course: Course, stepId: string): { previous: string | null; next: string | null } {
  const module = moduleOf(course.programme, stepId);
  if (!module) return { previous: null, next: null };
  const visited = (id: string | null | undefined): id is string =>
    typeof id === 'string' && (id === stepId || course.progress.has(id));
  const track = trackOf(course, module);
  const at = track.indexOf(stepId);
  const [before, after] = at < 0 ? [] : [track[at - 1], track[at + 1]];
  const unvisited =
    track.find((id) => !visited(id)) ?? (module.optional ? firstUnvisited(course, mainTrack(course)) : null);
  const onward = course.status === 'paused' ? null : unvisited;
  return { previous: visited(before) ? before : null, next: visited(after) ? after : onward };
}

export function visibleSteps(course: Pick<Course, 'modules' | 'steps'>, module: Module): Step[] {
  return module.sections.flatMap(({ steps }) => steps.filter(({ id }) => !isHidden(course, module, id)));
}

/** Of its own, or with its module. */
export function isHidden(
  course: Pick<Course, 'modules' | 'steps'>,
  module: Pick<Module, 'id'>,
  stepId: string,
): boolean {
  return isHiddenModule(course, module.id) || (course.steps.get(stepId)?.hidden ?? false);
}

export function isHiddenModule(course: Pick<Course, 'modules'>, moduleId: string): boolean {
  return course.modules.get(moduleId)?.visibility.hidden ?? false;
}

/** Open to the patient. Whether a hidden module is open shows when it is shown. */
export function isOpenModule(course: Pick<Course, 'modules'>, moduleId: string): boolean {
  const state = course.modules.get(moduleId);
  return state !== undefined && state.open && !state.visibility.hidden;
}

export function moduleOf(programme: Programme, stepId: string): Module | undefined {
  return programme.modules.find(({ sections }) =>
    sections.some(({ steps }) => steps.some(({ id }) => id === stepId)),
  );
}

export function isFinished(course: Pick<Course, 'progress'>, stepId: string): boolean {
  return (course.progress.get(stepId)?.finishedAt ?? null) !== null;
}

function tracksOf(course: Course): string[][] {
  return [
    mainTrack(course),
    ...course.programme.modules.filter(({ optional }) => optional).map((m) => openSteps(course, m)),
  ];
}

function trackOf(course: Course, module: Module): string[] {
  return module.optional ? openSteps(course, module) : mainTrack(course);
}

function mainTrack(course: Course): string[] {
  return course.programme.modules
    .filter(({ optional }) => !optional)
    .flatMap((module) => openSteps(course, module));
}

function openSteps(course: Course, module: Module): string[] {
  return isOpenModule(course, module.id) ? visibleSteps(course, module).map(({ id }) => id) : [];
}

function firstUnvisited(course: Course, track: readonly string[]): string | null {
  return track.find((id) => !course.progress.has(id)) ?? null;
}

/** Of steps visited in the same millisecond, the later in the programme. */
function lastVisited(course: Course): string | null {
  const visits = stepsInOrder(course.programme).flatMap(({ step }) => course.progress.get(step.id) ?? []);
  return visits.toSorted((a, b) => a.visitedAt - b.visitedAt).at(-1)?.stepId ?? null;
}
