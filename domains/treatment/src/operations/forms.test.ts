import { randomUUID } from 'node:crypto';
import { loadVersion } from '@skute/programmes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as route from '../contract.ts';
import { aClinic, type ClinicWorld, withTexts } from '../testing/a-clinic.ts';
import { aWeek, weekForm } from '../testing/a-form.ts';
import { aMeasuringProgramme, aPoint, aRule } from '../testing/a-programme.ts';
import { atOslo } from '../testing/a-walk.ts';
import { auditScores } from './verify-scores.ts';

const programme = withTexts(
  aMeasuringProgramme(
    [
      aPoint('week', { everyDays: 7, fromDay: 0, toDay: 70 }, { dueDays: 2, expireDays: 6 }),
      aPoint('extra', { onDemand: true }, { forms: ['week'] }),
    ],
    {
      rules: [
        aRule(
          'wants-a-call',
          { answer: { form: 'week', item: 'contact', is: true } },
          { flag: 'contact-wish' },
        ),
        aRule(
          'worse',
          { change: { form: 'week', score: 'total', worseBy: 6, since: 'last' } },
          { open: 'food' },
          { flag: 'safety-answer' },
        ),
      ],
    },
  ),
);

let clinic: ClinicWorld;
beforeAll(async () => {
  clinic = await aClinic(programme, [weekForm]);
  await clinic.call('kari', route.acceptInvitation, {});
});
afterAll(() => clinic.close());

const week = { params: { formId: 'week' } };
const on = (date: string, time = '10:00') => {
  clinic.now = atOslo(date, time);
};
const here = () => ({ params: { treatmentId: clinic.treatmentId } });
const sitting = async () => (await clinic.call('kari', route.getSitting, {})).body;
const draft = (basedOn: number, device: string, each: number) =>
  clinic.call('kari', route.keepFormDraft, { ...week, body: { basedOn, device, response: aWeek(each) } });
const send = (each: number, more: readonly object[] = [], key = randomUUID()) =>
  clinic.call(
    'kari',
    route.sendForm,
    { ...week, body: { beganAt: new Date(clinic.now - 90_000).toISOString(), response: aWeek(each, more) } },
    key,
  );

describe('the first week', () => {
  it('is asked for on Today and in the sitting, with why', async () => {
    const today = await clinic.call('kari', route.getToday, {});
    expect(today.body.cards[0]).toMatchObject({ kind: 'forms-due', formId: 'week', forms: 1, state: 'open' });
    expect((await sitting()).forms).toMatchObject([
      { formId: 'week', title: 'Uka', why: 'For å følge med.', dueOn: '2026-03-04', draftSavedAt: null },
    ]);
  });
  it('opens with nothing begun', async () => {
    const opened = await clinic.call('kari', route.openForm, week);
    expect(opened.body).toMatchObject({ state: 'open', draft: null, questionnaire: { title: 'Uka' } });
    expect(opened.roundTrips).toBeLessThanOrEqual(3);
  });
  it('is begun on the phone and goes on anywhere', async () => {
    expect((await draft(0, 'phone', 3)).body).toMatchObject({ outcome: 'kept', number: 1 });
    const { body } = await clinic.call('kari', route.openForm, week);
    expect(body.draft).toMatchObject({ number: 1, device: 'phone', response: aWeek(3) });
    expect((await sitting()).forms[0]?.draftSavedAt).not.toBeNull();
  });
  it('written in two places is overwritten in neither', async () => {
    expect((await draft(1, 'phone', 4)).body).toMatchObject({ outcome: 'kept', number: 2 });
    expect((await draft(1, 'laptop', 9)).body).toMatchObject({
      outcome: 'conflict',
      draft: { number: 2, device: 'phone', response: aWeek(4) },
    });
    expect((await draft(2, 'laptop', 9)).body).toMatchObject({ outcome: 'kept', number: 3 });
  });
  it('is refused by item when an answer is missing or can’t be, and the draft stays', async () => {
    const wrong = await send(11);
    expect([wrong.status, wrong.code]).toEqual([422, 'answers-not-right']);
    expect(wrong.wrong).toEqual(['week-pain', 'week-gut', 'week-life']);
    expect((await clinic.call('kari', route.openForm, week)).body.draft).toMatchObject({ number: 3 });
  });
  it('is received with a score, when it is read by, and what comes next', async () => {
    const sent = await send(4, [
      { linkId: 'when', answer: [{ valueString: 'hidden, since no call is wished' }] },
    ]);
    expect(sent.code).toBeUndefined();
    expect(sent.roundTrips).toBeLessThanOrEqual(3);
    expect(sent.body).toMatchObject({
      formId: 'week',
      scores: [{ score: 'total', value: 12, before: null, noticeable: null }],
      urgent: false,
      remaining: [],
      next: { title: 'Title of week', opensOn: '2026-03-09' },
    });
  });
  it('is then answered, and its draft is gone', async () => {
    const opened = await clinic.call('kari', route.openForm, week);
    expect(opened.body).toMatchObject({ state: 'answered', draft: null });
    expect((await send(4)).code).toBe('already-answered');
    expect((await draft(0, 'phone', 1)).code).toBe('already-answered');
    expect((await sitting()).forms).toEqual([]);
  });
});

