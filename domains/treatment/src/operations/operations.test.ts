import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { caseloadColumns, type CaseloadRow, factsOfRow } from '../caseload.ts';
import * as route from '../contract.ts';
import { eligibilityAnswers } from '../eligibility-store.ts';
import { lifeAt } from '../life-cycle.ts';
import { livesAt } from './lives-at.ts';
import { deleteTreatment } from '../store.ts';
import { aClinic, type ClinicWorld, importProgramme, withTexts } from '../testing/a-clinic.ts';
import { aProgramme } from '../testing/a-programme.ts';
import { atOslo } from '../testing/a-walk.ts';

const reason = 'You asked for it';
const trips = { read: 2, write: 3 };

let clinic: ClinicWorld;
const fresh = () => {
  beforeAll(async () => {
    clinic = await aClinic();
  });
  afterAll(() => clinic.close());
};
const on = (date: string, time = '10:00') => {
  clinic.now = atOslo(date, time);
};
const step = (id: string) => ({ params: { stepId: id } });
const here = () => ({ params: { treatmentId: clinic.treatmentId } });
type Steer = z.input<typeof route.steer.body>;
const steer = (who: 'nora' | 'omar' | 'siri', body: Steer) =>
  clinic.call(who, route.steer, { ...here(), body });
const go = async (...ids: string[]) => {
  for (const id of ids) {
    expect((await clinic.call('kari', route.openStep, step(id))).code).toBeUndefined();
    expect((await clinic.call('kari', route.finishStep, step(id))).code).toBeUndefined();
  }
};

describe('Kari’s first days', () => {
  fresh();

  it('begin with an invitation that she accepts', async () => {
    expect((await clinic.call('kari', route.getToday, {})).body.treatment).toMatchObject({
      status: 'invited',
      invitationEndsOn: '2026-03-16',
      clinic: { unit: 'The gut clinic', clinician: 'Nora Fjord', country: 'NO' },
    });
    expect((await clinic.call('kari', route.getProgramme, {})).code).toBe('invitation-not-accepted');
    const accepted = await clinic.call('kari', route.acceptInvitation, {});
    expect(accepted.body.treatment).toMatchObject({ status: 'active', day: 0 });
    expect(accepted.roundTrips).toBeLessThanOrEqual(trips.write);
  });
  it('are not begun twice', async () => {
    await clinic.call('kari', route.acceptInvitation, {});
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body.history.map(({ kind }) => kind)).toEqual(['accepted', 'invited']);
  });
  it('go through the steps in order', async () => {
    expect((await clinic.call('kari', route.openStep, step('how'))).code).toBe('not-reachable');
    expect((await clinic.call('kari', route.openStep, step('plate'))).code).toBe('step-not-open');
    expect((await clinic.call('kari', route.openStep, step('nothing'))).status).toBe(404);
    const opened = await clinic.call('kari', route.openStep, step('welcome'));
    expect(opened.body).toMatchObject({ title: 'Om welcome', status: 'begun', next: { id: 'how' } });
    expect(opened.roundTrips).toBeLessThanOrEqual(trips.write);
    expect((await clinic.call('kari', route.openStep, step('how'))).status).toBe(200);
  });
  it('remember what was finished and kept', async () => {
    const finished = await clinic.call('kari', route.finishStep, step('welcome'));
    expect(finished.body).toEqual({
      stepId: 'welcome',
      next: { id: 'how', title: 'Om how' },
      moduleFinished: false,
      opened: [],
    });
    expect((await clinic.call('kari', route.finishStep, step('welcome'))).status).toBe(200);
    await clinic.call('kari', route.bookmarkStep, { ...step('how'), body: { on: true } });
    const { body, roundTrips } = await clinic.call('kari', route.getProgramme, {});
    expect(
      body.modules[0]?.sections[0]?.steps.map(({ id, status, bookmarked }) => [id, status, bookmarked]),
    ).toEqual([
      ['welcome', 'finished', false],
      ['how', 'begun', true],
    ]);
    expect(roundTrips).toBeLessThanOrEqual(trips.read);
  });
  it('cost two round trips to look at', async () => {
    expect((await clinic.call('kari', route.getToday, {})).roundTrips).toBe(trips.read);
    expect((await clinic.call('nora', route.getSteering, here())).roundTrips).toBe(trips.read);
  });
  it('lead to the module that a week opens, with its because', async () => {
    await go('how');
    on('2026-03-09');
    const { body } = await clinic.call('kari', route.getToday, {});
    expect(body.cards[0]).toMatchObject({
      kind: 'opened',
      moduleId: 'food',
      because: { text: 'Because food-after-a-week' },
    });
    expect(body.treatment).toMatchObject({ day: 7, awayDays: 7 });
  });
  it('end in what finishing opens, told in the reply', async () => {
    await go('plate', 'answer');
    await clinic.call('kari', route.openStep, step('fibre'));
    const { body, roundTrips } = await clinic.call('kari', route.finishStep, step('fibre'));
    expect(body).toMatchObject({
      moduleFinished: true,
      next: { id: 'plan', title: 'Om plan' },
      opened: [{ moduleId: 'way-forward', because: { rule: 'forward', text: 'Because forward' } }],
    });
    expect(roundTrips).toBeLessThanOrEqual(trips.write);
  });
});

