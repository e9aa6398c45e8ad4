import { expect, test } from 'vitest';
import { actOfKey, type Module, type Rule } from './things.ts';

const module = (id: string, open: boolean): Module => ({
  id,
  title: id,
  summary: '',
  optional: false,
  open,
  hidden: false,
  hiddenAtStart: false,
  opensOn: null,
  because: null,
  finished: false,
  daysLeft: null,
  sections: [],
});
const rule = (id: string, state: Rule['state'], opens: string[] = []): Rule => ({
  id,
  because: '',
  state,
  dueOn: null,
  firedAt: null,
  reason: null,
  opens,
});
const viewOf = (modules: Module[], rules: Rule[] = [], allowed = ['steer']) =>
  ({ modules, rules, allowed }) as unknown as Parameters<typeof actOfKey>[2];
const act = (key: 'O' | 'H', row: string, view: Parameters<typeof actOfKey>[2]) =>
  actOfKey(key, row, view)?.act;

test('O opens a closed module and leaves an open one', () => {
  expect(act('O', 'module:a', viewOf([module('a', false)]))).toBe('open-module');
  expect(act('O', 'module:a', viewOf([module('a', true)]))).toBeUndefined();
});

test('H on a module that a rule will open holds the rule', () => {
  const view = viewOf([module('a', false)], [rule('r', 'waiting', ['a'])]);
  expect(actOfKey('H', 'module:a', view)).toMatchObject({ act: 'hold-rule', rule: { id: 'r' } });
});

test('O shows a hidden module, open or not, and H leaves it', () => {
  const hidden = viewOf([{ ...module('a', true), hidden: true }]);
  expect(act('O', 'module:a', hidden)).toBe('show-module');
  expect(act('H', 'module:a', hidden)).toBeUndefined();
});

test('H on an open module closes it', () => {
  expect(act('H', 'module:a', viewOf([module('a', true)]))).toBe('close-module');
});

test('a rule is held while it waits, undone once it has fired, and released after either', () => {
  expect(act('H', 'rule:r', viewOf([], [rule('r', 'waiting')]))).toBe('hold-rule');
  expect(act('H', 'rule:r', viewOf([], [rule('r', 'fired')]))).toBe('undo-rule');
  expect(act('O', 'rule:r', viewOf([], [rule('r', 'held')]))).toBe('release-rule');
  expect(act('O', 'rule:r', viewOf([], [rule('r', 'undone')]))).toBe('release-rule');
});

test('nothing is steered when steering is not allowed', () => {
  expect(act('O', 'module:a', viewOf([module('a', false)], [], []))).toBeUndefined();
});
