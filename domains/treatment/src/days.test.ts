import { describe, expect, it } from 'vitest';
import { countedDaysSince, dateOfDay, dayAt, startDate } from './days.ts';
import { anActiveWalk, atOslo, aWalk } from './testing/a-walk.ts';

const reason = 'for good reason';

describe('the start of a treatment', () => {
  it('is not known before the invitation is accepted', () => {
    expect(startDate(aWalk().course())).toBeNull();
    expect(dayAt(aWalk().course())).toBeNull();
  });
  it('is the day of acceptance when that is later than the chosen date', () => {
    const walk = aWalk({ startsOn: '2026-03-02' }).on('2026-03-05');
    walk.patient('accept');
    expect(startDate(walk.course())).toBe('2026-03-05');
    expect(dayAt(walk.course())).toBe(0);
  });
  it('is the chosen date when the patient accepts before it; until then there is no day', () => {
    const walk = aWalk({ startsOn: '2026-03-09' });
    walk.patient('accept');
    expect(dayAt(walk.on('2026-03-08', '23:59').course())).toBeNull();
    expect(dayAt(walk.on('2026-03-09', '00:00').course())).toBe(0);
  });
  it('is a date in the unit’s time zone, also just after midnight there', () => {
    const walk = aWalk({ startsOn: '2026-03-02' }).at(Date.parse('2026-03-04T23:30:00Z'));
    walk.patient('accept');
    expect(startDate(walk.course())).toBe('2026-03-05');
  });
});

describe('days', () => {
  it('are one more at each midnight in the unit’s time zone, summer time or not', () => {
    const walk = anActiveWalk();
    expect(dayAt(walk.on('2026-03-28', '23:59').course())).toBe(26);
    expect(dayAt(walk.on('2026-03-29', '00:00').course())).toBe(27);
    expect(dayAt(walk.on('2026-03-29', '23:59').course())).toBe(27);
    expect(dayAt(walk.on('2026-03-30', '00:00').course())).toBe(28);
    expect(dayAt(walk.on('2026-10-25', '23:59').course())).toBe(237);
    expect(dayAt(walk.on('2026-10-26', '00:00').course())).toBe(238);
  });
  it('stand still through whole paused days', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-06', '15:00').clinician({ act: 'pause', reason });
    expect(dayAt(walk.course())).toBe(4);
    expect(dayAt(walk.on('2026-03-09').course())).toBe(4);
    walk.on('2026-03-10', '08:00').clinician({ act: 'resume' });
    expect(dayAt(walk.course())).toBe(5);
  });
  it('count a day that was paused for some hours only', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-06', '08:00').clinician({ act: 'pause', reason });
    walk.on('2026-03-06', '18:00').clinician({ act: 'resume' });
    expect(dayAt(walk.on('2026-03-07').course())).toBe(5);
  });
  it('don’t count the days between the end and the reopening', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-06').clinician({ act: 'pause', reason });
    walk.on('2026-03-08').clinician({ act: 'end', reason });
    walk.on('2026-03-11').clinician({ act: 'reopen', reason });
    expect(dayAt(walk.course())).toBe(5);
  });
  it('begin after a pause that lasted through the chosen date', () => {
    const walk = aWalk({ startsOn: '2026-03-09' });
    walk.patient('accept');
    walk.on('2026-03-07').clinician({ act: 'pause', reason });
    expect(dayAt(walk.on('2026-03-10').course())).toBeNull();
    walk.on('2026-03-12').clinician({ act: 'resume' });
    expect(dayAt(walk.course())).toBe(0);
    expect(dateOfDay(walk.course(), 7)).toBe('2026-03-19');
  });
  it('have a date, which pauses put off', () => {
    const walk = anActiveWalk();
    expect(dateOfDay(walk.course(), 7)).toBe('2026-03-09');
    walk.on('2026-03-04').clinician({ act: 'pause', reason });
    walk.on('2026-03-08').clinician({ act: 'resume' });
    expect(dateOfDay(walk.course(), 7)).toBe('2026-03-12');
  });
  it('since an act in a pause are none on the day of the act', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'pause', reason });
    walk.on('2026-03-05', '08:00');
    const act = walk.now;
    walk.on('2026-03-05', '12:00').clinician({ act: 'resume' });
    expect(countedDaysSince(walk.course(), act)).toBe(0);
    expect(countedDaysSince(walk.on('2026-03-06').course(), act)).toBe(1);
  });
  it('can be asked for moments that have been', () => {
    const walk = anActiveWalk().on('2026-04-01');
    expect(dayAt(walk.course(), atOslo('2026-03-09'))).toBe(7);
  });
});