describe('what was answered', () => {
  it('is read item by item by the clinic, and the patient sees that it was', async () => {
    const [line] = (await sitting()).answered;
    expect(line).toMatchObject({ title: 'Uka', minutes: 1.5, readAt: null });
    const params = { ...here().params, responseId: line?.id ?? '' };
    const read = await clinic.call('nora', route.readResponse, { params });
    expect(read.body.lines.map(({ linkId, answers, state }) => [linkId, ...answers, state])).toEqual([
      ['week-pain', '4', 'answered'],
      ['week-gut', '4', 'answered'],
      ['week-life', '4', 'answered'],
      ['contact', 'missing'],
    ]);
    expect((await sitting()).answered[0]?.readAt).not.toBeNull();
  });
  it('is nowhere for a colleague, for another unit, and under another treatment', async () => {
    const [line] = (await sitting()).answered;
    const params = { ...here().params, responseId: line?.id ?? '' };
    expect((await clinic.call('omar', route.readResponse, { params })).status).toBe(404);
    expect((await clinic.call('siri', route.getMeasures, here())).status).toBe(404);
    expect(
      (await clinic.call('per', route.getOwnResponse, { params: { responseId: params.responseId } })).status,
    ).toBe(404);
    const elsewhere = { treatmentId: randomUUID(), responseId: params.responseId };
    expect((await clinic.call('nora', route.readResponse, { params: elsewhere })).status).toBe(404);
  });
  it('lies sealed in the database', async () => {
    const rows = await clinic.database.asOwner<{ answers: Buffer; scores: Buffer }>(
      clinic.tenantId,
      `select answers, scores from forms.response`,
    );
    expect(rows).toHaveLength(1);
    const bytes = Buffer.concat([rows[0]?.answers ?? Buffer.of(), rows[0]?.scores ?? Buffer.of()]);
    for (const word of ['week-pain', 'total', 'Questionnaire']) expect(bytes.includes(word)).toBe(false);
  });
});

describe('a worse week', () => {
  it('opens a module and says why on both sides, with no human act', async () => {
    on('2026-03-09');
    const key = randomUUID();
    const call = { linkId: 'contact', answer: [{ valueBoolean: true }] };
    const sent = await send(6, [call, { linkId: 'when', answer: [{ valueString: 'Etter fire' }] }], key);
    expect(sent.body).toMatchObject({
      scores: [{ value: 18, before: 12 }],
      urgent: true,
      opened: [{ kind: 'module', id: 'food', because: { rule: 'worse', text: 'Because worse' } }],
    });
    const steering = await clinic.call('nora', route.getSteering, here());
    expect(steering.body.modules.find(({ id }) => id === 'food')).toMatchObject({
      open: true,
      because: { rule: 'worse' },
    });
    const again = await send(6, [call, { linkId: 'when', answer: [{ valueString: 'Etter fire' }] }], key);
    expect(again.body.responseId).toBe(sent.body.responseId);
  });
  it('is a point of the trend, and a week without an answer is a gap in it', async () => {
    on('2026-03-25');
    const { body } = await clinic.call('nora', route.getMeasures, here());
    expect(body.trends).toMatchObject([
      { formId: 'week', score: 'total', direction: 'lower-is-better', validated: false, bands: [] },
    ]);
    expect(body.trends[0]?.points.map(({ on: date, value }) => [date, value])).toEqual([
      ['2026-03-02', 12],
      ['2026-03-09', 18],
      ['2026-03-18', null],
    ]);
    expect((await clinic.call('kari', route.getProgress, {})).body.trends).toEqual(body.trends);
  });
});

describe('the clinician', () => {
  const steer = (body: object) => clinic.call('nora', route.steer, { ...here(), body: body as never });
  it('asks for one more, moves it and cancels it', async () => {
    on('2026-03-29');
    const asked = await steer({
      act: 'add-point',
      pointId: 'extra',
      on: '2026-03-29',
      reason: 'Før samtalen',
    });
    expect(asked.body.history[0]).toMatchObject({
      kind: 'point-added',
      about: 'Title of extra',
      reason: 'Før samtalen',
    });
    const { forms } = await sitting();
    expect(forms).toMatchObject([{ formId: 'week', because: null }]);
    await steer({ act: 'cancel-point', key: 'extra.added-2026-03-29', reason: 'Snakket i stedet' });
    const { body } = await clinic.call('nora', route.getMeasures, here());
    expect(body.occurrences.find(({ key }) => key === 'extra.added-2026-03-29')?.state).toBe('cancelled');
  });
});

describe('scores made again', () => {
  const audit = () =>
    clinic.inTenant((tx) =>
      auditScores({ keys: clinic.database.keys, programme: loadVersion }, tx, 'Europe/Oslo'),
    );
  it('are those that are stored', async () => {
    expect(await audit()).toEqual({ responses: 2, scores: 2, mismatches: [] });
  });
  it('show a response whose scores were changed', async () => {
    // The scores of one response put at another: they do not even open there.
    await clinic.database.asOwner(
      clinic.tenantId,
      `
      update forms.response r
      set scores = o.scores
      from forms.response o
      where o.id <> r.id and r.id = (select min(id::text)::uuid from forms.response)`,
    );
    await expect(audit()).rejects.toThrow();
  });
});
