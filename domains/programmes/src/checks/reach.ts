import type { KnownDraft } from '../read-package.ts';
import { type Programme, type Rule, stepsInOrder } from '../programme.ts';
import type { Report } from '../problems.ts';
import { changesNothing, type Reach, reachOf, waitsInCircle } from './reach-of.ts';
import { reportWrongForms } from './rule-forms.ts';

/** Everything in the programme can be reached, and every rule can come true and has an effect. */
export function checkReach(draft: KnownDraft, report: Report): void {
  const { programme, structure } = draft;
  const broken = new Set(
    programme.rules.filter((rule) => {
      const faults = [
        reportBroken(rule, programme, structure, report),
        reportWrongForms(rule, draft, report),
      ];
      return faults.includes(true);
    }),
  );
  const reach = reachOf(programme);
  const circles = waitsInCircle(programme, reach);
  for (const { rules, modules } of circles) {
    const [first] = rules;
    if (first === undefined) continue;
    const chain = [...modules, modules[0] ?? ''].join('" waits for "');
    const message = `"${chain}": none of them can ever open. Expected one to open without the others.`;
    report('rule-cycle', structure.placeOf('rules', first.id), message);
  }
  const circling = new Set(circles.flatMap(({ rules }) => rules));
  for (const rule of programme.rules) {
    if (broken.has(rule)) continue;
    const place = structure.placeOf('rules', rule.id);
    if (!reach.fires.has(rule) && !circling.has(rule)) {
      report(
        'rule-cannot-fire',
        place,
        `The rule "${rule.id}" waits for something that can never come to the patient.`,
      );
    } else if (changesNothing(rule, programme)) {
      report(
        'rule-without-effect',
        place,
        `What the rule "${rule.id}" does is so already; expected it to change something, or no rule.`,
      );
    }
  }
  reportModules(programme, reach, new Set(circles.flatMap(({ modules }) => modules)), structure, report);
  reportHiddenModules(programme, structure, report);
  reportHiddenSteps(programme, structure, report);
}

type Structure = KnownDraft['structure'];

/** A rule about something that is not there, or about a time that never comes. */
function reportBroken(rule: Rule, programme: Programme, structure: Structure, report: Report): boolean {
  const modules = new Set(programme.modules.map(({ id }) => id));
  const steps = new Set(stepsInOrder(programme).map(({ step }) => step.id));
  const place = structure.placeOf('rules', rule.id);
  let broken = false;
  for (const part of [rule.when, ...rule.then]) {
    for (const [key, value] of Object.entries(part) as [string, string | number | object][]) {
      // Of forms and measurement points: see rule-forms.ts.
      if (typeof value === 'object') continue;
      if (['open', 'showModule', 'hideModule', 'moduleDone'].includes(key) && !modules.has(String(value))) {
        report(
          'rule-unknown-module',
          place,
          `Found "${key}: ${value}"; expected the id of a module in programme.yaml.`,
        );
        broken = true;
      }
      if (['show', 'hide', 'stepDone'].includes(key) && !steps.has(String(value))) {
        report(
          'rule-unknown-step',
          place,
          `Found "${key}: ${value}"; expected the id of a step in programme.yaml.`,
        );
        broken = true;
      }
      if (['day', 'silentDays', 'daysLeft'].includes(key) && Number(value) > programme.days) {
        report(
          'rule-beyond-end',
          place,
          `Found "${key}: ${value}"; expected at most the ${programme.days} days of the programme.`,
        );
        broken = true;
      }
    }
  }
  return broken;
}

function reportModules(
  programme: Programme,
  reach: Reach,
  circling: ReadonlySet<string>,
  structure: Structure,
  report: Report,
): void {
  const openedBy = (id: string) =>
    programme.rules.filter(({ then }) => then.some((effect) => 'open' in effect && effect.open === id));
  for (const module of programme.modules) {
    const place = structure.placeOf('modules', module.id);
    const rules = openedBy(module.id);
    if (!reach.openable.has(module.id) && !circling.has(module.id)) {
      const why =
        rules.length === 0
          ? 'no rule opens it'
          : `the rules that open it can never fire (${rules.map(({ id }) => id).join(', ')})`;
      const message = `The module "${module.id}" is closed and ${why}; expected "access: open", a rule that opens it, or "optional: true".`;
      report('module-unreachable', place, message);
    } else if (module.access === 'closed' && rules.length === 0 && !circling.has(module.id)) {
      report(
        'module-only-by-clinician',
        place,
        `No rule opens the optional module "${module.id}"; a clinician opens it for those it helps.`,
      );
    }
  }
}

function reportHiddenModules(programme: Programme, structure: Structure, report: Report): void {
  const shown = new Set(
    programme.rules.flatMap(({ then }) =>
      then.flatMap((effect) => ('showModule' in effect ? [effect.showModule] : [])),
    ),
  );
  for (const { id, hidden } of programme.modules) {
    if (!hidden || shown.has(id)) continue;
    const message = `No rule shows the hidden module "${id}"; a clinician shows it for one patient.`;
    report('module-shown-by-clinician', structure.placeOf('modules', id), message);
  }
}

function reportHiddenSteps(programme: Programme, structure: Structure, report: Report): void {
  const shown = new Set(
    programme.rules.flatMap(({ then }) => then.flatMap((effect) => ('show' in effect ? [effect.show] : []))),
  );
  for (const { step } of stepsInOrder(programme)) {
    if (!step.hidden || shown.has(step.id)) continue;
    const message = `No rule shows the hidden step "${step.id}"; a clinician shows it for one patient.`;
    report('step-only-by-clinician', structure.placeOf('steps', step.id), message);
  }
}
