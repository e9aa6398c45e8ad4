import { describe, expect, it } from 'vitest';
import { nextOpening, openingsSince } from './openings.ts';
import { isReachable, moduleFinished, nextStep } from './sequencing.ts';
import { aModule, aProgramme, aRule } from './testing/a-programme.ts';
import { anActiveWalk, atOslo, aWalk } from './testing/a-walk.ts';

const reason = 'for good reason';

describe('a module', () => {
  it('that is open at the start opens with the treatment, and needs no because', () => {
    const walk = aWalk({ startsOn: '2026-03-09' });
    walk.patient('accept');
    expect(walk.course().modules.get('start-here')?.open).toBe(false);
    expect(nextOpening(walk.course(), 'start-here')).toBe('2026-03-09');
    const opened = walk.on('2026-03-09').course().modules.get('start-here');
    expect(opened).toEqual({
      open: true,
      since: atOslo('2026-03-09', '00:00'),
      why: null,
      visibility: { hidden: false, since: null, why: null },
    });
  });
  it('is opened by hand, with the reason as its because', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'food', reason });
    expect(walk.course().modules.get('food')).toEqual({
      open: true,
      since: walk.now,
      why: { by: 'clinician', act: 'module-opened', reason, at: walk.now },
      visibility: { hidden: false, since: null, why: null },
    });
  });
  it('is opened by hand once; again changes nothing', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    const before = walk.facts;
    expect(walk.clinician({ act: 'open-module', moduleId: 'food' })).toBe('done');
    expect(walk.facts.events).toEqual(before.events);
  });
  it('that was closed by hand no rule opens', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    walk.clinician({ act: 'close-module', moduleId: 'food', reason });
    expect(nextOpening(walk.course(), 'food')).toBeNull();
    expect(walk.on('2026-03-20').course().modules.get('food')?.open).toBe(false);
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    expect(walk.course().modules.get('food')).toMatchObject({ open: true, since: walk.now });
  });
  it('that is not open can’t be closed', () => {
    expect(anActiveWalk().clinician({ act: 'close-module', moduleId: 'food', reason })).toBe(
      'module-not-open',
    );
  });
  it('stays closed when maintenance starts, and no rule opens it after that', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'start-maintenance' });
    expect(walk.on('2026-04-20').course().modules.get('food')?.open).toBe(false);
    expect(nextOpening(walk.course(), 'food')).toBeNull();
  });
  it('stays open when maintenance starts', () => {
    const walk = anActiveWalk().on('2026-03-10');
    walk.clinician({ act: 'start-maintenance' });
    expect(walk.on('2026-03-11').course().modules.get('food')?.open).toBe(true);
  });
  it('that is not there can’t be steered, nor a step or rule', () => {
    const walk = anActiveWalk();
    expect(walk.clinician({ act: 'open-module', moduleId: 'x' })).toBe('unknown-module');
    expect(walk.clinician({ act: 'hide-step', stepId: 'x', reason })).toBe('unknown-step');
    expect(walk.clinician({ act: 'hold-rule', ruleId: 'x', reason })).toBe('unknown-rule');
  });
  it('can be made ready before the patient accepts, but not when the invitation has lapsed or all is over', () => {
    expect(aWalk().clinician({ act: 'open-module', moduleId: 'food' })).toBe('done');
    expect(aWalk().on('2026-04-01').clinician({ act: 'open-module', moduleId: 'food' })).toBe(
      'invitation-lapsed',
    );
    const ended = anActiveWalk();
    ended.clinician({ act: 'end', reason });
    expect(ended.clinician({ act: 'open-module', moduleId: 'food' })).toBe('treatment-ended');
  });
});

describe('a step', () => {
  it('is shown and hidden for one patient, with the reason as its because', () => {
    const walk = anActiveWalk();
    expect(walk.course().steps.get('answer')).toEqual({ hidden: true, since: null, why: null });
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(walk.course().steps.get('answer')).toMatchObject({
      hidden: false,
      since: walk.now,
      why: { reason },
    });
    walk.clinician({ act: 'hide-step', stepId: 'welcome', reason });
    expect(walk.course().steps.get('welcome')).toMatchObject({
      hidden: true,
      why: { act: 'step-hidden', reason },
    });
  });
  it('that was hidden by hand no rule shows', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hide-step', stepId: 'answer', reason });
    walk.on('2026-03-09').go('welcome', 'how', 'plate');
    expect(walk.course().steps.get('answer')?.hidden).toBe(true);
  });
  it('is hidden and shown by rules, the last of them deciding', () => {
    const programme = aProgramme({
      modules: [aModule('start-here', ['welcome', '(answer)'], { access: 'open' })],
      rules: [
        aRule('show-it', { day: 2 }, { show: 'answer' }),
        aRule('hide-it', { day: 4 }, { hide: 'answer' }),
        aRule('hide-first', { day: 3 }, { hide: 'welcome' }),
      ],
    });
    const walk = anActiveWalk({ programme });
    expect(walk.on('2026-03-04').course().steps.get('answer')).toMatchObject({
      hidden: false,
      why: { rule: 'show-it' },
    });
    expect(walk.on('2026-03-05').course().steps.get('welcome')).toMatchObject({
      hidden: true,
      why: { rule: 'hide-first' },
    });
    expect(walk.on('2026-03-06').course().steps.get('answer')?.hidden).toBe(true);
  });
});

