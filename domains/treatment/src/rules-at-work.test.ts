import { describe, expect, it } from 'vitest';
import { raisedFlags } from './openings.ts';
import { aModule, aProgramme, aRule } from './testing/a-programme.ts';
import { anActiveWalk, atOslo, aWalk, type Walk } from './testing/a-walk.ts';

const reason = 'for good reason';

function rule(walk: Walk, id: string) {
  const found = walk.course().rules.find((known) => known.rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}
const isOpen = (walk: Walk, module: string) => walk.course().modules.get(module)?.open;
const flags = (walk: Walk) => raisedFlags(walk.course()).map(({ flag }) => flag);

describe('a rule by day', () => {
  it('opens at the first moment of its day, with the rule as because', () => {
    const walk = anActiveWalk();
    expect(isOpen(walk.on('2026-03-08', '23:59'), 'food')).toBe(false);
    const at = atOslo('2026-03-09', '00:00');
    expect(walk.on('2026-03-09', '00:00').course().modules.get('food')).toMatchObject({
      open: true,
      since: at,
      why: { by: 'rule', rule: 'food-after-a-week', at },
    });
  });
  it('took effect when it did, however late anybody looks', () => {
    expect(rule(anActiveWalk().on('2026-06-01'), 'food-after-a-week').firings).toEqual([
      atOslo('2026-03-09', '00:00'),
    ]);
  });
  it('says beforehand when it is due', () => {
    expect(rule(anActiveWalk(), 'food-after-a-week')).toMatchObject({
      state: 'waiting',
      dueOn: '2026-03-09',
    });
    expect(rule(aWalk(), 'food-after-a-week').dueOn).toBeNull();
  });
  it('of day 0 takes effect at the acceptance on the day of the start', () => {
    const walk = anActiveWalk({
      programme: aProgramme({ rules: [aRule('first', { day: 0 }, { open: 'food' })] }),
    });
    expect(rule(walk, 'first').firings).toEqual([walk.now]);
  });
  it('waits through a pause and loses none of its days', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-06').clinician({ act: 'pause', reason });
    expect(isOpen(walk.on('2026-03-15'), 'food')).toBe(false);
    expect(rule(walk, 'food-after-a-week').dueOn).toBeNull();
    walk.on('2026-03-16', '12:00').clinician({ act: 'resume' });
    expect(rule(walk, 'food-after-a-week').dueOn).toBe('2026-03-18');
    expect(isOpen(walk.on('2026-03-18', '00:00'), 'food')).toBe(true);
  });
  it('whose day comes in the pause takes effect when the treatment goes on', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-08', '20:00').clinician({ act: 'pause', reason });
    walk.on('2026-03-09', '12:00').clinician({ act: 'resume' });
    expect(rule(walk, 'food-after-a-week').firings).toEqual([walk.now]);
  });
});

describe('a rule that is held', () => {
  it('does not take effect, and says why the module is closed', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason });
    expect(walk.on('2026-03-20').course().modules.get('food')).toMatchObject({
      open: false,
      why: { by: 'clinician', act: 'rule-held', reason },
    });
    expect(rule(walk, 'food-after-a-week')).toMatchObject({ state: 'held', dueOn: null });
  });
  it('takes effect on release when its time has come', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason });
    walk.on('2026-03-20').clinician({ act: 'release-rule', ruleId: 'food-after-a-week' });
    expect(rule(walk, 'food-after-a-week').firings).toEqual([walk.now]);
  });
  it('takes effect in its time when it was released before', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason });
    walk.on('2026-03-05').clinician({ act: 'release-rule', ruleId: 'food-after-a-week' });
    expect(rule(walk.on('2026-03-12'), 'food-after-a-week').firings).toEqual([atOslo('2026-03-09', '00:00')]);
  });
  it('by progress is written on release when it has come true meanwhile', () => {
    const walk = anActiveWalk().on('2026-03-09');
    walk.clinician({ act: 'hold-rule', ruleId: 'forward', reason });
    walk.go('welcome', 'how', 'plate', 'answer', 'fibre');
    expect(isOpen(walk, 'way-forward')).toBe(false);
    walk.on('2026-03-12').clinician({ act: 'release-rule', ruleId: 'forward' });
    expect(walk.facts.events.at(-1)).toMatchObject({
      kind: 'rule-fired',
      about: 'forward',
      by: 'rule',
      at: walk.now,
    });
    expect(isOpen(walk, 'way-forward')).toBe(true);
  });
  it('is held once; again changes nothing, and what is not held can’t be released', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'forward', reason });
    const events = walk.facts.events;
    expect(walk.clinician({ act: 'hold-rule', ruleId: 'forward', reason })).toBe('done');
    expect(walk.facts.events).toEqual(events);
    expect(walk.clinician({ act: 'release-rule', ruleId: 'ending' })).toBe('rule-not-held');
  });
  it('must not have taken effect before', () => {
    const walk = anActiveWalk().on('2026-03-10');
    expect(walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason })).toBe('rule-has-fired');
  });
});