describe('Nora, who treats Kari,', () => {
  fresh();
  beforeAll(async () => {
    await clinic.call('kari', route.acceptInvitation, {});
  });

  it('sees the programme as Kari does, and what is not open to her', async () => {
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body).toMatchObject({ version: 2, daysLeft: 182, allowed: ['pause', 'steer'] });
    expect(body.modules[0]?.sections[0]?.steps.map(({ id, hidden }) => [id, hidden])).toEqual([
      ['welcome', false],
      ['how', false],
      ['answer', true],
    ]);
  });
  it('opens a module, and the reason reaches Kari', async () => {
    const { body, roundTrips } = await steer('nora', { act: 'open-module', moduleId: 'exposure', reason });
    expect(body.modules[2]).toMatchObject({ open: true, because: { text: reason, by: 'clinician' } });
    expect(roundTrips).toBeLessThanOrEqual(trips.write);
    const today = await clinic.call('kari', route.getToday, {});
    expect(today.body.cards).toContainEqual(
      expect.objectContaining({ kind: 'opened', because: expect.objectContaining({ text: reason }) }),
    );
  });
  it('has her reasons sealed', async () => {
    const stored = await clinic.inTenant((tx) =>
      tx.query<{ reason: Buffer }>({
        name: 'reasons',
        text: 'select reason from treatment.event where reason is not null',
      }),
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.reason.toString('latin1')).not.toContain(reason);
  });
  it('looks at a step that Kari can’t reach, and leaves no trace in her course', async () => {
    const { body } = await clinic.call('nora', route.previewStep, {
      params: { treatmentId: clinic.treatmentId, stepId: 'answer' },
    });
    expect(body).toMatchObject({
      reachable: false,
      hidden: true,
      step: { title: 'Om answer', status: 'not-open' },
    });
    const programme = await clinic.call('nora', route.getSteering, here());
    expect(programme.body.modules[0]?.sections[0]?.steps.at(-1)).toMatchObject({ visitedAt: null });
  });
  it('gets the same answer to the same request sent again, and the act is done once', async () => {
    const request = { ...here(), body: { act: 'show-step', stepId: 'answer', reason } } as const;
    const [first, again] = [
      await clinic.call('nora', route.steer, request, 'the-same-key'),
      await clinic.call('nora', route.steer, request, 'the-same-key'),
    ];
    expect(again.body).toEqual(first.body);
    expect(first.body.history.filter(({ kind }) => kind === 'step-shown')).toHaveLength(1);
  });
  it('is told when an act can’t be done, and nothing is written', async () => {
    const before = await clinic.call('nora', route.getSteering, here());
    expect(await steer('nora', { act: 'resume' })).toMatchObject({ status: 409, code: 'not-paused' });
    expect(await steer('nora', { act: 'undo-rule', ruleId: 'forward', reason })).toMatchObject({
      code: 'nothing-to-undo',
    });
    expect(await steer('nora', { act: 'open-module', moduleId: 'x' })).toMatchObject({
      status: 404,
      code: 'unknown-module',
    });
    expect((await clinic.call('nora', route.getSteering, here())).body.version).toBe(before.body.version);
  });
  it('holds a rule, and Kari sees why in place of a date', async () => {
    await steer('nora', { act: 'hold-rule', ruleId: 'food-after-a-week', reason: 'We talk first' });
    const { body } = await clinic.call('kari', route.getProgramme, {});
    expect(body.modules[1]).toMatchObject({ open: false, opensOn: null, because: { text: 'We talk first' } });
  });
  it('hides a module with a reason: it is gone for Kari, and she finds it again when it is shown', async () => {
    const hidden = await steer('nora', { act: 'hide-module', moduleId: 'exposure', reason: 'Not now' });
    expect(hidden.body.modules[2]).toMatchObject({
      open: true,
      hidden: true,
      hiddenAtStart: false,
      because: { text: 'Not now', by: 'clinician' },
    });
    expect(hidden.body.history[0]).toMatchObject({ kind: 'module-hidden', about: 'Title of exposure' });
    const without = await clinic.call('kari', route.getProgramme, {});
    expect(without.body.modules.map(({ id }) => id)).not.toContain('exposure');
    expect((await clinic.call('kari', route.openStep, step('fear'))).code).toBe('step-not-open');
    const preview = { params: { ...here().params, stepId: 'fear' } };
    expect((await clinic.call('nora', route.previewStep, preview)).body).toMatchObject({ hidden: true });
    await steer('nora', { act: 'show-module', moduleId: 'exposure', reason: 'Now' });
    const { body } = await clinic.call('kari', route.getToday, {});
    expect(body.cards).toContainEqual(
      expect.objectContaining({
        kind: 'opened',
        moduleId: 'exposure',
        because: expect.objectContaining({ text: 'Now' }),
      }),
    );
  });
  it('pauses: Kari sees that, and has nothing to do', async () => {
    await clinic.call('kari', route.openStep, step('welcome'));
    await steer('nora', { act: 'pause', reason: 'Away' });
    const { body } = await clinic.call('kari', route.getToday, {});
    expect(body).toMatchObject({ treatment: { status: 'paused' }, cards: [] });
    expect((await clinic.call('kari', route.openStep, step('welcome'))).status).toBe(200);
    expect(await clinic.call('kari', route.openStep, step('how'))).toMatchObject({
      status: 409,
      code: 'treatment-paused',
    });
  });
});

