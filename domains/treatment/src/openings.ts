import type { EpochMs, IsoDate } from '@skute/platform/time';
import type { Programme, RaisedFlag } from '@skute/programmes/rules';
import type { Course, ModuleState, Why } from './course.ts';
import { countedDaysSince, dateOfDay, startDate } from './days.ts';
import type { TreatmentStatus } from './contract.ts';
import type { Life } from './life-cycle.ts';
import { isByAnswers } from './measures/answered-form.ts';
import { lateOnes } from './measures/late.ts';
import { isByTime, type RuleAtWork } from './rules-at-work.ts';
import { isHiddenModule, isOpenModule } from './sequencing.ts';

export interface Opening {
  readonly moduleId: string;
  readonly at: EpochMs;
  readonly why: Why;
}

/**
 * Modules that came to be open to the patient after an instant by a rule or by hand and are so still, oldest first.
 * One that was open when it was shown opened for the patient with that.
 */
export function openingsSince(course: Course, since: EpochMs): Opening[] {
  return [...course.modules]
    .flatMap(([moduleId, state]) => {
      const { at, why } = lastTurn(state);
      return isOpenModule(course, moduleId) && why && at !== null && at > since
        ? [{ moduleId, at, why }]
        : [];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** What came last: the opening, or the showing. */
function lastTurn({ since, why, visibility: shown }: ModuleState): { at: EpochMs | null; why: Why | null } {
  return shown.since !== null && shown.since >= (since ?? Number.NEGATIVE_INFINITY)
    ? { at: shown.since, why: shown.why }
    : { at: since, why };
}

/**
 * The date on which the clock will open a closed module: at the start of the treatment, or by a rule. Null when no
 * date can be told: the module was closed by hand, is hidden, waits for something to be done, or the clock stands still.
 */
export function nextOpening(course: Course, moduleId: string): IsoDate | null {
  const state = course.modules.get(moduleId);
  if (!state || state.open || course.status !== 'active' || isHiddenModule(course, moduleId)) return null;
  if (state.why?.by === 'clinician' && state.why.act === 'module-closed') return null;
  const module = course.programme.modules.find(({ id }) => id === moduleId);
  const atStart = module?.access === 'open' ? [firstDate(course)] : [];
  const byRule = course.rules
    .filter(({ rule }) => rule.then.some((effect) => 'open' in effect && effect.open === moduleId))
    .map(({ dueOn }) => dueOn);
  return [...atStart, ...byRule].filter((date) => date !== null).toSorted()[0] ?? null;
}

/** Days left of what the programme recommends for an open module. At zero nothing closes. */
export function moduleDaysLeft(course: Course, moduleId: string): number | null {
  const module = course.programme.modules.find(({ id }) => id === moduleId);
  const state = course.modules.get(moduleId);
  if (!module || !state || state.since === null || !isOpenModule(course, moduleId)) return null;
  return Math.max(0, module.days - countedDaysSince(course, state.since));
}

/** A promise of work for the clinic, with what tells one occurrence from the next. */
export interface Raised {
  readonly flag: RaisedFlag;
  /** The rule that raised it, or the measurement point that is late. */
  readonly by: { readonly rule: string } | { readonly point: string };
  readonly at: EpochMs;
  readonly occurrence: string;
}

/**
 * What is asked of the clinic now: by rules, a silence while it lasts, and each silence anew; the time that ends until
 * it has ended; what the patient's progress and each answer led to until the whole is over; and forms that are late
 * until they are answered. What the clinic did about it, the flags keep.
 */
export function raisedFlags(course: RuledLife): Raised[] {
  return [...course.rules.flatMap((rule) => raisedBy(rule, course.status)), ...lateForms(course)];
}

/** What a list knows of a treatment: less than its course. */
type RuledLife = Life & { readonly programme: Programme; readonly rules: readonly RuleAtWork[] };

function raisedBy(rule: RuleAtWork, status: TreatmentStatus): Raised[] {
  if (rule.state === 'undone') return [];
  const { id, then } = rule.rule;
  const flags = then.flatMap((effect) => ('flag' in effect ? [effect.flag] : []));
  if (flags.length === 0) return [];
  return raisedAt(rule, status).flatMap((at) =>
    flags.map((flag) => ({
      flag,
      by: { rule: id },
      at,
      occurrence: `${id}@${new Date(at).toISOString()}`,
    })),
  );
}

function raisedAt({ rule, silence, firings }: RuleAtWork, status: TreatmentStatus): readonly EpochMs[] {
  if ('silentDays' in rule.when) return status === 'active' && silence !== null ? [silence] : [];
  const asks =
    status === 'active' || status === 'paused' || (status === 'maintenance' && !isByTime(rule.when));
  if (!asks) return [];
  return isByAnswers(rule.when) ? firings : firings.slice(-1);
}

function lateForms(course: RuledLife): Raised[] {
  return lateOnes(course.programme, course, course.rules).map(({ occurrence, since }) => ({
    flag: 'late-form',
    by: { point: occurrence.point.id },
    at: since,
    occurrence: occurrence.key,
  }));
}

/** Day 0 may have been put off by a pause. */
function firstDate(course: Course): IsoDate | null {
  return startDate(course) === null ? null : dateOfDay(course, 0);
}