describe('a rule that is undone', () => {
  it('closes what it opened and leaves what was visited to be read', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate');
    walk.clinician({ act: 'undo-rule', ruleId: 'food-after-a-week', reason });
    expect(walk.course().modules.get('food')).toMatchObject({
      open: false,
      why: { act: 'rule-undone', reason },
    });
    expect(walk.visit('plate')).toBe('done');
    expect(walk.visit('fibre')).toBe('step-not-open');
  });
  it('leaves open what was opened by hand as well', () => {
    const walk = anActiveWalk().on('2026-03-09');
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    walk.clinician({ act: 'undo-rule', ruleId: 'food-after-a-week', reason });
    expect(isOpen(walk, 'food')).toBe(true);
  });
  it('hides again what it showed', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate');
    expect(walk.course().steps.get('answer')?.hidden).toBe(false);
    walk.clinician({ act: 'undo-rule', ruleId: 'answer', reason });
    expect(walk.course().steps.get('answer')?.hidden).toBe(true);
  });
  it('stays undone until it is released, and then takes effect anew', () => {
    const walk = anActiveWalk().on('2026-03-09');
    walk.clinician({ act: 'undo-rule', ruleId: 'food-after-a-week', reason });
    expect(rule(walk.on('2026-04-09'), 'food-after-a-week')).toMatchObject({ state: 'undone', firings: [] });
    walk.clinician({ act: 'release-rule', ruleId: 'food-after-a-week' });
    expect(rule(walk, 'food-after-a-week')).toMatchObject({ state: 'fired', firings: [walk.now] });
  });
  it('must have taken effect before', () => {
    const walk = anActiveWalk();
    expect(walk.clinician({ act: 'undo-rule', ruleId: 'food-after-a-week', reason })).toBe('nothing-to-undo');
  });
});

describe('a rule by progress', () => {
  it('takes effect in the act that made it true, and is written with it', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate');
    expect(walk.facts.events.at(-1)).toMatchObject({
      kind: 'rule-fired',
      about: 'answer',
      by: 'rule',
      at: walk.now,
    });
    walk.go('answer', 'fibre');
    expect(walk.course().modules.get('way-forward')).toMatchObject({ open: true, why: { rule: 'forward' } });
  });
  it('takes effect once', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate');
    walk.finish('plate');
    expect(walk.facts.events.filter(({ about }) => about === 'answer')).toHaveLength(1);
  });
  it('takes effect too when the last step left is hidden', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate');
    walk.clinician({ act: 'hide-step', stepId: 'fibre', reason });
    expect(isOpen(walk, 'way-forward')).toBe(true);
  });
  it('sets off the next one when it makes that true', () => {
    const programme = aProgramme({
      modules: [
        aModule('one', ['a'], { access: 'open' }),
        aModule('two', ['b', 'c']),
        aModule('three', ['d']),
      ],
      rules: [
        aRule('second', { moduleDone: 'two' }, { open: 'three' }),
        aRule('first', { stepDone: 'b' }, { hide: 'c' }),
      ],
    });
    const walk = anActiveWalk({ programme });
    walk.clinician({ act: 'open-module', moduleId: 'two' });
    walk.go('a', 'b');
    expect(walk.facts.events.slice(-2).map(({ about }) => about)).toEqual(['first', 'second']);
    expect(isOpen(walk, 'three')).toBe(true);
  });
  it('does not take effect in maintenance, but when the treatment is active again', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate', 'answer');
    walk.clinician({ act: 'start-maintenance', endsOn: '2026-03-20' });
    walk.go('fibre');
    expect(isOpen(walk, 'way-forward')).toBe(false);
    walk.on('2026-03-25').clinician({ act: 'reopen', reason });
    expect(isOpen(walk, 'way-forward')).toBe(true);
  });
  it('stays in effect when the module it waited for shows more', () => {
    const walk = anActiveWalk().on('2026-03-09');
    walk.clinician({ act: 'hold-rule', ruleId: 'answer', reason });
    walk.go('welcome', 'how', 'plate', 'fibre');
    expect(isOpen(walk, 'way-forward')).toBe(true);
    walk.clinician({ act: 'hide-step', stepId: 'fibre', reason });
    walk.clinician({ act: 'show-step', stepId: 'fibre', reason });
    expect(isOpen(walk, 'way-forward')).toBe(true);
  });
});