describe('those who must not get in', () => {
  fresh();
  beforeAll(async () => {
    await clinic.call('kari', route.acceptInvitation, {});
  });

  it.each(['omar', 'siri'] as const)(
    '%s sees and changes nothing: the treatment might as well not be there',
    async (who) => {
      const preview = { params: { treatmentId: clinic.treatmentId, stepId: 'welcome' } };
      const answers = [
        await clinic.call(who, route.getSteering, here()),
        await clinic.call(who, route.previewStep, preview),
        await steer(who, { act: 'pause', reason }),
      ];
      expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([404, 'not-found']));
      expect((await clinic.call('kari', route.getToday, {})).body.treatment?.status).toBe('active');
    },
  );
  const acts: Steer[] = [
    { act: 'open-module', moduleId: 'food' },
    { act: 'open-module', moduleId: 'nothing' },
    { act: 'close-module', moduleId: 'start-here', reason },
    { act: 'close-module', moduleId: 'food', reason },
    { act: 'show-module', moduleId: 'food', reason },
    { act: 'hide-module', moduleId: 'nothing', reason },
    { act: 'show-step', stepId: 'answer', reason },
    { act: 'hide-step', stepId: 'nothing', reason },
    { act: 'hold-rule', ruleId: 'forward', reason },
    { act: 'hold-rule', ruleId: 'nothing', reason },
    { act: 'release-rule', ruleId: 'forward' },
    { act: 'undo-rule', ruleId: 'forward', reason },
    { act: 'pause', reason },
    { act: 'resume' },
    { act: 'renew-invitation' },
  ];
  const absent = { params: { treatmentId: '00000000-0000-4000-8000-000000000000' } };
  it.each(['active', 'paused', 'lapsed'] as const)(
    'no act tells a colleague a treatment that is %s from one that is not there',
    async (status) => {
      const world = clinic;
      clinic = await aClinic();
      if (status !== 'lapsed') await clinic.call('kari', route.acceptInvitation, {});
      if (status === 'paused') await steer('nora', { act: 'pause', reason });
      if (status === 'lapsed') on('2026-04-20');
      const steps = ['welcome', 'nothing'];
      for (const who of ['omar', 'siri'] as const) {
        for (const body of acts) {
          expect(await steer(who, body)).toEqual(await clinic.call(who, route.steer, { ...absent, body }));
        }
        for (const stepId of steps) {
          const [there, nowhere] = [here(), absent].map(({ params }) =>
            clinic.call(who, route.previewStep, { params: { ...params, stepId } }),
          );
          expect(await there).toEqual(await nowhere);
        }
        expect(await steer(who, { act: 'resume' })).toMatchObject({ status: 404, code: 'not-found' });
      }
      const told = await clinic.call('nora', route.previewStep, {
        params: { ...here().params, stepId: 'nothing' },
      });
      expect(told).toMatchObject({ status: 404, code: 'unknown-step' });
      await clinic.close();
      clinic = world;
    },
  );
  it('a treatment that is not there looks the same', async () => {
    const params = { treatmentId: '00000000-0000-4000-8000-000000000000' };
    expect(await clinic.call('nora', route.getSteering, { params })).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });
  it('a patient without a treatment has an empty Today, and nothing else', async () => {
    expect((await clinic.call('per', route.getToday, {})).body).toEqual({
      treatment: null,
      cards: [],
      more: 0,
    });
    expect(await clinic.call('per', route.openStep, step('welcome'))).toMatchObject({
      status: 404,
      code: 'not-invited',
    });
    expect(await clinic.call('per', route.acceptInvitation, {})).toMatchObject({ code: 'not-invited' });
  });
  it('every look and every try is in the log', async () => {
    const entries = await clinic.inTenant((tx) =>
      tx.query<{ act: string; outcome: string; n: number }>({
        name: 'entries',
        text: `select act, outcome, count(*) as n from log.entry where act = 'treatment.steering' group by act, outcome order by outcome`,
      }),
    );
    expect(entries).toEqual([{ act: 'treatment.steering', outcome: 'refused', n: 3 }]);
  });
});

