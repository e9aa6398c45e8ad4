import { describe, expect, it } from 'vitest';
import { barrierTo, isReachable, moduleFinished, neighbours, nextStep, stepStatus } from './sequencing.ts';
import { anActiveWalk, aWalk } from './testing/a-walk.ts';

const reason = 'for good reason';

describe('the order of first visits', () => {
  it('begins with the first step of what is open', () => {
    const course = anActiveWalk().course();
    expect(isReachable(course, 'welcome')).toBe(true);
    expect(barrierTo(course, 'how')).toBe('not-reachable');
  });
  it('goes on when the step before is visited, finished or not', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    expect(isReachable(walk.course(), 'how')).toBe(true);
  });
  it('never bars a visited step', () => {
    const walk = anActiveWalk();
    walk.visit('welcome', 'how');
    expect(walk.visit('welcome')).toBe('done');
  });
  it('is not lifted by opening a later module', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'way-forward' });
    expect(walk.visit('plan')).toBe('not-reachable');
    walk.visit('welcome', 'how');
    expect(walk.visit('plan')).toBe('done');
  });
  it('passes a closed module by', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'open-module', moduleId: 'look-back' });
    expect(walk.visit('how-did-it-go')).toBe('done');
  });
  it('takes up a module that opens further back before going on', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'open-module', moduleId: 'way-forward' });
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    expect(walk.visit('plan')).toBe('not-reachable');
    expect(walk.visit('plate', 'fibre', 'plan')).toBe('done');
  });
  it('takes a step shown in a part already passed next', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(nextStep(walk.course())).toBe('answer');
    expect(walk.visit('plate')).toBe('not-reachable');
  });
});

describe('an optional module', () => {
  it('never bars the rest', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'open-module', moduleId: 'exposure' });
    walk.clinician({ act: 'open-module', moduleId: 'way-forward' });
    expect(walk.visit('plan')).toBe('done');
  });
  it('is not barred by the rest, and has an order of its own', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'exposure' });
    expect(walk.visit('ladder')).toBe('not-reachable');
    expect(walk.visit('fear', 'ladder')).toBe('done');
  });
  it('is proposed last', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'exposure' });
    expect(nextStep(walk.course())).toBe('welcome');
    expect(nextStep(walk.go('welcome', 'how').course())).toBe('fear');
  });
  it('leads back to the main track at its end', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'open-module', moduleId: 'exposure' });
    walk.go('fear', 'ladder');
    expect(neighbours(walk.course(), 'ladder')).toEqual({ previous: 'fear', next: 'welcome' });
  });
});

describe('what is not open', () => {
  it('is a closed module, a hidden step, and a step that is not there', () => {
    const course = anActiveWalk().course();
    expect(barrierTo(course, 'plate')).toBe('step-not-open');
    expect(barrierTo(course, 'answer')).toBe('step-not-open');
    expect(barrierTo(course, 'no-such-step')).toBe('unknown-step');
    expect(stepStatus(course, 'plate')).toBe('not-open');
  });
  it('is everything before acceptance, before the start and after the end', () => {
    expect(barrierTo(aWalk().course(), 'welcome')).toBe('invitation-not-accepted');
    expect(barrierTo(aWalk().on('2026-05-01').course(), 'welcome')).toBe('invitation-lapsed');
    const early = aWalk({ startsOn: '2026-03-09' });
    early.patient('accept');
    expect(barrierTo(early.course(), 'welcome')).toBe('step-not-open');
    const ended = anActiveWalk().go('welcome');
    ended.clinician({ act: 'end', reason });
    expect(barrierTo(ended.course(), 'welcome')).toBe('treatment-ended');
  });
  it('is a visited step that has been hidden, but not one whose module was closed', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'hide-step', stepId: 'how', reason });
    expect(walk.visit('how')).toBe('step-not-open');
    walk.clinician({ act: 'close-module', moduleId: 'start-here', reason });
    expect(walk.visit('welcome')).toBe('done');
  });
});

describe('in a pause', () => {
  it('the patient reads what has been visited, and goes no further', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    walk.clinician({ act: 'pause', reason });
    expect(walk.visit('welcome')).toBe('done');
    expect(walk.visit('how')).toBe('treatment-paused');
    expect(walk.finish('welcome')).toBe('treatment-paused');
    expect(walk.bookmark('welcome', true)).toBe('done');
    expect(nextStep(walk.course())).toBeNull();
    expect(neighbours(walk.course(), 'welcome').next).toBeNull();
  });
});

describe('in maintenance', () => {
  it('the patient reads on in what is open', () => {
    const walk = anActiveWalk().go('welcome');
    walk.on('2026-03-03').clinician({ act: 'start-maintenance' });
    expect(walk.go('how').course().progress.get('how')?.finishedAt).toBe(walk.now);
  });
});

describe('the next step', () => {
  it('is where the patient stopped', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    expect(nextStep(walk.course())).toBe('welcome');
  });
  it('is the first not visited when the last one is finished, though one further back is not', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    walk.on('2026-03-03').clinician({ act: 'open-module', moduleId: 'food' });
    walk.go('how');
    expect(nextStep(walk.course())).toBe('plate');
  });
  it('is one left unfinished when all has been visited, and none when all is finished', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    walk.on('2026-03-03').go('how');
    expect(nextStep(walk.course())).toBe('welcome');
    walk.finish('welcome');
    expect(nextStep(walk.course())).toBeNull();
  });
});

describe('a step', () => {
  it('leads on to the following one, and back to one that was visited', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    expect(neighbours(walk.course(), 'welcome')).toEqual({ previous: null, next: 'how' });
    walk.visit('how');
    expect(neighbours(walk.course(), 'how')).toEqual({ previous: 'welcome', next: null });
  });
  it('leads to what was left unvisited further back before what lies further on', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'open-module', moduleId: 'food' });
    walk.visit('plate');
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(neighbours(walk.course(), 'plate').next).toBe('answer');
  });
  it('is finished once; again changes nothing', () => {
    const walk = anActiveWalk().go('welcome');
    const finishedAt = walk.now;
    expect(walk.on('2026-03-04').finish('welcome')).toBe('done');
    expect(walk.course().progress.get('welcome')?.finishedAt).toBe(finishedAt);
  });
  it('is finished or kept only when it has been visited', () => {
    const walk = anActiveWalk();
    expect(walk.finish('welcome')).toBe('step-not-visited');
    expect(walk.bookmark('welcome', true)).toBe('step-not-visited');
    expect(walk.finish('how')).toBe('not-reachable');
  });
});

describe('a module', () => {
  it('is finished when every visible step of it is', () => {
    const walk = anActiveWalk().go('welcome');
    expect(moduleFinished(walk.course(), 'start-here')).toBe(false);
    expect(moduleFinished(walk.go('how').course(), 'start-here')).toBe(true);
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(moduleFinished(walk.course(), 'start-here')).toBe(false);
  });
  it('that shows nothing is not finished', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'hide-step', stepId: 'plan', reason });
    expect(moduleFinished(walk.course(), 'way-forward')).toBe(false);
  });
});