describe('a silence', () => {
  it('is noticed on its day, counted from the last act of the patient', () => {
    const walk = anActiveWalk().on('2026-03-05').go('welcome');
    expect(flags(walk.on('2026-03-14', '23:59'))).toEqual([]);
    expect(flags(walk.on('2026-03-15', '00:00'))).toEqual(['no-activity']);
  });
  it('does not count paused days', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-04').clinician({ act: 'pause', reason });
    walk.on('2026-03-24').clinician({ act: 'resume' });
    expect(flags(walk)).toEqual([]);
    expect(flags(walk.on('2026-03-31'))).toEqual(['no-activity']);
  });
  it('does not begin before the treatment', () => {
    const walk = aWalk({ startsOn: '2026-03-16' });
    walk.patient('accept');
    expect(flags(walk.on('2026-03-25'))).toEqual([]);
    expect(flags(walk.on('2026-03-26'))).toEqual(['no-activity']);
  });
  it('asks no more when it is broken, and is written as having been', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-20').go('welcome');
    expect(walk.facts.events.filter(({ about }) => about === 'silence')).toEqual([
      expect.objectContaining({ kind: 'rule-fired', at: atOslo('2026-03-12', '00:00'), by: 'rule' }),
    ]);
    expect(flags(walk)).toEqual([]);
    expect(rule(walk, 'silence').state).toBe('fired');
  });
  it('comes again, as another occurrence', () => {
    const walk = anActiveWalk().on('2026-03-20');
    const first = raisedFlags(walk.course())[0]?.occurrence;
    walk.go('welcome').on('2026-04-20');
    expect(raisedFlags(walk.course())[0]?.occurrence).not.toBe(first);
  });
  it('shows what it shows, also after it is broken', () => {
    const programme = aProgramme({ rules: [aRule('quiet', { silentDays: 5 }, { open: 'food' })] });
    const walk = anActiveWalk({ programme }).on('2026-03-08');
    expect(isOpen(walk, 'food')).toBe(true);
    walk.go('welcome').on('2026-03-09');
    expect(walk.course().modules.get('food')).toMatchObject({
      open: true,
      since: atOslo('2026-03-07', '00:00'),
    });
  });
  it('that comes again does not open anew what it opened the first time', () => {
    const programme = aProgramme({ rules: [aRule('quiet', { silentDays: 5 }, { open: 'food' })] });
    const walk = anActiveWalk({ programme }).on('2026-03-08').go('welcome').on('2026-04-08').go('how');
    expect(rule(walk, 'quiet').firings).toHaveLength(2);
    expect(walk.course().modules.get('food')?.since).toBe(atOslo('2026-03-07', '00:00'));
  });
  it('can be held, also when it has been noticed before', () => {
    const walk = anActiveWalk().on('2026-03-20').go('welcome');
    expect(walk.clinician({ act: 'hold-rule', ruleId: 'silence', reason })).toBe('done');
    expect(flags(walk.on('2026-05-01'))).toEqual([]);
  });
});

describe('time that is ending', () => {
  it('is told so many days before the recommended length ends, put off by pauses', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-03').clinician({ act: 'pause', reason });
    walk.on('2026-03-05').clinician({ act: 'resume' });
    walk.clinician({ act: 'hold-rule', ruleId: 'silence', reason });
    expect(rule(walk, 'ending').dueOn).toBe('2026-08-25');
    expect(flags(walk.on('2026-08-24'))).toEqual([]);
    expect(flags(walk.on('2026-08-25'))).toEqual(['time-ending']);
  });
  it('asks no more in maintenance', () => {
    const walk = anActiveWalk().on('2026-08-30');
    walk.clinician({ act: 'start-maintenance' });
    expect(flags(walk)).toEqual([]);
  });
});

describe('a promised call', () => {
  it('stays promised in a pause and in maintenance, and goes with the end', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate', 'answer', 'fibre', 'plan');
    expect(flags(walk)).toEqual(['follow-up-call']);
    walk.clinician({ act: 'pause', reason });
    expect(flags(walk)).toEqual(['follow-up-call']);
    walk.clinician({ act: 'start-maintenance' });
    expect(flags(walk)).toEqual(['follow-up-call']);
    walk.clinician({ act: 'end', reason });
    expect(flags(walk)).toEqual([]);
  });
  it('is taken back with its rule', () => {
    const walk = anActiveWalk().on('2026-03-09').go('welcome', 'how', 'plate', 'answer', 'fibre', 'plan');
    walk.clinician({ act: 'undo-rule', ruleId: 'follow-up', reason });
    expect(flags(walk)).toEqual([]);
    expect(isOpen(walk, 'look-back')).toBe(false);
  });
});
