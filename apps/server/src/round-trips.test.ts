/**
 * How often each act waits for the database. A count does not depend on the machine, so it is the count that is held to:
 * a round trip more is what makes an act slow where the database is far away (docs/performance.md).
 */
import { createSessions } from '@skute/access';
import { getSession, savePreferences } from '@skute/access/contract';
import { findPatients, listProgrammes } from '@skute/clinics/contract';
import { generateSynthetic } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { getToday } from '@skute/treatment/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const most = 3;

/** Inviting asks one thing after the other, and makes a key on the way. Known, and more than it should be. */
const known: Record<string, number> = { invite: 6 };

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
  };
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
    expect(Object.fromEntries(tooMany)).toEqual(known);
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
