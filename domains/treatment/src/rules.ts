/** The rules of a treatment that screens and other domains may use. Browser-safe: no I/O, the clock is a parameter. */
export { type Course, courseAt, type ModuleState, startedAt, type Visibility, type Why } from './course.ts';
export { countedDaysSince, dateOfDay, dayAt, startDate } from './days.ts';
export { type Command, decide } from './decide.ts';
export * from './facts.ts';
export {
  type Allowed,
  allowedActions,
  invitationEndsOn,
  type Life,
  lifeAt,
  maintenanceEndsOn,
  statusAt,
} from './life-cycle.ts';
export {
  moduleDaysLeft,
  nextOpening,
  type Opening,
  openingsSince,
  type Raised,
  raisedFlags,
} from './openings.ts';
export { isRefusal, type Refusal, type RefusalKind } from './refusals.ts';
export { isByTime, type RuleAtWork, rulesAtWork } from './rules-at-work.ts';
export {
  barrierTo,
  isHidden,
  isOpenModule,
  isReachable,
  moduleFinished,
  moduleOf,
  nextStep,
  stepStatus,
  visibleSteps,
} from './sequencing.ts';