/** Calls that have all begun before any of them can write: a third transaction holds the treatment until they have. */
async function atOnce<T>(...calls: (() => Promise<T>)[]): Promise<T[]> {
  const begun = await clinic.inTenant(async (tx) => {
    await tx.query({ name: 'hold', text: 'select id from treatment.treatment for no key update' });
    const answers = calls.map((call) => call());
    await setTimeout(250);
    return answers.map((answer) => () => answer);
  });
  return Promise.all(begun.map((answer) => answer()));
}

describe('two at once', () => {
  beforeEach(async () => {
    clinic = await aClinic();
    await clinic.call('kari', route.acceptInvitation, {});
    return () => clinic.close();
  });

  it('who finish the last two steps of a module fire its rule once', async () => {
    on('2026-03-09');
    await go('welcome', 'how', 'plate', 'answer');
    await clinic.call('kari', route.openStep, step('fibre'));
    await steer('nora', { act: 'hide-step', stepId: 'answer', reason });
    // In a course with two steps left unfinished, neither tab has seen the other's.
    await clinic.inTenant((tx) =>
      tx.query({
        name: 'unfinish',
        text: `update treatment.step_progress set finished_at = null where step_id = 'plate'`,
      }),
    );
    const both = await atOnce(
      () => clinic.call('kari', route.finishStep, step('plate')),
      () => clinic.call('kari', route.finishStep, step('fibre')),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.flatMap(({ body }) => body.opened.map(({ moduleId }) => moduleId))).toEqual(['way-forward']);
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body.history.filter(({ about }) => about === 'Because forward')).toHaveLength(1);
  });
  it('who pause: one does, the other is told that it is so', async () => {
    const pause = () => steer('nora', { act: 'pause', reason });
    const both = await atOnce(pause, pause);
    expect(both.map(({ status, code }) => code ?? String(status)).toSorted()).toEqual([
      '200',
      'treatment-paused',
    ]);
  });
  it('who open the same step leave one visit', async () => {
    const open = () => clinic.call('kari', route.openStep, step('welcome'));
    const all = await atOnce(open, open, open, open);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
  it('who do different things both get them done', async () => {
    const all = await atOnce<{ status: number }>(
      () => steer('nora', { act: 'open-module', moduleId: 'food' }),
      () => steer('nora', { act: 'open-module', moduleId: 'exposure' }),
      () => clinic.call('kari', route.openStep, step('welcome')),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body.version).toBe(4);
    expect(body.modules.slice(0, 3).map(({ open }) => open)).toEqual([true, true, true]);
  });
});

describe('giving a programme', () => {
  beforeEach(async () => {
    clinic = await aClinic();
    return () => clinic.close();
  });

  it('keeps what was answered to the eligibility list, sealed: lines, answers and reasons', async () => {
    const whose = { treatmentId: clinic.treatmentId, patientId: clinic.personOf('kari') };
    expect(await clinic.inTenant((tx) => eligibilityAnswers(tx, clinic.database.keys, whose))).toEqual([
      { lineId: 'adult', met: true, reason: null },
      { lineId: 'no-eating-disorder', met: false, reason: 'Recovered ten years ago' },
    ]);
    const stored = await clinic.inTenant((tx) =>
      tx.query<{ answers: Buffer }>({ name: 'answers', text: 'select answers from treatment.eligibility' }),
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.answers.toString('latin1')).not.toMatch(/Recovered|adult|eating|true|false/);
  });
  const another = (version: string) =>
    clinic.inTenant((tx) => importProgramme(tx, withTexts(aProgramme({ version })), clinic.now));
  const lives = () => clinic.inTenant((tx) => livesAt(tx, clinic.personOf('kari'), clinic.now));

  it('is refused to a patient who is invited to one, or has one, in whatever version', async () => {
    const versionId = await another('2.0.0');
    expect(await clinic.start()).toBe('has-treatment');
    expect(await clinic.start({ versionId })).toBe('has-treatment');
    await clinic.call('kari', route.acceptInvitation, {});
    expect(await clinic.start({ versionId })).toBe('has-treatment');
    await steer('nora', { act: 'pause', reason });
    expect(await clinic.start({ versionId })).toBe('has-treatment');
    expect(await lives()).toBe(true);
  });
  it('replaces an invitation that has lapsed, which is then ended', async () => {
    on('2026-03-16');
    expect(await clinic.start()).toBe('has-treatment');
    on('2026-03-17');
    expect(await lives()).toBe(false);
    expect(await clinic.start()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await lives()).toBe(true);
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body.treatment.status).toBe('ended');
    expect(body.history.map(({ kind }) => kind)).toEqual(['ended', 'invitation-lapsed', 'invited']);
    expect((await clinic.call('kari', route.getToday, {})).body.treatment).toMatchObject({
      status: 'invited',
      invitationEndsOn: '2026-03-31',
    });
  });
  it('leaves the invitation alone that was renewed in time', async () => {
    on('2026-03-17');
    await steer('nora', { act: 'renew-invitation' });
    expect(await clinic.start()).toBe('has-treatment');
  });
  it('from two places at once gives it once, also in two versions', async () => {
    const [one, other] = [await another('2.0.0'), await another('3.0.0')];
    on('2026-03-17');
    for (const versions of [
      [one, one],
      [one, other],
    ]) {
      clinic.now += 20 * 24 * 3_600_000;
      const both = await Promise.all(versions.map((versionId) => clinic.start({ versionId })));
      expect(both.filter((answer) => answer === 'has-treatment')).toHaveLength(1);
      expect(both.filter((answer) => /^[0-9a-f-]{36}$/.test(answer))).toHaveLength(1);
    }
  });
  it('again is possible when the maintenance of the first has run out by the clock', async () => {
    await clinic.call('kari', route.acceptInvitation, {});
    // Maintenance has no route yet.
    await clinic.inTenant((tx) =>
      tx.query({
        name: 'maintain',
        text: `
          insert into treatment.event (tenant_id, treatment_id, number, kind, at, by_kind, about)
          values ($1, $2, 3, 'maintenance-started', $3, 'clinician', '2026-03-20')`,
        values: [tx.tenantId, clinic.treatmentId, new Date(clinic.now)],
      }),
    );
    on('2026-03-20');
    expect(await clinic.start()).toBe('has-treatment');
    on('2026-03-21');
    expect(await lives()).toBe(false);
    expect(await clinic.start()).toMatch(/^[0-9a-f-]{36}$/);
    expect((await clinic.call('kari', route.getToday, {})).body.treatment?.status).toBe('invited');
    const { body } = await clinic.call('nora', route.getSteering, here());
    expect(body.history[0]).toMatchObject({ kind: 'ended', by: 'rule', at: '2026-03-20T23:00:00.000Z' });
  });
});

