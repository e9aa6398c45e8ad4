/** What of a programme can be steered, and what the two keys do with each: O shows, opens or releases; H closes, hides or holds. */
import type { SteeringView } from '@skute/treatment/contract';

export type Module = SteeringView['modules'][number];
export type Step = Module['sections'][number]['steps'][number];
export type Rule = SteeringView['rules'][number];

export type Asked =
  | { readonly act: 'open-module' | 'close-module' | 'show-module' | 'hide-module'; readonly module: Module }
  | { readonly act: 'show-step' | 'hide-step'; readonly step: Step }
  | { readonly act: 'hold-rule' | 'release-rule' | 'undo-rule'; readonly rule: Rule };

export function stepsOf(module: Module): Step[] {
  return module.sections.flatMap(({ steps }) => steps);
}

/** Rows in reading order, named by what they are. */
export function rowIds({ modules, rules }: SteeringView): string[] {
  const inModules = modules.flatMap((module) => [
    `module:${module.id}`,
    ...stepsOf(module).map(({ id }) => `step:${id}`),
  ]);
  return [...inModules, ...rules.map(({ id }) => `rule:${id}`)];
}

/** The rule that will open a closed module. Rules name what they open by title. */
export function ruleFor(module: Module, rules: readonly Rule[]): Rule | undefined {
  if (module.open) return undefined;
  return rules.find(({ state, opens }) => state === 'waiting' && opens.includes(module.title));
}

export function actOfKey(key: 'O' | 'H', row: string | undefined, view: SteeringView): Asked | undefined {
  if (!view.allowed.includes('steer')) return undefined;
  const [kind, id] = row?.split(':') ?? [];
  if (kind === 'module')
    return moduleAct(
      key,
      view.modules.find((module) => module.id === id),
      view.rules,
    );
  if (kind === 'step')
    return stepAct(
      key,
      view.modules.flatMap(stepsOf).find((step) => step.id === id),
    );
  return ruleAct(
    key,
    view.rules.find((rule) => rule.id === id),
  );
}

function moduleAct(key: 'O' | 'H', module: Module | undefined, rules: readonly Rule[]): Asked | undefined {
  if (!module) return undefined;
  if (module.hidden) return key === 'O' ? { act: 'show-module', module } : undefined;
  if (key === 'O') return module.open ? undefined : { act: 'open-module', module };
  if (module.open) return { act: 'close-module', module };
  const rule = ruleFor(module, rules);
  return rule ? { act: 'hold-rule', rule } : undefined;
}

function stepAct(key: 'O' | 'H', step: Step | undefined): Asked | undefined {
  if (!step) return undefined;
  if (key === 'O') return step.hidden ? { act: 'show-step', step } : undefined;
  return step.hidden ? undefined : { act: 'hide-step', step };
}

function ruleAct(key: 'O' | 'H', rule: Rule | undefined): Asked | undefined {
  if (!rule) return undefined;
  const stopped = rule.state === 'held' || rule.state === 'undone';
  if (key === 'O') return stopped ? { act: 'release-rule', rule } : undefined;
  if (stopped) return undefined;
  return { act: rule.state === 'waiting' ? 'hold-rule' : 'undo-rule', rule };
}
