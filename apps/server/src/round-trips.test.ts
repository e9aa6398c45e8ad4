/**
 * How often each act waits for the database. A count does not depend on the machine, so it is the count that is held to:
 * a round trip more is what makes an act slow where the database is far away (docs/performance.md).
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSessions } from '@skute/access';
import { getSession, savePreferences } from '@skute/access/contract';
import { findPatients, listProgrammes } from '@skute/clinics/contract';
import type { Questionnaire } from '@skute/forms/rules';
import { generateSynthetic } from '@skute/identity';
import { getPaperDraft, type PaperDraft, type SentLine, sendPaper } from '@skute/papers/contract';
import type { Route } from '@skute/platform/contract';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { getProgramme, getSitting, getToday, type ProgrammeView } from '@skute/treatment/contract';
import { demoAnswers } from './demo/answers.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const most = 3;

interface Call {
  readonly by: 'kari' | 'ola' | 'ingrid';
  readonly params?: Record<string, string>;
  readonly body?: unknown;
}

let server: TestServer;
const people = new Map<Call['by'], SignedIn>();
let calls: Record<string, Call> = {};

beforeAll(async () => {
  server = await testServer();
  for (const key of ['kari', 'ola', 'ingrid'] as const) people.set(key, await server.as(key));
  calls = await callsOfAll();
}, 60_000);
afterAll(() => server.stop());

/** Each served route once, as an act that is really done. */
async function callsOfAll(): Promise<Record<string, Call>> {
  const [ola, amina, jorunn] = [
    await treatmentOf('ola'),
    await treatmentOf('amina'),
    await treatmentOf('jorunn'),
  ];
  const stepId = await nextStepOf('ola');
  return {
    getToday: { by: 'ola' },
    acceptInvitation: { by: 'kari' },
    getProgramme: { by: 'ola' },
    openStep: { by: 'ola', params: { stepId } },
    finishStep: { by: 'ola', params: { stepId } },
    bookmarkStep: { by: 'ola', params: { stepId }, body: { on: true } },
    getSteering: { by: 'ingrid', params: { treatmentId: ola } },
    previewStep: { by: 'ingrid', params: { treatmentId: ola, stepId } },
    steer: {
      by: 'ingrid',
      params: { treatmentId: amina },
      body: { act: 'pause', reason: 'På ferie, avtalt' },
    },
    getWorklist: { by: 'ingrid' },
    handleWork: { by: 'ingrid', params: { treatmentId: jorunn }, body: handling },
    findPatients: { by: 'ingrid', body: { search: 'ola bris' } },
    getPatientPage: { by: 'ingrid', params: { treatmentId: ola } },
    listProgrammes: { by: 'ingrid' },
    lookUpPerson: { by: 'ingrid', body: { number: generateSynthetic('NO', '1986-11-02', 0) } },
    invite: { by: 'ingrid', body: await invitationOf('1971-04-05') },
    windClock: { by: 'ingrid', body: { forwardHours: 1 } },
    getSitting: { by: 'ola' },
    openForm: { by: 'ola', params: { formId: 'week' } },
    keepFormDraft: {
      by: 'kari',
      params: { formId: 'symptoms' },
      body: { basedOn: 0, device: 'phone', response: await symptoms() },
    },
    sendForm: {
      by: 'kari',
      params: { formId: 'symptoms' },
      body: { beganAt: null, response: await symptoms() },
    },
    getProgress: { by: 'ola' },
    getOwnResponse: { by: 'ola', params: { responseId: await responseOf('ola') } },
    getMeasures: { by: 'ingrid', params: { treatmentId: ola } },
    readResponse: { by: 'ingrid', params: { treatmentId: ola, responseId: await responseOf('ola') } },
    ...(await callsOfPapers(jorunn)),
  };
}

async function callsOfPapers(treatmentId: string): Promise<Record<string, Call>> {
  const by = 'ingrid';
  const [start, end] = [
    { treatmentId, kind: 'start-note' },
    { treatmentId, kind: 'end-note' },
  ];
  const [first, second] = [await noteToSend(treatmentId), await noteToSend(treatmentId)];
  const { paperId, deliveries } = (await ask(sendPaper, { by, params: start, body: first })) as SentLine;
  const paper = { treatmentId, paperId };
  const deliveryId = deliveries[0]?.id ?? '';
  await server.db.asOwner(
    people.get(by)?.tenantId ?? '',
    `update papers.delivery set state = 'failed', reason = 'no-receipt' where id = $1`,
    [deliveryId],
  );
  return {
    getPapers: { by, params: { treatmentId } },
    getPaperDraft: { by, params: end },
    savePaperDraft: {
      by,
      params: end,
      body: { basedOn: 0, language: 'nb', parts: [{ part: 'assessment', text: 'Bra.' }] },
    },
    previewPaper: { by, params: end },
    sendPaper: { by, params: start, body: second },
    getSentPaper: { by, params: paper },
    getSentPaperPdf: { by, params: paper },
    sendPaperAgain: { by, params: { ...paper, deliveryId } },
    getStepPdf: { by: 'ola', params: { stepId: await visitedStepOf('ola') } },
    getResponsePdf: { by: 'ola', params: { responseId: await responseOf('ola') } },
    getProgressPdf: { by: 'ola' },
  };
}

