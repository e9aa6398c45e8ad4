import { describe, expect, it } from 'vitest';
import { ProgrammeView, SteeringView, StepView } from '../contract.ts';
import { viewOf } from '../testing/a-view.ts';
import { anActiveWalk, aWalk, type Walk } from '../testing/a-walk.ts';
import { programmeView } from './programme-view.ts';
import { steeringView } from './steering-view.ts';
import { stepView } from './step-view.ts';

const reason = 'You asked for it';

describe('the programme as the patient sees it', () => {
  const see = (walk: Walk) => ProgrammeView.parse(programmeView(viewOf(walk)));
  const module = (walk: Walk, id: string) => see(walk).modules.find((each) => each.id === id);

  it('has every module, with the steps that are not hidden', () => {
    const walk = anActiveWalk();
    expect(see(walk).modules.map(({ id }) => id)).toEqual([
      'start-here',
      'food',
      'exposure',
      'way-forward',
      'look-back',
    ]);
    expect(
      module(walk, 'start-here')?.sections[0]?.steps.map(({ id, status, reachable }) => [
        id,
        status,
        reachable,
      ]),
    ).toEqual([
      ['welcome', 'not-begun', true],
      ['how', 'not-begun', false],
    ]);
    expect(module(walk, 'start-here')).toMatchObject({
      minutes: 6,
      open: true,
      because: null,
      finished: false,
    });
  });
  it('says when a closed module opens, and why an open one did', () => {
    const walk = anActiveWalk();
    expect(module(walk, 'food')).toMatchObject({ open: false, opensOn: '2026-03-09', because: null });
    expect(module(walk.on('2026-03-09'), 'food')).toMatchObject({
      open: true,
      opensOn: null,
      because: {
        rule: 'food-after-a-week',
        text: 'Because food-after-a-week',
        at: '2026-03-08T23:00:00.000Z',
      },
    });
  });
  it('says why an opening is held', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason });
    expect(module(walk, 'food')).toMatchObject({
      open: false,
      opensOn: null,
      because: { text: reason, by: 'clinician' },
    });
  });
  it('says in the reader’s language who opened, when no reason was given', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    const because = (language: 'nb' | 'nn' | 'sv' | 'en') =>
      programmeView(viewOf(walk, language)).modules[1]?.because?.text;
    expect([because('nb'), because('nn'), because('sv'), because('en')]).toEqual([
      'Klinikken har åpnet denne delen for deg.',
      'Klinikken har opna denne delen for deg.',
      'Kliniken har öppnat den här delen för dig.',
      'The clinic has opened this part for you.',
    ]);
  });
  it('leaves out a section whose steps are all hidden', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hide-step', stepId: 'plan', reason });
    expect(module(walk, 'way-forward')?.sections).toEqual([]);
  });
});

describe('a step', () => {
  const see = (walk: Walk, id: string, language: 'nb' | 'en' = 'nb') => {
    const view = stepView(viewOf(walk, language), id);
    return view && StepView.parse(view);
  };

  it('has its page, its place and where it leads', () => {
    const walk = anActiveWalk();
    walk.visit('welcome', 'how');
    expect(see(walk, 'how')).toMatchObject({
      title: 'Om how',
      language: 'nb',
      module: { id: 'start-here', title: 'Title of start-here' },
      status: 'begun',
      example: true,
      previous: { id: 'welcome', title: 'Om welcome' },
      next: null,
      because: null,
    });
    expect(see(walk, 'how')?.blocks).toHaveLength(1);
  });
  it('is given in the nearest language that has a page, and says which', () => {
    const walk = anActiveWalk();
    expect(see(walk, 'welcome', 'en')).toMatchObject({
      language: 'nb',
      title: 'Om welcome',
      next: { title: 'About how' },
    });
  });
  it('that was shown to this patient says why', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(see(walk, 'answer')?.because).toMatchObject({ text: reason });
  });
  it('that the programme does not have has no view', () => {
    expect(see(anActiveWalk(), 'nothing')).toBeUndefined();
  });
});

describe('the programme as the clinician sees it', () => {
  const see = (walk: Walk) => SteeringView.parse(steeringView(viewOf(walk)));

  it('has hidden steps too, and says that they are', () => {
    const steps = see(anActiveWalk()).modules[0]?.sections[0]?.steps;
    expect(steps?.at(-1)).toMatchObject({
      id: 'answer',
      hidden: true,
      hiddenAtStart: true,
      status: 'not-open',
      reachable: false,
    });
  });
  it('counts days left of the whole and of each open module, and stops at zero', () => {
    const walk = anActiveWalk().on('2026-03-12');
    expect(see(walk)).toMatchObject({ sinceStartDays: 10, daysLeft: 172 });
    expect(
      see(walk)
        .modules.slice(0, 3)
        .map(({ daysLeft }) => daysLeft),
    ).toEqual([4, 11, null]);
    expect(see(walk.on('2026-12-01')).daysLeft).toBe(0);
  });
  it('tells the state of every rule', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hold-rule', ruleId: 'exposure-later', reason });
    walk.on('2026-03-09');
    const states = see(walk).rules.map(({ id, state, dueOn, reason: why }) => [id, state, dueOn, why]);
    expect(states).toEqual([
      ['food-after-a-week', 'fired', null, null],
      ['exposure-later', 'held', null, reason],
      ['forward', 'waiting', null, null],
      ['follow-up', 'waiting', null, null],
      ['answer', 'waiting', null, null],
      ['silence', 'waiting', null, null],
      ['ending', 'waiting', '2026-08-24', null],
    ]);
    expect(see(walk).rules[3]?.opens).toEqual(['Title of look-back']);
  });
  it('tells what has happened, newest first, what came by the clock too', () => {
    const walk = anActiveWalk().go('welcome', 'how').on('2026-03-10');
    walk.clinician({ act: 'pause', reason });
    expect(see(walk).history.map(({ kind, about, by, reason: why }) => [kind, about, by, why])).toEqual([
      ['paused', null, 'clinician', reason],
      ['rule-fired', 'Because food-after-a-week', 'rule', null],
      ['accepted', null, 'patient', null],
      ['invited', null, 'clinician', null],
    ]);
  });
  it('tells that an invitation lapsed and that maintenance ran out, once each', () => {
    const walk = aWalk().on('2026-03-20');
    walk.clinician({ act: 'renew-invitation' });
    walk.patient('accept');
    walk.on('2026-03-21').clinician({ act: 'start-maintenance', endsOn: '2026-03-25' });
    walk.on('2026-04-01').clinician({ act: 'reopen', reason });
    walk.on('2026-04-01', '11:00').clinician({ act: 'end', reason });
    expect(see(walk).history.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'ended clinician',
      'reopened clinician',
      'ended rule',
      'maintenance-started clinician',
      'accepted patient',
      'invitation-renewed clinician',
      'invitation-lapsed rule',
      'invited clinician',
    ]);
  });
  it('says what may be done now and what number comes back with it', () => {
    const walk = anActiveWalk();
    expect(see(walk)).toMatchObject({ allowed: ['pause', 'steer'], version: 2 });
  });
});
