import { describe, expect, it } from 'vitest';
import { aMeasuringProgramme, aPoint, aRule } from '../testing/a-programme.ts';
import { anActiveWalk, aWalk, type Walk } from '../testing/a-walk.ts';
import { formsDue, type Occurrence, occurrencesOf } from './occurrences.ts';

const all = (walk: Walk): Occurrence[] => {
  const course = walk.course();
  return occurrencesOf(course.programme, course, course.rules);
};
const states = (walk: Walk) => Object.fromEntries(all(walk).map(({ key, state }) => [key, state]));
const opened = (walk: Walk) => Object.fromEntries(all(walk).map(({ key, opensOn }) => [key, opensOn]));
const due = (walk: Walk) => formsDue(all(walk));

const start = aMeasuringProgramme([aPoint('start', { day: 0 })]);
const weekly = aMeasuringProgramme([
  aPoint('week', { everyDays: 7, fromDay: 7, toDay: 28 }, { dueDays: 2, expireDays: 6 }),
]);

describe('an occurrence', () => {
  it('is nowhere before the treatment starts', () => {
    expect(all(aWalk({ programme: start }))).toEqual([]);
    expect(due(anActiveWalk({ programme: start, startsOn: '2026-03-10' }))).toEqual([]);
  });
  it('opens, is due, is overdue and expires at midnights of the unit', () => {
    const walk = anActiveWalk({ programme: start });
    expect(states(walk)).toEqual({ 'start.0': 'open' });
    expect(states(walk.on('2026-03-04', '23:59'))).toEqual({ 'start.0': 'open' });
    expect(states(walk.on('2026-03-05', '00:00'))).toEqual({ 'start.0': 'due' });
    expect(states(walk.on('2026-03-05', '23:59'))).toEqual({ 'start.0': 'due' });
    expect(states(walk.on('2026-03-06', '00:00'))).toEqual({ 'start.0': 'overdue' });
    expect(states(walk.on('2026-03-12', '23:59'))).toEqual({ 'start.0': 'overdue' });
    expect(states(walk.on('2026-03-13', '00:00'))).toEqual({ 'start.0': 'expired' });
    expect(walk.answer('start')).toBe('form-expired');
  });
  it('is answered when every form of it is, and not again', () => {
    const programme = aMeasuringProgramme([aPoint('start', { day: 0 }, { forms: ['gut', 'life'] })]);
    const walk = anActiveWalk({ programme });
    expect(due(walk)).toEqual(['gut', 'life']);
    expect(walk.answer('gut')).toBe('done');
    expect(states(walk)).toEqual({ 'start.0': 'open' });
    expect(due(walk)).toEqual(['life']);
    expect(walk.answer('gut')).toBe('already-answered');
    expect(walk.answer('life')).toBe('done');
    expect(states(walk)).toEqual({ 'start.0': 'answered' });
    expect(due(walk)).toEqual([]);
  });
  it('counts from the start and not from the day of the invitation', () => {
    const walk = aWalk({ programme: start, startsOn: '2026-03-10' });
    walk.on('2026-03-09').patient('accept');
    expect(opened(walk.on('2026-03-11'))).toEqual({ 'start.0': '2026-03-10' });
  });
});

describe('a pause', () => {
  it('holds what is open, and puts its dates off by the days it lasted', () => {
    const walk = anActiveWalk({ programme: start });
    walk.on('2026-03-03').clinician({ act: 'pause', reason: 'away' });
    expect(states(walk.on('2026-03-20'))).toEqual({ 'start.0': 'held' });
    expect(walk.answer('start')).toBe('treatment-paused');
    walk.clinician({ act: 'resume' });
    // Sixteen whole days stood still: 4 to 19 March.
    expect(all(walk)[0]).toMatchObject({ state: 'open', dueOn: '2026-03-21', expiresOn: '2026-03-28' });
  });
  it('is followed by the weeks that were not had', () => {
    const walk = anActiveWalk({ programme: weekly });
    walk.on('2026-03-05').clinician({ act: 'pause', reason: 'away' });
    walk.on('2026-03-16').clinician({ act: 'resume' });
    expect(opened(walk)['week.0']).toBe('2026-03-19');
  });
});

