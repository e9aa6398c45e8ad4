import type { EpochMs } from '@skute/platform/time';
import { type Effect, type Module, type Programme, type Step, stepsInOrder } from '@skute/programmes/rules';
import type { EventKind, StepProgress, TreatmentEvent, TreatmentFacts } from './facts.ts';
import { type Life, lifeAt } from './life-cycle.ts';
import { dayAt, startOfTreatmentDay } from './days.ts';
import { type RuleAtWork, rulesAtWork } from './rules-at-work.ts';

/** One treatment of one programme as it stands: what is open, what is hidden, and why. */
export interface Course extends Life {
  readonly programme: Programme;
  readonly rules: readonly RuleAtWork[];
  readonly modules: ReadonlyMap<string, ModuleState>;
  readonly steps: ReadonlyMap<string, Visibility>;
  readonly progress: ReadonlyMap<string, StepProgress>;
}

export interface ModuleState {
  readonly open: boolean;
  /** When it became as it is; null when it has never been otherwise. */
  readonly since: EpochMs | null;
  /** Why it is open, or kept closed. Null for what the programme has from the start. */
  readonly why: Why | null;
  /** A hidden module, with all its steps, is not there for the patient, open or not. */
  readonly visibility: Visibility;
}

/** Of a module or a step. */
export interface Visibility {
  readonly hidden: boolean;
  readonly since: EpochMs | null;
  readonly why: Why | null;
}

/** The act behind a state. Its words in the reader's language are made where it is shown. */
export type Why =
  | { readonly by: 'rule'; readonly rule: string; readonly at: EpochMs }
  | {
      readonly by: 'clinician';
      readonly act: EventKind;
      readonly reason: string | null;
      readonly at: EpochMs;
    };

/**
 * What is open and visible, out of three sources: the programme at the start of the treatment, rules, and the
 * clinician's hand. The hand outranks the rest until it acts again: what was closed by hand no rule opens, and what
 * was opened by hand stays open when a rule is undone. Among rules the last one wins.
 */
export function courseAt(programme: Programme, facts: TreatmentFacts, now: EpochMs): Course {
  const life = lifeAt(facts, now);
  const rules = rulesAtWork(programme, life);
  const start = startedAt(life);
  return {
    ...life,
    programme,
    rules,
    modules: new Map(programme.modules.map((module) => [module.id, moduleState(module, start, life, rules)])),
    steps: new Map(stepsInOrder(programme).map(({ step }) => [step.id, stepVisibility(step, life, rules)])),
    progress: new Map(facts.progress.map((step) => [step.stepId, step])),
  };
}

/** When the treatment began: the first active moment of day 0. Modules that are open at the start open then. */
export function startedAt(life: Life): EpochMs | null {
  const reached = dayAt(life) === null ? null : startOfTreatmentDay(life, 0);
  if (reached === null) return null;
  const span = life.spans.find(
    ({ status, from, to }) => status === 'active' && (to > reached || (from === to && from >= reached)),
  );
  const at = span ? Math.max(span.from, reached) : Number.POSITIVE_INFINITY;
  return at <= life.now ? at : null;
}

/** Something that turned a module or step on (open, visible) or off (closed, hidden). */
interface Change {
  readonly on: boolean;
  readonly at: EpochMs;
  readonly why: Why | null;
  readonly byHand: boolean;
}

function moduleState(
  module: Module,
  start: EpochMs | null,
  life: Life,
  rules: readonly RuleAtWork[],
): ModuleState {
  const atStart =
    module.access === 'open' && start !== null ? [{ on: true, at: start, why: null, byHand: false }] : [];
  const { on, since, why } = inForce(false, [
    ...atStart,
    ...byRules(rules, { open: module.id }, {}),
    ...byHand(life, module.id, 'module-opened', 'module-closed'),
  ]);
  const stop = on || why ? null : stopOfOpening(rules, module.id);
  const visibility = moduleVisibility(module, life, rules);
  return stop
    ? { open: false, since: stop.at, why: whyOf(stop), visibility }
    : { open: on, since, why, visibility };
}

function moduleVisibility(module: Module, life: Life, rules: readonly RuleAtWork[]): Visibility {
  const { on, since, why } = inForce(!module.hidden, [
    ...byRules(rules, { showModule: module.id }, { hideModule: module.id }),
    ...byHand(life, module.id, 'module-shown', 'module-hidden'),
  ]);
  return { hidden: !on, since, why };
}

function stepVisibility(step: Step, life: Life, rules: readonly RuleAtWork[]): Visibility {
  const { on, since, why } = inForce(!step.hidden, [
    ...byRules(rules, { show: step.id }, { hide: step.id }),
    ...byHand(life, step.id, 'step-shown', 'step-hidden'),
  ]);
  return { hidden: !on, since, why };
}

/** A hand that does what is done already changes nothing, but from then on no rule takes it back. */
function inForce(
  initially: boolean,
  changes: readonly Change[],
): { on: boolean; since: EpochMs | null; why: Why | null } {
  let state: { on: boolean; since: EpochMs | null; why: Why | null } = {
    on: initially,
    since: null,
    why: null,
  };
  let pinned = false;
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    if (pinned && !change.byHand) continue;
    if (change.on !== state.on) state = { on: change.on, since: change.at, why: change.why };
    pinned ||= change.byHand;
  }
  return state;
}

/** The first firing counts: what is open already is not opened again by the next silence. */
function byRules(rules: readonly RuleAtWork[], on: Partial<Aim>, off: Partial<Aim>): Change[] {
  return rules.flatMap(({ rule, firings }) =>
    firings.slice(0, 1).flatMap((at) =>
      rule.then.flatMap((effect): Change[] => {
        const turnsOn = aimsAt(effect, on);
        if (!turnsOn && !aimsAt(effect, off)) return [];
        return [{ on: turnsOn, at, why: { by: 'rule', rule: rule.id, at }, byHand: false }];
      }),
    ),
  );
}

type Aim = { open: string; show: string; hide: string; showModule: string; hideModule: string };

function aimsAt(effect: Effect, aim: Partial<Aim>): boolean {
  if ('open' in effect) return effect.open === aim.open;
  if ('show' in effect) return effect.show === aim.show;
  if ('hide' in effect) return effect.hide === aim.hide;
  if ('showModule' in effect) return effect.showModule === aim.showModule;
  return 'hideModule' in effect && effect.hideModule === aim.hideModule;
}

function byHand(life: Life, about: string, on: EventKind, off: EventKind): Change[] {
  return life.events
    .filter((event) => event.about === about && (event.kind === on || event.kind === off))
    .map((event) => ({ on: event.kind === on, at: event.at, why: whyOf(event), byHand: true }));
}

/** The hold or undoing that keeps a rule from opening the module. */
function stopOfOpening(rules: readonly RuleAtWork[], module: string): TreatmentEvent | null {
  return (
    rules.find(({ rule, stop }) => stop && rule.then.some((effect) => aimsAt(effect, { open: module })))
      ?.stop ?? null
  );
}

function whyOf(event: TreatmentEvent): Why {
  return { by: 'clinician', act: event.kind, reason: event.reason, at: event.at };
}
