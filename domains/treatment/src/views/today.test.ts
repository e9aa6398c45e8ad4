import { describe, expect, it } from 'vitest';
import { Today, type TodayCard } from '../contract.ts';
import { aModule, aProgramme, aRule } from '../testing/a-programme.ts';
import { viewOf } from '../testing/a-view.ts';
import { anActiveWalk, aWalk, type Walk } from '../testing/a-walk.ts';
import { today } from './today.ts';

const reason = 'You asked for it';

const see = (walk: Walk) => Today.parse(today(viewOf(walk)));
const kinds = (walk: Walk) => see(walk).cards.map(({ kind }) => kind);
const card = <K extends TodayCard['kind']>(walk: Walk, kind: K) =>
  see(walk).cards.find((each): each is Extract<TodayCard, { kind: K }> => each.kind === kind);

describe('Today', () => {
  it('proposes the first step on the first day, and tells what opens next', () => {
    const walk = anActiveWalk();
    expect(kinds(walk)).toEqual(['next-step', 'opens-later']);
    expect(card(walk, 'next-step')).toEqual({
      kind: 'next-step',
      stepId: 'welcome',
      title: 'Om welcome',
      summary: '',
      module: 'Title of start-here',
      minutes: 3,
      begun: false,
    });
    expect(card(walk, 'opens-later')).toMatchObject({ moduleId: 'food', opensOn: '2026-03-09' });
  });
  it('goes on where the patient stopped', () => {
    const walk = anActiveWalk();
    walk.visit('welcome');
    expect(card(walk, 'next-step')).toMatchObject({ stepId: 'welcome', begun: true });
  });
  it('begins with what was opened, and why, until something in it is visited', () => {
    const walk = anActiveWalk().go('welcome', 'how').on('2026-03-09');
    expect(kinds(walk)).toEqual(['opened', 'next-step', 'opens-later']);
    expect(card(walk, 'opened')).toMatchObject({
      moduleId: 'food',
      because: { text: 'Because food-after-a-week', by: 'rule' },
    });
    walk.visit('plate');
    expect(kinds(walk)).toEqual(['next-step', 'opens-later']);
  });
  it('makes nothing of a module that is opened again when it is finished', () => {
    const walk = anActiveWalk()
      .on('2026-03-09')
      .go('welcome', 'how', 'plate', 'answer', 'fibre', 'plan', 'how-did-it-go');
    walk.on('2026-03-10').clinician({ act: 'close-module', moduleId: 'food', reason });
    walk.on('2026-03-11').clinician({ act: 'open-module', moduleId: 'food' });
    expect(kinds(walk)).toEqual(['all-done', 'opens-later']);
  });
  it('shows a step that was shown to this patient once, on the card that says why', () => {
    const walk = anActiveWalk().go('welcome', 'how');
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(kinds(walk)).toEqual(['shown', 'opens-later']);
    expect(card(walk, 'shown')).toMatchObject({
      stepId: 'answer',
      because: { text: reason, by: 'clinician', rule: null },
    });
    walk.visit('answer');
    expect(kinds(walk)).toEqual(['next-step', 'opens-later']);
  });
  it('waits with a shown step until it can be reached', () => {
    const walk = anActiveWalk();
    walk.clinician({ act: 'show-step', stepId: 'answer', reason });
    expect(kinds(walk)).toEqual(['next-step', 'opens-later']);
  });
  it('says that all is done when it is', () => {
    expect(kinds(anActiveWalk().go('welcome', 'how'))).toEqual(['all-done', 'opens-later']);
  });
  it('has four cards at most, and counts the rest', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const programme = aProgramme({
      modules: [
        aModule('start', ['s'], { access: 'open' }),
        ...ids.map((id) => aModule(id, [`step-${id}`], { optional: true })),
      ],
      rules: ids.map((id) => aRule(`open-${id}`, { day: 1 }, { open: id })),
    });
    const view = see(anActiveWalk({ programme }).on('2026-03-03'));
    expect(view.cards.map(({ kind }) => kind)).toEqual(['opened', 'opened', 'opened', 'opened']);
    expect(view.more).toBe(2);
  });
  it('has no cards while invited, lapsed, paused or ended, but says which', () => {
    const paused = anActiveWalk();
    paused.clinician({ act: 'pause', reason });
    const ended = anActiveWalk();
    ended.clinician({ act: 'end', reason });
    const walks = [aWalk(), aWalk().on('2026-05-01'), paused, ended];
    expect(walks.map((walk) => [see(walk).treatment?.status, see(walk).cards])).toEqual([
      ['invited', []],
      ['lapsed', []],
      ['paused', []],
      ['ended', []],
    ]);
  });
  it('tells before the start when it will be, and asks for nothing', () => {
    const walk = aWalk({ startsOn: '2026-03-09' });
    walk.patient('accept');
    expect(see(walk).cards).toEqual([
      { kind: 'opens-later', moduleId: 'start-here', title: 'Title of start-here', opensOn: '2026-03-09' },
    ]);
  });
  it('proposes reading on in maintenance, and promises nothing more', () => {
    const walk = anActiveWalk().on('2026-03-04');
    walk.clinician({ act: 'start-maintenance' });
    expect(kinds(walk)).toEqual(['next-step']);
  });
});

describe('the card of the treatment', () => {
  it('tells day and week from the start', () => {
    const walk = anActiveWalk().on('2026-03-09');
    expect(see(walk).treatment).toMatchObject({
      day: 7,
      week: 2,
      weeks: 26,
      startsOn: '2026-03-02',
      invitationEndsOn: null,
    });
  });
  it('knows no week after the last', () => {
    expect(see(anActiveWalk().on('2026-12-01')).treatment).toMatchObject({ week: 26 });
  });
  it('tells of an absence from the seventh day on', () => {
    const walk = anActiveWalk();
    expect(see(walk.on('2026-03-08')).treatment?.awayDays).toBeNull();
    expect(see(walk.on('2026-03-09')).treatment?.awayDays).toBe(7);
    walk.visit('welcome');
    expect(see(walk).treatment?.awayDays).toBeNull();
  });
  it('tells until when the invitation can be accepted', () => {
    expect(see(aWalk()).treatment).toMatchObject({
      status: 'invited',
      day: null,
      invitationEndsOn: '2026-03-16',
    });
  });
});