describe('what lists are made of', () => {
  fresh();

  it('has the same status as the treatment itself', async () => {
    await clinic.call('kari', route.acceptInvitation, {});
    await steer('nora', { act: 'pause', reason });
    const [row] = await clinic.inTenant((tx) =>
      tx.query<CaseloadRow>({ name: 'list', text: `select ${caseloadColumns} from treatment.caseload c` }),
    );
    if (!row) throw new Error('no row');
    expect(lifeAt(factsOfRow(row, clinic.tenantId, 'Europe/Oslo'), clinic.now).status).toBe('paused');
  });
  it('has columns that say since when it is as acts have made it', async () => {
    const columns = () =>
      clinic.inTenant((tx) =>
        tx.query({
          name: 'columns',
          text: `
            select accepted_at is not null as accepted, paused_at is not null as paused, ended_at is not null as ended,
              last_active_at is not null as active, event_count as events
            from treatment.treatment`,
        }),
      );
    expect(await columns()).toEqual([
      { accepted: true, paused: true, ended: false, active: true, events: 3 },
    ]);
    await steer('nora', { act: 'resume' });
    expect(await columns()).toEqual([
      { accepted: true, paused: false, ended: false, active: true, events: 4 },
    ]);
  });
  it('goes with the treatment when it is forgotten', async () => {
    await clinic.inTenant(async (tx) => deleteTreatment(tx, clinic.treatmentId));
    const left = await clinic.inTenant((tx) =>
      tx.query<{ n: number }>({
        name: 'left',
        text: `
          select (select count(*) from treatment.treatment) + (select count(*) from treatment.event)
            + (select count(*) from treatment.step_progress) + (select count(*) from treatment.eligibility) as n`,
      }),
    );
    expect(left).toEqual([{ n: 0 }]);
  });
});