describe('maintenance', () => {
  it('has no forms', () => {
    const walk = anActiveWalk({ programme: start });
    walk.clinician({ act: 'start-maintenance' });
    expect(due(walk)).toEqual([]);
    expect(walk.answer('start')).toBe('in-maintenance');
  });
});

describe('points by the calendar', () => {
  it('come every n days, each answered by itself', () => {
    const walk = anActiveWalk({ programme: weekly });
    expect(opened(walk)).toEqual({
      'week.0': '2026-03-09',
      'week.1': '2026-03-16',
      'week.2': '2026-03-23',
      'week.3': '2026-03-30',
    });
    expect(walk.answer('week')).toBe('form-not-asked');
    expect(walk.on('2026-03-09').answer('week')).toBe('done');
    walk.on('2026-03-24');
    expect(states(walk)).toEqual({
      'week.0': 'answered',
      'week.1': 'expired',
      'week.2': 'open',
      'week.3': 'upcoming',
    });
  });
  it('come on the same wall-clock day across both changes of the clock', () => {
    const spring = anActiveWalk({ programme: weekly, startsOn: '2026-03-22' }).on('2026-03-29', '00:00');
    expect(states(spring)['week.0']).toBe('open');
    const programme = weekly;
    const autumn = aWalk({
      programme,
      invitedAt: Date.parse('2026-10-18T08:00:00Z'),
      startsOn: '2026-10-18',
    });
    autumn.patient('accept');
    expect(states(autumn.on('2026-10-24', '23:59'))['week.0']).toBe('upcoming');
    expect(states(autumn.on('2026-10-25', '00:00'))['week.0']).toBe('open');
    expect(states(autumn.on('2026-10-27', '23:59'))['week.0']).toBe('due');
  });
  it('by months take the last day of a shorter month, and the leap day where there is one', () => {
    const programme = aMeasuringProgramme([
      aPoint('one', { months: 1 }),
      aPoint('three', { months: 3 }),
      aPoint('six', { months: 6 }),
    ]);
    const from = (date: string) => {
      const walk = aWalk({ programme, invitedAt: Date.parse(`${date}T08:00:00Z`), startsOn: date });
      walk.patient('accept');
      return Object.values(opened(walk));
    };
    expect(from('2026-01-31')).toEqual(['2026-02-28', '2026-04-30', '2026-07-31']);
    expect(from('2028-01-31')).toEqual(['2028-02-29', '2028-04-30', '2028-07-31']);
    expect(from('2027-08-31')).toEqual(['2027-09-30', '2027-11-30', '2028-02-29']);
  });
  it('are the same wherever the clock is wound to, in one jump or many', () => {
    const jump = anActiveWalk({ programme: weekly }).on('2027-12-31');
    const many = anActiveWalk({ programme: weekly });
    for (const date of ['2026-03-10', '2026-03-31', '2026-09-01', '2027-12-31']) many.on(date);
    expect(states(jump)).toEqual(states(many));
    expect(new Set(Object.values(states(jump)))).toEqual(new Set(['expired']));
  });
});

describe('points that follow something', () => {
  it('count from the step or module that was finished, once', () => {
    const programme = aMeasuringProgramme([
      aPoint('after-welcome', { afterStep: 'welcome', days: 2 }),
      aPoint('after-start', { afterModule: 'start-here', days: 0 }),
    ]);
    const walk = anActiveWalk({ programme });
    walk.on('2026-03-04').go('welcome');
    expect(opened(walk)).toEqual({ 'after-welcome.0': '2026-03-06' });
    walk.on('2026-03-05').go('how').go('welcome');
    expect(opened(walk)).toEqual({ 'after-welcome.0': '2026-03-06', 'after-start.0': '2026-03-05' });
  });
  it('count from each answer to another point', () => {
    const programme = aMeasuringProgramme([
      aPoint('week', { everyDays: 7, fromDay: 7, toDay: 14 }),
      aPoint('then', { afterPoint: 'week', days: 3 }),
    ]);
    const walk = anActiveWalk({ programme }).on('2026-03-10');
    walk.answer('week');
    walk.on('2026-03-17').answer('week');
    expect(opened(walk)).toMatchObject({ 'then.0': '2026-03-13', 'then.1': '2026-03-20' });
  });
  it('come when a rule schedules them, and go when it is undone', () => {
    const programme = aMeasuringProgramme([aPoint('extra', { onDemand: true })], {
      rules: [aRule('ask-again', { day: 5 }, { schedule: 'extra' })],
    });
    const walk = anActiveWalk({ programme }).on('2026-03-07');
    expect(due(walk)).toEqual(['extra']);
    expect(all(walk)[0]).toMatchObject({ opensOn: '2026-03-07', why: { by: 'rule', rule: 'ask-again' } });
    walk.clinician({ act: 'undo-rule', ruleId: 'ask-again', reason: 'not now' });
    expect(due(walk)).toEqual([]);
  });
});

