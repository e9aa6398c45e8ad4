import type { EpochMs } from '@skute/platform/time';
import { type Module, type Programme, type Step, stepsInOrder } from '@skute/programmes/rules';
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
  const byHand = Map.groupBy(life.events, (event) => event.about);
  const causes = { rules, byRules: changesByRules(rules), byHand };
  return {
    ...life,
    programme,
    rules,
    modules: new Map(programme.modules.map((module) => [module.id, moduleState(module, start, causes)])),
    steps: new Map(stepsInOrder(programme).map(({ step }) => [step.id, stepVisibility(step, causes)])),
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

/** What rules and hands have done in the treatment, by what they did it to. Most modules and steps are in neither. */
interface Causes {
  readonly rules: readonly RuleAtWork[];
  readonly byRules: ReadonlyMap<string, readonly RuleChange[]>;
  readonly byHand: ReadonlyMap<string | null, readonly TreatmentEvent[]>;
}

type Aim = 'open' | 'show' | 'hide' | 'showModule' | 'hideModule';

interface RuleChange {
  readonly aim: string;
  readonly target: string;
  readonly rule: string;
  readonly at: EpochMs;
}

function moduleState(module: Module, start: EpochMs | null, causes: Causes): ModuleState {
  const atStart =
    module.access === 'open' && start !== null ? [{ on: true, at: start, why: null, byHand: false }] : [];
  const { on, since, why } = inForce(false, [
    ...atStart,
    ...byRules(causes, module.id, 'open'),
    ...byHand(causes, module.id, 'module-opened', 'module-closed'),
  ]);
  const stop = on || why ? null : stopOfOpening(causes.rules, module.id);
  const visibility = moduleVisibility(module, causes);
  return stop
    ? { open: false, since: stop.at, why: whyOf(stop), visibility }
    : { open: on, since, why, visibility };
}

function moduleVisibility(module: Module, causes: Causes): Visibility {
  const { on, since, why } = inForce(!module.hidden, [
    ...byRules(causes, module.id, 'showModule', 'hideModule'),
    ...byHand(causes, module.id, 'module-shown', 'module-hidden'),
  ]);
  return { hidden: !on, since, why };
}

function stepVisibility(step: Step, causes: Causes): Visibility {
  const { on, since, why } = inForce(!step.hidden, [
    ...byRules(causes, step.id, 'show', 'hide'),
    ...byHand(causes, step.id, 'step-shown', 'step-hidden'),
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
  if (changes.length === 0) return state;
  let pinned = false;
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    if (pinned && !change.byHand) continue;
    if (change.on !== state.on) state = { on: change.on, since: change.at, why: change.why };
    pinned ||= change.byHand;
  }
  return state;
}

/** What rules have done, by what they did it to. The first firing counts: what is open already is not opened again by the next silence. */
function changesByRules(rules: readonly RuleAtWork[]): Map<string, RuleChange[]> {
  const changes = rules.flatMap(({ rule, firings }) =>
    firings
      .slice(0, 1)
      .flatMap((at) =>
        rule.then.flatMap((effect) =>
          Object.entries(effect).map(([aim, target]) => ({ aim, target, rule: rule.id, at })),
        ),
      ),
  );
  return Map.groupBy(changes, ({ target }) => target);
}

function byRules(causes: Causes, target: string, on: Aim, off?: Aim): Change[] {
  return (causes.byRules.get(target) ?? [])
    .filter(({ aim }) => aim === on || aim === off)
    .map(({ aim, rule, at }) => ({ on: aim === on, at, why: { by: 'rule', rule, at }, byHand: false }));
}

function byHand(causes: Causes, target: string, on: EventKind, off: EventKind): Change[] {
  return (causes.byHand.get(target) ?? [])
    .filter((event) => event.kind === on || event.kind === off)
    .map((event) => ({ on: event.kind === on, at: event.at, why: whyOf(event), byHand: true }));
}

/** The hold or undoing that keeps a rule from opening the module. */
function stopOfOpening(rules: readonly RuleAtWork[], module: string): TreatmentEvent | null {
  return (
    rules.find(
      ({ rule, stop }) => stop && rule.then.some((effect) => 'open' in effect && effect.open === module),
    )?.stop ?? null
  );
}

function whyOf(event: TreatmentEvent): Why {
  return { by: 'clinician', act: event.kind, reason: event.reason, at: event.at };
}
