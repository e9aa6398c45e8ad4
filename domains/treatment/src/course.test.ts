import { describe, expect, it } from 'vitest';
import { nextOpening, openingsSince } from './openings.ts';
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
    expect(opened).toEqual({ open: true, since: atOslo('2026-03-09', '00:00'), why: null });
  });
  it('is opened by hand, with the reason as its because', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'food', reason });
    expect(walk.course().modules.get('food')).toEqual({
      open: true,
      since: walk.now,
      why: { by: 'clinician', act: 'module-opened', reason, at: walk.now },
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