describe('the clinician’s hand', () => {
  const programme = aMeasuringProgramme([
    aPoint('week', { everyDays: 7, fromDay: 7, toDay: 14 }),
    aPoint('extra', { onDemand: true }),
  ]);
  it('adds one, once', () => {
    const walk = anActiveWalk({ programme });
    walk.clinician({ act: 'add-point', pointId: 'extra', on: '2026-03-04' });
    walk.clinician({ act: 'add-point', pointId: 'extra', on: '2026-03-04' });
    expect(opened(walk)['extra.added-2026-03-04']).toBe('2026-03-04');
    expect(walk.on('2026-03-04').answer('extra')).toBe('done');
  });
  it('moves one, and the last move counts', () => {
    const walk = anActiveWalk({ programme });
    walk.clinician({ act: 'move-point', key: 'week.0', on: '2026-03-12' });
    walk.clinician({ act: 'move-point', key: 'week.0', on: '2026-03-11' });
    expect(all(walk).find(({ key }) => key === 'week.0')).toMatchObject({
      opensOn: '2026-03-11',
      dueOn: '2026-03-14',
      why: { by: 'clinician', act: 'point-moved' },
    });
  });
  it('cancels one, and may bring it back on another day', () => {
    const walk = anActiveWalk({ programme });
    walk.clinician({ act: 'cancel-point', key: 'week.0', reason: 'too much' });
    expect(states(walk.on('2026-03-10'))['week.0']).toBe('cancelled');
    expect(due(walk)).toEqual([]);
    walk.clinician({ act: 'move-point', key: 'week.0', on: '2026-03-10' });
    expect(due(walk)).toEqual(['week']);
  });
  it('reaches neither the past, nor what is answered, nor what is not there', () => {
    const walk = anActiveWalk({ programme }).on('2026-03-09');
    walk.answer('week');
    expect(walk.clinician({ act: 'add-point', pointId: 'extra', on: '2026-03-08' })).toBe(
      'date-out-of-range',
    );
    expect(walk.clinician({ act: 'add-point', pointId: 'extra', on: '2028-03-08' })).toBe(
      'date-out-of-range',
    );
    expect(walk.clinician({ act: 'add-point', pointId: 'none', on: '2026-03-10' })).toBe('unknown-point');
    expect(walk.clinician({ act: 'cancel-point', key: 'week.0', reason: 'late' })).toBe('already-answered');
    expect(walk.clinician({ act: 'cancel-point', key: 'week.9', reason: 'late' })).toBe('unknown-point');
  });
});

describe('one sitting', () => {
  it('has each form once, the one that is due first at the front, and one answer is an answer to all', () => {
    const programme = aMeasuringProgramme([
      aPoint('month', { day: 28 }, { forms: ['gut', 'life'], dueDays: 9, expireDays: 20 }),
      aPoint('week', { everyDays: 7, fromDay: 28, toDay: 28 }, { forms: ['gut'], dueDays: 2, expireDays: 6 }),
    ]);
    const walk = anActiveWalk({ programme }).on('2026-03-30');
    expect(due(walk)).toEqual(['gut', 'life']);
    walk.answer('gut');
    expect(states(walk)).toEqual({ 'month.0': 'open', 'week.0': 'answered' });
    expect(due(walk)).toEqual(['life']);
  });
});
