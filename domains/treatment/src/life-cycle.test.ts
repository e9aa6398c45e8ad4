import { describe, expect, it } from 'vitest';
import { allowedActions, invitationEndsOn, lifeAt, maintenanceEndsOn, statusAt } from './life-cycle.ts';
import { anActiveWalk, atOslo, aWalk } from './testing/a-walk.ts';

const reason = 'for good reason';

describe('an invitation', () => {
  it('can be accepted until the last minute of its fourteenth day', () => {
    const walk = aWalk().on('2026-03-16', '23:59');
    expect(walk.patient('accept')).toBe('done');
    expect(walk.course().status).toBe('active');
  });
  it('has lapsed when the fourteenth day is over', () => {
    const walk = aWalk().on('2026-03-17', '00:00');
    expect(walk.course().status).toBe('lapsed');
    expect(walk.patient('accept')).toBe('invitation-lapsed');
  });
  it('counts its days in the unit’s time zone across the night of summer time', () => {
    const walk = aWalk({ invitedAt: atOslo('2026-03-20', '23:30') });
    expect(statusAt(walk.facts, Date.parse('2026-04-03T21:59:59Z'))).toBe('invited');
    expect(statusAt(walk.facts, Date.parse('2026-04-03T22:00:00Z'))).toBe('lapsed');
  });
  it('counts its days in the unit’s time zone across the night of winter time', () => {
    const walk = aWalk({ invitedAt: atOslo('2026-10-20', '00:30') });
    expect(statusAt(walk.facts, Date.parse('2026-11-03T22:59:59Z'))).toBe('invited');
    expect(statusAt(walk.facts, Date.parse('2026-11-03T23:00:00Z'))).toBe('lapsed');
  });
  it('gets fourteen new days when it is renewed, also after it has lapsed', () => {
    const walk = aWalk().on('2026-03-20');
    expect(walk.clinician({ act: 'renew-invitation' })).toBe('done');
    expect(invitationEndsOn(walk.course())).toBe('2026-04-03');
    expect(walk.on('2026-04-03', '23:59').patient('accept')).toBe('done');
  });
  it('still says when it could have been accepted once it has lapsed', () => {
    const walk = aWalk().on('2026-04-01');
    expect(invitationEndsOn(walk.course())).toBe('2026-03-16');
  });
  it('has no last date once it is accepted', () => {
    expect(invitationEndsOn(anActiveWalk().course())).toBeNull();
  });
  it('is accepted once; again changes nothing', () => {
    const walk = anActiveWalk();
    const before = walk.facts;
    expect(walk.patient('accept')).toBe('done');
    expect(walk.facts.events).toEqual(before.events);
  });
  it('can’t be renewed when it is accepted', () => {
    expect(anActiveWalk().clinician({ act: 'renew-invitation' })).toBe('invitation-already-accepted');
  });
  it('can be withdrawn, and is then ended and not lapsed', () => {
    const walk = aWalk();
    expect(walk.clinician({ act: 'end', reason })).toBe('done');
    expect(walk.on('2026-05-01').course().status).toBe('ended');
    expect(walk.clinician({ act: 'reopen', reason })).toBe('invitation-not-accepted');
  });
});

describe('a pause', () => {
  it('begins and ends by hand', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'pause', reason });
    expect(walk.course().status).toBe('paused');
    walk.on('2026-05-01').clinician({ act: 'resume' });
    expect(walk.course().status).toBe('active');
  });
  it('is refused to the second of two who pause', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'pause', reason });
    expect(walk.clinician({ act: 'pause', reason })).toBe('treatment-paused');
  });
  it('can’t be ended where there is none', () => {
    expect(anActiveWalk().clinician({ act: 'resume' })).toBe('not-paused');
    expect(aWalk().clinician({ act: 'pause', reason })).toBe('invitation-not-accepted');
  });
});

describe('maintenance', () => {
  it('ends by itself when its last date is over', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'start-maintenance', endsOn: '2026-04-01' });
    expect(maintenanceEndsOn(walk.course())).toBe('2026-04-01');
    expect(walk.on('2026-04-01', '23:59').course().status).toBe('maintenance');
    expect(walk.on('2026-04-02', '00:00').course().status).toBe('ended');
  });
  it('lasts as long as the programme allows when no date is given', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'start-maintenance' });
    expect(maintenanceEndsOn(walk.course())).toBe('2026-05-31');
  });
  it('can’t last longer than the programme allows, nor end before today', () => {
    const walk = anActiveWalk();
    expect(walk.clinician({ act: 'start-maintenance', endsOn: '2026-06-01' })).toBe('date-out-of-range');
    expect(walk.clinician({ act: 'start-maintenance', endsOn: '2026-03-01' })).toBe('date-out-of-range');
  });
  it('that has run out can be reopened, and the treatment is active', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'start-maintenance', endsOn: '2026-04-01' });
    expect(walk.on('2026-04-10').clinician({ act: 'reopen', reason })).toBe('done');
    expect(walk.course().status).toBe('active');
  });
});

describe('the end', () => {
  it('comes before a purge, always', () => {
    const walk = anActiveWalk();
    expect(walk.clinician({ act: 'purge' })).toBe('not-ended');
    walk.clinician({ act: 'end', reason });
    expect(walk.clinician({ act: 'purge' })).toBe('done');
    expect(walk.course().status).toBe('purged');
    expect(walk.clinician({ act: 'reopen', reason })).toBe('treatment-ended');
  });
  it('is refused to the second of two who end', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'end', reason });
    expect(walk.clinician({ act: 'end', reason })).toBe('treatment-ended');
  });
});

describe('the status', () => {
  it('of a past moment does not change by what came later', () => {
    const walk = anActiveWalk();
    walk.on('2026-03-10').clinician({ act: 'pause', reason });
    walk.on('2026-03-20').clinician({ act: 'resume' });
    expect(lifeAt(walk.facts, atOslo('2026-03-15')).status).toBe('paused');
  });
  it('says what a clinician may do', () => {
    expect(allowedActions('invited')).toEqual(['renew-invitation', 'steer']);
    expect(allowedActions('lapsed')).toEqual(['renew-invitation']);
    expect(allowedActions('active')).toEqual(['pause', 'steer']);
    expect(allowedActions('paused')).toEqual(['resume', 'steer']);
    expect(allowedActions('maintenance')).toEqual(['steer']);
    expect([...allowedActions('ended'), ...allowedActions('purged')]).toEqual([]);
  });
});
