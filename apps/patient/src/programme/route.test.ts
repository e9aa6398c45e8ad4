import { expect, test } from 'vitest';
import { isUnfolded, type ModuleView, nextStep, type StepLine, statusOf } from './route.ts';

function step(id: string, status: StepLine['status'], reachable = true): StepLine {
  return { id, title: id, summary: '', minutes: 3, status, reachable, bookmarked: false };
}

function moduleOf(id: string, steps: StepLine[], more: Partial<ModuleView> = {}): ModuleView {
  const sections = [{ id: `${id}-1`, title: '', steps }];
  const base = {
    title: id,
    summary: '',
    optional: false,
    open: true,
    opensOn: null,
    because: null,
    finished: false,
  };
  return { id, ...base, minutes: 3, sections, ...more };
}

test('the way on leads to the first step that can be opened and is not finished', () => {
  const route = [
    moduleOf('a', [step('a1', 'finished'), step('a2', 'finished')], { finished: true }),
    moduleOf('b', [step('b1', 'begun'), step('b2', 'not-begun'), step('b3', 'not-open', false)]),
  ];
  expect(nextStep(route)?.id).toBe('b1');
});

test('when all that is open is finished there is no way on', () => {
  expect(
    nextStep([moduleOf('a', [step('a1', 'finished')]), moduleOf('b', [step('b1', 'not-open', false)])]),
  ).toBeUndefined();
});

test('the module where the way goes on is unfolded, and the one that was asked for', () => {
  const here = moduleOf('a', [step('a1', 'begun')]);
  const other = moduleOf('b', [step('b1', 'not-begun')]);
  expect(isUnfolded(here, 'a1', '')).toBe(true);
  expect(isUnfolded(other, 'a1', '')).toBe(false);
  expect(isUnfolded(other, 'a1', 'b')).toBe(true);
});

test('a module is begun when one of its steps is', () => {
  expect(statusOf(moduleOf('a', [step('a1', 'finished'), step('a2', 'not-begun')]))).toBe('begun');
  expect(statusOf(moduleOf('a', [step('a1', 'not-begun')]))).toBe('not-begun');
});
