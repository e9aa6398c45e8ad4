import { describe, expect, it } from 'vitest';
import { codesOf, problemsOf, put } from '../testing/a-package.ts';

/** Four more closed modules, a to d, with pages and texts, so that rules between them can be tried. */
function withRules(rules: string) {
  const names = ['a', 'b', 'c', 'd'];
  const modules = names.map(
    (id) =>
      `  - { id: ${id}, access: closed, days: 1, sections: [ { id: s${id}, steps: [ { id: t${id}, minutes: 1 } ] } ] }\n`,
  );
  return problemsOf({
    'programme.yaml': (text) => text + modules.join(''),
    'rules.yaml': (text) => `${text}${rules}`,
  })
    .filter(({ code }) => /^(rule|module)/.test(code))
    .map(({ code, message }) => `${code}: ${/"([^"]*)"/.exec(message)?.[1]}`);
}

const opens = (module: string, when: string) =>
  `- { id: o${module}, when: { ${when} }, then: [ { open: ${module} } ] }\n`;

describe('what can be reached', () => {
  it('is everything when each module is opened by the one before it', () => {
    const chain =
      opens('a', 'moduleDone: later') +
      opens('b', 'stepDone: ta') +
      opens('c', 'moduleDone: b') +
      opens('d', 'silentDays: 3');
    expect(withRules(chain)).toEqual([]);
  });

  it('does not depend on the order of the rules', () => {
    const chain =
      opens('d', 'moduleDone: c') +
      opens('c', 'moduleDone: b') +
      opens('b', 'moduleDone: a') +
      opens('a', 'day: 3');
    expect(withRules(chain)).toEqual([]);
  });

  it('is not a module that waits for one that nothing opens', () => {
    const found = withRules(opens('a', 'moduleDone: d') + opens('b', 'day: 3') + opens('c', 'day: 3'));
    expect(found.toSorted()).toEqual([
      'module-unreachable: a',
      'module-unreachable: d',
      'rule-cannot-fire: oa',
    ]);
  });

  it('is not modules that wait for each other, which are told of once', () => {
    const found = withRules(
      opens('a', 'moduleDone: b') +
        opens('b', 'moduleDone: c') +
        opens('c', 'stepDone: ta') +
        opens('d', 'day: 1'),
    );
    expect(found).toEqual(['rule-cycle: a']);
  });

  it('is a circle that is also opened from outside', () => {
    const circle =
      opens('a', 'moduleDone: b') + opens('b', 'moduleDone: a') + opens('c', 'day: 1') + opens('d', 'day: 1');
    expect(withRules(`${circle}- { id: way-in, when: { day: 2 }, then: [ { open: b } ] }\n`)).toEqual([]);
  });

  it('is an optional module that a clinician opens, and what waits for it', () => {
    const changes = {
      'programme.yaml': put('access: closed', 'access: closed\n    optional: true'),
      'rules.yaml': '- { id: after-a-week, when: { moduleDone: later }, then: [ { show: answer } ] }\n',
    };
    expect(codesOf(changes)).toEqual(['module-only-by-clinician']);
  });
});

describe('a rule', () => {
  it('that hides a shown step and one that shows it again both have an effect', () => {
    const rules =
      '- { id: hide-it, when: { day: 1 }, then: [ { hide: more } ] }\n- { id: show-it, when: { day: 2 }, then: [ { show: more } ] }\n';
    expect(codesOf({ 'rules.yaml': (text) => text + rules })).not.toContain('rule-without-effect');
  });

  it('that shows what is shown has none, unless it does more', () => {
    expect(codesOf({ 'rules.yaml': put('{ open: later }', '{ open: later }, { show: more }') })).toEqual([]);
    const only = '- { id: show-it, when: { day: 2 }, then: [ { show: more } ] }\n';
    expect(codesOf({ 'rules.yaml': (text) => text + only })).toContain('rule-without-effect');
  });

  it('that hides a module and one that shows it again both have an effect', () => {
    const rules =
      '- { id: hide-it, when: { day: 1 }, then: [ { hideModule: start } ] }\n- { id: show-it, when: { day: 2 }, then: [ { showModule: start } ] }\n';
    expect(codesOf({ 'rules.yaml': (text) => text + rules })).not.toContain('rule-without-effect');
  });

  it('that shows a module that is shown has none, and one about a module that is not there is told of', () => {
    const rule = (effect: string) => ({
      'rules.yaml': (text: string) => `${text}- { id: more, when: { day: 2 }, then: [ { ${effect} } ] }\n`,
    });
    expect(codesOf(rule('showModule: later'))).toContain('rule-without-effect');
    expect(codesOf(rule('hideModule: later'))).not.toContain('rule-without-effect');
    expect(codesOf(rule('hideModule: nowhere'))).toContain('rule-unknown-module');
  });

  it('that shows a hidden module leaves nothing of it to the clinician', () => {
    const hidden = { 'programme.yaml': put('access: closed', 'access: closed\n    hidden: true') };
    expect(codesOf(hidden)).toContain('module-shown-by-clinician');
    const shown = {
      ...hidden,
      'rules.yaml': put('{ open: later }', '{ open: later }, { showModule: later }'),
    };
    expect(codesOf(shown)).not.toContain('module-shown-by-clinician');
  });

  it('on the last day can fire', () => {
    expect(codesOf({ 'rules.yaml': put('day: 7', 'day: 30') })).toEqual([]);
  });
});
