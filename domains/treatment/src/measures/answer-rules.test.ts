import { describe, expect, it } from 'vitest';
import { raisedFlags } from '../openings.ts';
import { aMeasuringProgramme, aPoint, aRule } from '../testing/a-programme.ts';
import { anActiveWalk, atOslo, type Walk } from '../testing/a-walk.ts';
import type { ScoreSeries } from './answered-form.ts';

const reason = 'for good reason';
const points = [aPoint('week', { everyDays: 7, fromDay: 0, toDay: 70 }, { dueDays: 1, expireDays: 6 })];
const withRule = (...rules: Parameters<typeof aRule>[]) =>
  anActiveWalk({
    programme: aMeasuringProgramme(points, { rules: rules.map((rule) => aRule(...rule)) }),
  });
const raised = (walk: Walk) =>
  raisedFlags(walk.course()).map(({ flag, occurrence }) => `${flag} ${occurrence}`);
const flags = (walk: Walk) => raisedFlags(walk.course()).map(({ flag }) => flag);
const yes = { values: new Map([['wish', ['yes']]]) };
const total = (series: Partial<ScoreSeries>): { scores: ScoreSeries[] } => ({
  scores: [{ score: 'total', direction: 'lower-is-better', value: null, first: null, last: null, ...series }],
});

describe('a rule by an answer', () => {
  const wish = { answer: { form: 'week', item: 'wish', is: 'yes' } };
  it('opens and raises with the answer, with no human act', () => {
    const walk = withRule(['wants', wish, { open: 'food' }, { flag: 'fodmap-wish' }]);
    walk.answer('week', yes);
    expect(walk.course().modules.get('food')).toMatchObject({
      open: true,
      why: { by: 'rule', rule: 'wants' },
    });
    expect(flags(walk)).toEqual(['fodmap-wish']);
  });
  it('stays quiet at another answer, and at none', () => {
    const walk = withRule(['wants', wish, { flag: 'fodmap-wish' }]);
    walk.answer('week', { values: new Map([['wish', ['no']]]) });
    walk.on('2026-03-09').answer('week');
    expect(flags(walk)).toEqual([]);
  });
  it('raises each time anew, and never twice for one answer', () => {
    const walk = withRule(['wants', wish, { flag: 'contact-wish' }]);
    walk.answer('week', yes);
    walk.on('2026-03-09').answer('week', yes);
    expect(raised(walk)).toEqual([
      `contact-wish wants@${new Date(atOslo('2026-03-02')).toISOString()}`,
      `contact-wish wants@${new Date(atOslo('2026-03-09')).toISOString()}`,
    ]);
    expect(walk.answer('week', yes)).toBe('already-answered');
  });
  it('that is held waits, and takes effect when it is released', () => {
    const walk = withRule(['wants', wish, { open: 'food' }]);
    walk.clinician({ act: 'hold-rule', ruleId: 'wants', reason });
    walk.answer('week', yes);
    expect(walk.course().modules.get('food')?.open).toBe(false);
    walk.on('2026-03-03').clinician({ act: 'release-rule', ruleId: 'wants' });
    expect(walk.course().modules.get('food')).toMatchObject({ open: true, since: atOslo('2026-03-03') });
  });
  it('is released without effect when nothing was answered meanwhile', () => {
    const walk = withRule(['wants', wish, { open: 'food' }]);
    walk.clinician({ act: 'hold-rule', ruleId: 'wants', reason });
    walk.clinician({ act: 'release-rule', ruleId: 'wants' });
    expect(walk.course().modules.get('food')?.open).toBe(false);
  });
  it('can be undone', () => {
    const walk = withRule(['wants', wish, { open: 'food' }, { flag: 'fodmap-wish' }]);
    walk.answer('week', yes);
    walk.clinician({ act: 'undo-rule', ruleId: 'wants', reason });
    expect(walk.course().modules.get('food')?.open).toBe(false);
    expect(flags(walk)).toEqual([]);
  });
});

describe('a rule by a score', () => {
  const high = { score: { form: 'week', score: 'total', atLeast: 300 } };
  it('comes true from its limit on', () => {
    const walk = withRule(['high', high, { flag: 'score-worse' }]);
    walk.answer('week', total({ value: 299 }));
    expect(flags(walk)).toEqual([]);
    walk.on('2026-03-09').answer('week', total({ value: 300 }));
    expect(flags(walk)).toEqual(['score-worse']);
  });
  it('is not made true by what is missing', () => {
    const walk = withRule([
      'low',
      { score: { form: 'week', score: 'total', atMost: 75 } },
      { flag: 'score-worse' },
    ]);
    walk.answer('week', total({ value: null }));
    expect(flags(walk)).toEqual([]);
  });
});

describe('a rule by a change', () => {
  const worse = { change: { form: 'week', score: 'total', worseBy: 50, since: 'last' as const } };
  it('goes by the instrument’s own direction', () => {
    const walk = withRule(['worse', worse, { flag: 'score-worse' }]);
    walk.answer('week', total({ value: 250, last: 201 }));
    expect(flags(walk)).toEqual([]);
    walk.on('2026-03-09').answer('week', total({ value: 250, last: 200 }));
    expect(flags(walk)).toEqual(['score-worse']);
    const life = withRule(['worse', worse, { flag: 'score-worse' }]);
    life.answer('week', total({ value: 20, last: 70, direction: 'higher-is-better' }));
    expect(flags(life)).toEqual(['score-worse']);
  });
  it('needs something to compare with', () => {
    const walk = withRule(['worse', worse, { flag: 'score-worse' }]);
    walk.answer('week', total({ value: 500 }));
    expect(flags(walk)).toEqual([]);
  });
});

describe('lateness', () => {
  it('asks the clinic from the day after the due date, and closes itself with the answer', () => {
    const walk = withRule();
    expect(flags(walk.on('2026-03-03', '23:59'))).toEqual([]);
    expect(raised(walk.on('2026-03-04', '00:00'))).toEqual(['late-form week.0']);
    walk.answer('week');
    expect(flags(walk)).toEqual([]);
  });
  it('is one piece of work for a point, however often it was missed', () => {
    const walk = withRule().on('2026-04-01');
    expect(raised(walk)).toEqual(['late-form week.4']);
  });
  it('is not asked about in a pause', () => {
    const walk = withRule().on('2026-03-05');
    walk.clinician({ act: 'pause', reason });
    expect(flags(walk)).toEqual([]);
  });
  it('sets off its rule after so many days, unless it was answered by then', () => {
    const late = { late: { point: 'week', days: 2 } };
    const walk = withRule(['late', late, { open: 'food' }]).on('2026-03-05', '23:59');
    expect(walk.course().modules.get('food')?.open).toBe(false);
    expect(walk.on('2026-03-06', '00:00').course().modules.get('food')).toMatchObject({
      open: true,
      since: atOslo('2026-03-06', '00:00'),
    });
    const inTime = withRule(['late', late, { open: 'food' }]).on('2026-03-05');
    inTime.answer('week');
    expect(inTime.on('2026-03-08').course().modules.get('food')?.open).toBe(false);
  });
});