/** A start note as it is proposed. */
async function noteToSend(treatmentId: string) {
  const params = { treatmentId, kind: 'start-note' };
  const { number, fingerprint } = (await ask(getPaperDraft, { by: 'ingrid', params })) as PaperDraft;
  return { basedOn: number, language: 'nb', fingerprint, recipients: [{ to: 'record' }] };
}

describe('an act waits for the database at most three times', () => {
  test('and none is left out here', () => {
    const served = server.app.served.map(({ route }) => route.name);
    expect(Object.keys(calls).toSorted()).toEqual(served.toSorted());
  });

  test('whichever it is', async () => {
    const trips: Record<string, number> = {};
    for (const { route } of server.app.served) trips[route.name] = await tripsOf(route, calls[route.name]);
    const tooMany = Object.entries(trips).filter(([, counted]) => counted < 1 || counted > most);
    expect(Object.fromEntries(tooMany)).toEqual({});
  });

  test('those on the session too', async () => {
    expect(await tripsOf(getSession, { by: 'ola' })).toBeLessThanOrEqual(most);
    const body = { language: 'nb', textSize: 'md', theme: 'auto', welcomed: true };
    expect(await tripsOf(savePreferences, { by: 'ola', body })).toBeLessThanOrEqual(most);
  });
});

test('recognising who asks takes two more at most, and none when it was done just now', async () => {
  const { pool } = server.db;
  const sessions = createSessions(pool);
  const cookie = people.get('ola')?.cookie;
  let trips = 0;
  pool.on('acquire', (client) => {
    const query = client.query.bind(client) as (...parts: unknown[]) => unknown;
    Object.assign(client, { query: (...parts: unknown[]) => ((trips += 1), query(...parts)) });
  });
  expect((await sessions.recognise(cookie, Date.now()))?.kind).toBe('patient');
  expect(trips).toBeLessThanOrEqual(2);
  trips = 0;
  expect((await sessions.recognise(cookie, Date.now()))?.kind).toBe('patient');
  expect(trips).toBe(0);
});

const handling = {
  items: [{ kind: 'no-activity', occurrence: 'silence@2026-01-01T00:00:00.000Z' }],
  outcome: 'done',
  note: 'Ringt, alt vel.',
};

async function ask(route: Route, { by, ...input }: Call) {
  const answered = await people.get(by)?.call(route, input);
  if (!answered || answered.status >= 300) {
    throw new Error(`${route.name} was answered with ${answered?.status}: ${JSON.stringify(answered?.body)}`);
  }
  return answered.body;
}

async function tripsOf(route: Route, call: Call | undefined): Promise<number> {
  if (!call) throw new Error(`${route.name} is not called`);
  const before = await tripsSoFar(route);
  await ask(route, call);
  return (await tripsSoFar(route)) - before;
}

async function tripsSoFar({ name }: Route): Promise<number> {
  const { registry } = server.app.metrics;
  const counter = await registry.getSingleMetric('skute_database_round_trips_total')?.get();
  return counter?.values.find(({ labels }) => labels['route'] === name)?.value ?? 0;
}

async function treatmentOf(search: string): Promise<string> {
  const { rows } = (await ask(findPatients, { by: 'ingrid', body: { search } })) as {
    rows: { treatmentId: string }[];
  };
  return rows[0]?.treatmentId ?? '';
}

async function visitedStepOf(by: Call['by']): Promise<string> {
  const { modules } = (await ask(getProgramme, { by })) as ProgrammeView;
  const steps = modules.flatMap(({ sections }) => sections.flatMap((section) => section.steps));
  return steps.find(({ status }) => status === 'finished')?.id ?? '';
}

async function responseOf(by: Call['by']): Promise<string> {
  const { answered } = (await ask(getSitting, { by })) as { answered: { id: string }[] };
  return answered[0]?.id ?? '';
}

/** Every answer to the form that is asked for at the start. */
async function symptoms() {
  const file = path.join(import.meta.dirname, '../../../programmes/ibs/forms/symptoms.json');
  return demoAnswers(JSON.parse(await readFile(file, 'utf8')) as Questionnaire, 0.5);
}

async function nextStepOf(by: Call['by']): Promise<string> {
  const { cards } = (await ask(getToday, { by })) as { cards: { kind: string; stepId?: string }[] };
  return cards.find(({ kind }) => kind === 'next-step')?.stepId ?? '';
}

/** Of somebody whom the organisation does not know yet. */
async function invitationOf(born: string) {
  const { programmes } = (await ask(listProgrammes, { by: 'ingrid' })) as {
    programmes: { versionId: string; eligibility: { id: string }[] }[];
  };
  return {
    number: generateSynthetic('NO', born, 0),
    given: 'Turid',
    family: 'Strøm',
    language: 'nb',
    versionId: programmes[0]?.versionId,
    startsOn: new Date().toISOString().slice(0, 10),
    answers: programmes[0]?.eligibility.map(({ id }) => ({ id, met: true })),
  };
}
