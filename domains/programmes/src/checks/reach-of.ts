import {
  type Condition,
  type Effect,
  type MeasurementPoint,
  type Programme,
  type Rule,
  stepsInOrder,
} from '../programme.ts';
import { formOf } from './rule-forms.ts';

/** What can come about in a treatment by rules and by the patient's own work. */
export interface Reach {
  /** Modules that are open at start, can be opened by a rule, or are optional and so a clinician's to open. */
  readonly openable: ReadonlySet<string>;
  readonly fires: ReadonlySet<Rule>;
  /** Measurement points that can come to the patient. */
  readonly points: ReadonlySet<string>;
}

export function reachOf(programme: Programme): Reach {
  const openable = new Set(
    programme.modules.filter((each) => each.access === 'open' || each.optional).map(({ id }) => id),
  );
  const fires = new Set<Rule>();
  const points = new Set<string>();
  const reach: Reach = { openable, fires, points };
  let before = -1;
  while (fires.size + points.size > before) {
    before = fires.size + points.size;
    for (const point of programme.measures) if (canOpen(point, reach, programme)) points.add(point.id);
    for (const rule of programme.rules) {
      if (fires.has(rule) || !canComeTrue(rule.when, reach, programme)) continue;
      fires.add(rule);
      for (const effect of rule.then) if ('open' in effect) openable.add(effect.open);
    }
  }
  return reach;
}

export interface Circle {
  readonly modules: readonly string[];
  readonly rules: readonly Rule[];
}

/** Closed modules that wait for each other: each circle once. */
export function waitsInCircle(programme: Programme, reach: Reach): Circle[] {
  const blocked = programme.modules.filter(({ id }) => !reach.openable.has(id)).map(({ id }) => id);
  const circles: Circle[] = [];
  for (const module of blocked) {
    if (circles.some((circle) => circle.modules.includes(module))) continue;
    const circle = wayBack(module, programme, blocked);
    if (circle !== undefined) circles.push(circle);
  }
  return circles;
}

/** A rule whose every effect is so from the start and cannot have been changed by another rule. */
export function changesNothing(rule: Rule, programme: Programme): boolean {
  return rule.then.every((effect) => isSoAlready(effect, programme));
}

function canComeTrue(when: Condition, reach: Reach, programme: Programme): boolean {
  if ('day' in when) return when.day <= programme.days;
  if ('silentDays' in when) return when.silentDays <= programme.days;
  if ('daysLeft' in when) return when.daysLeft <= programme.days;
  if ('late' in when) return reach.points.has(when.late.point);
  const form = formOf(when);
  if (form !== undefined)
    return programme.measures.some(({ id, forms }) => reach.points.has(id) && forms.includes(form));
  const module = moduleAwaited(when, programme);
  return module !== undefined && reach.openable.has(module);
}

function canOpen({ when }: MeasurementPoint, reach: Reach, programme: Programme): boolean {
  if ('afterModule' in when) return reach.openable.has(when.afterModule);
  if ('afterStep' in when) return reach.openable.has(moduleOfStep(when.afterStep, programme) ?? '');
  return 'afterPoint' in when ? reach.points.has(when.afterPoint) : true;
}

function moduleAwaited(when: Condition, programme: Programme): string | undefined {
  if ('moduleDone' in when) return when.moduleDone;
  return 'stepDone' in when ? moduleOfStep(when.stepDone, programme) : undefined;
}

function moduleOfStep(id: string, programme: Programme): string | undefined {
  return stepsInOrder(programme).find(({ step }) => step.id === id)?.module.id;
}

/** The shortest chain of "opens when that is done" from a module back to itself. */
function wayBack(start: string, programme: Programme, blocked: readonly string[]): Circle | undefined {
  let chains: Circle[] = [{ modules: [start], rules: [] }];
  const seen = new Set<string>();
  while (chains.length > 0) {
    const next: Circle[] = [];
    for (const chain of chains) {
      for (const { rule, awaited } of waitsOf(chain.modules.at(-1) ?? start, programme)) {
        const rules = [...chain.rules, rule];
        if (awaited === start) return { modules: chain.modules, rules };
        if (seen.has(awaited) || !blocked.includes(awaited)) continue;
        seen.add(awaited);
        next.push({ modules: [...chain.modules, awaited], rules });
      }
    }
    chains = next;
  }
  return undefined;
}

function waitsOf(module: string, programme: Programme): { rule: Rule; awaited: string }[] {
  return programme.rules.flatMap((rule) => {
    if (!rule.then.some((effect) => 'open' in effect && effect.open === module)) return [];
    const awaited = moduleAwaited(rule.when, programme);
    return awaited === undefined ? [] : [{ rule, awaited }];
  });
}

function isSoAlready(effect: Effect, programme: Programme): boolean {
  if ('flag' in effect || 'schedule' in effect) return false;
  if ('open' in effect) return programme.modules.find(({ id }) => id === effect.open)?.access === 'open';
  const aim = aimOf(effect);
  const others = programme.rules.flatMap((rule) => rule.then.flatMap((other) => aimOf(other) ?? []));
  const isTurnedBack = others.some(
    ({ kind, id, hides }) => kind === aim?.kind && id === aim.id && hides !== aim.hides,
  );
  return aim !== undefined && isHiddenAtStart(aim, programme) === aim.hides && !isTurnedBack;
}

/** What an effect shows or hides. Modules and steps have ids of their own, which may be alike. */
interface Aim {
  readonly kind: 'module' | 'step';
  readonly id: string;
  readonly hides: boolean;
}

function aimOf(effect: Effect): Aim | undefined {
  if ('show' in effect) return { kind: 'step', id: effect.show, hides: false };
  if ('hide' in effect) return { kind: 'step', id: effect.hide, hides: true };
  if ('showModule' in effect) return { kind: 'module', id: effect.showModule, hides: false };
  return 'hideModule' in effect ? { kind: 'module', id: effect.hideModule, hides: true } : undefined;
}

function isHiddenAtStart({ kind, id }: Aim, programme: Programme): boolean | undefined {
  return kind === 'module'
    ? programme.modules.find((module) => module.id === id)?.hidden
    : stepsInOrder(programme).find(({ step }) => step.id === id)?.step.hidden;
}
