/** How the programme reads as a route at sea. Pure. */
import type { ProgrammeView } from '@skute/treatment/contract';

export type ModuleView = ProgrammeView['modules'][number];
export type StepLine = ModuleView['sections'][number]['steps'][number];

export function stepsOf(module: ModuleView): StepLine[] {
  return module.sections.flatMap((section) => section.steps);
}

/** Where *Fortsett* leads: the first that can be opened and is not finished. */
export function nextStep(modules: readonly ModuleView[]): StepLine | undefined {
  return modules.flatMap(stepsOf).find((step) => step.reachable && step.status !== 'finished');
}

/** The module where the way goes on is unfolded, and one that was asked for; the rest unfold when tapped. */
export function isUnfolded(module: ModuleView, next: string | undefined, asked: string): boolean {
  return module.id === asked || stepsOf(module).some((step) => step.id === next);
}

export function statusOf(module: ModuleView): 'not-begun' | 'begun' | 'finished' {
  if (module.finished) return 'finished';
  return stepsOf(module).some((step) => step.status === 'begun' || step.status === 'finished')
    ? 'begun'
    : 'not-begun';
}