describe('a hidden module', () => {
  const hiddenFood = (...rules: Parameters<typeof aProgramme>[0][]) =>
    aProgramme({
      modules: [
        aModule('start-here', ['welcome'], { access: 'open' }),
        aModule('food', ['plate'], { access: 'open', hidden: true }),
        aModule('way-forward', ['plan'], { access: 'open' }),
      ],
      rules: [
        aRule('show-food', { day: 3 }, { showModule: 'food' }),
        aRule('hide-food', { day: 5 }, { hideModule: 'food' }),
      ],
      ...rules[0],
    });
  const foodOf = (walk: ReturnType<typeof aWalk>) => walk.course().modules.get('food')?.visibility;

  it('does not stand in the way: its steps can’t be reached and the next is after it', () => {
    const walk = anActiveWalk({ programme: hiddenFood() }).go('welcome');
    expect(walk.visit('plate')).toBe('step-not-open');
    expect(nextStep(walk.course())).toBe('plan');
    expect(nextOpening(walk.course(), 'food')).toBeNull();
    expect(openingsSince(walk.course(), 0)).toEqual([]);
  });
  it('is shown and hidden by rules, with their because', () => {
    const walk = anActiveWalk({ programme: hiddenFood() });
    expect(foodOf(walk)).toEqual({ hidden: true, since: null, why: null });
    expect(foodOf(walk.on('2026-03-05'))).toMatchObject({ hidden: false, why: { rule: 'show-food' } });
    expect(openingsSince(walk.course(), 0)).toMatchObject([{ moduleId: 'food', why: { rule: 'show-food' } }]);
    expect(foodOf(walk.on('2026-03-07'))).toMatchObject({ hidden: true, why: { rule: 'hide-food' } });
  });
  it('that was shown by hand no rule hides', () => {
    const walk = anActiveWalk({ programme: hiddenFood() });
    expect(walk.clinician({ act: 'show-module', moduleId: 'food', reason })).toBe('done');
    expect(walk.clinician({ act: 'show-module', moduleId: 'x', reason })).toBe('unknown-module');
    expect(foodOf(walk.on('2026-03-07'))).toMatchObject({ hidden: false, why: { reason } });
  });
  it('takes visited steps along, and counts as finished only while it is shown', () => {
    const walk = anActiveWalk({ programme: hiddenFood({ rules: [] }) });
    walk.clinician({ act: 'show-module', moduleId: 'food', reason });
    walk.go('welcome', 'plate');
    expect(moduleFinished(walk.course(), 'food')).toBe(true);
    const events = walk.facts.events.length;
    walk.clinician({ act: 'hide-module', moduleId: 'food', reason });
    walk.clinician({ act: 'hide-module', moduleId: 'food', reason });
    expect(walk.facts.events).toHaveLength(events + 1);
    expect(isReachable(walk.course(), 'plate')).toBe(false);
    expect(moduleFinished(walk.course(), 'food')).toBe(false);
    walk.clinician({ act: 'show-module', moduleId: 'food', reason });
    expect(isReachable(walk.course(), 'plate')).toBe(true);
    expect(moduleFinished(walk.course(), 'food')).toBe(true);
  });
  it('that nobody has shown keeps being closed apart from being hidden', () => {
    const programme = hiddenFood({
      modules: [aModule('food', ['plate'], { hidden: true })],
      rules: [],
    });
    const walk = anActiveWalk({ programme });
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    expect(walk.visit('plate')).toBe('step-not-open');
    walk.clinician({ act: 'show-module', moduleId: 'food', reason });
    expect(walk.visit('plate')).toBe('done');
  });
});

describe('openings', () => {
  it('since a moment are those by rule and by hand, oldest first, with their because', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-08').clinician({ act: 'open-module', moduleId: 'way-forward' });
    const opened = openingsSince(walk.on('2026-03-10').course(), atOslo('2026-03-03'));
    expect(opened.map(({ moduleId, why }) => [moduleId, why.by])).toEqual([
      ['way-forward', 'clinician'],
      ['food', 'rule'],
    ]);
    expect(openingsSince(walk.course(), atOslo('2026-03-09'))).toEqual([]);
  });
  it('to come have the date of the rule by time that comes first', () => {
    const course = anActiveWalk().course();
    expect(nextOpening(course, 'food')).toBe('2026-03-09');
    expect(nextOpening(course, 'way-forward')).toBeNull();
    expect(nextOpening(course, 'start-here')).toBeNull();
  });
  it('have no date while the treatment is paused', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'pause', reason });
    expect(nextOpening(walk.course(), 'food')).toBeNull();
  });
});
