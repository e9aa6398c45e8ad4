import { isPolicy, policies } from '@skute/access';
import { sessionRoutes } from '@skute/access/contract';
import { findPatients } from '@skute/clinics/contract';
import { getPaperDraft, type PaperDraft, type SentLine, sendPaper } from '@skute/papers/contract';
import type { Route } from '@skute/platform/contract';
import { getSitting } from '@skute/treatment/contract';
import { type Answered, type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from './testing/access-table.ts';

/** Everybody in the table of docs/access.md, seen from Ola. */
const cast = {
  nobody: null,
  'the patient': 'ola',
  'another patient': 'amina',
  'patient elsewhere': 'nils',
  'her clinician': 'ingrid',
  colleague: 'morten',
  administrator: 'siv',
  'clinician elsewhere': 'elsa',
} as const;
type Who = keyof typeof cast;
type Cell = 'ok' | 'own' | '401' | '403' | '404';

const table = accessTable<Who, Cell>('# Access');

let server: TestServer;
let ola: { treatmentId: string; patientId: string };
/** Of Ola’s, that her clinician has sent. */
let note: { paperId: string; deliveryId: string };
const people = new Map<Who, SignedIn>();

beforeAll(async () => {
  server = await testServer();
  for (const [who, key] of Object.entries(cast))
    people.set(who as Who, key ? await server.as(key) : server.nobody);
  const found = await person('her clinician').call(findPatients, { body: { search: 'ola bris' } });
  const [row] = (found.body as { rows: (typeof ola)[] }).rows;
  if (!row) throw new Error('Ola is not found');
  ola = row;
  note = await aSentNote();
}, 60_000);
afterAll(() => server.stop());

describe('the table of docs/access.md', () => {
  test('knows every policy, and every route has one of them', () => {
    expect([...table.keys(), 'public'].toSorted()).toEqual(Object.keys(policies).toSorted());
    for (const route of allRoutes()) expect(isPolicy(route.policy), route.name).toBe(true);
  });

  test('holds for every route and everybody', async () => {
    const wrong: string[] = [];
    for (const route of allRoutes().filter(({ name }) => !endsSession.has(name))) {
      for (const who of Object.keys(cast) as Who[]) {
        const expected = table.get(route.policy)?.get(who);
        const answered = await askAs(who, route, ola.treatmentId);
        if (!expected || !fits(expected, who, answered)) {
          wrong.push(`${route.name} as ${who}: expected ${expected}, got ${answered.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('foreign and absent get the very same answer', async () => {
    const absent = '99999999-9999-4999-8999-999999999999';
    for (const route of allRoutes().filter(({ policy }) => policy === 'treats-patient')) {
      for (const who of ['colleague', 'clinician elsewhere', 'another patient'] as const) {
        const [foreign, missing] = [
          await askAs(who, route, ola.treatmentId),
          await askAs(who, route, absent),
        ];
        expect(plain(foreign), `${route.name} as ${who}`).toEqual(plain(missing));
      }
    }
  });

  test('is a table that can be broken: a wrong cell is noticed', async () => {
    const route = allRoutes().find(({ name }) => name === 'getSteering') as Route;
    expect(fits('404', 'her clinician', await askAs('her clinician', route, ola.treatmentId))).toBe(false);
    expect(fits('ok', 'colleague', await askAs('colleague', route, ola.treatmentId))).toBe(false);
  });
});

function allRoutes(): Route[] {
  return [...server.app.served.map(({ route }) => route), ...sessionRoutes];
}

function person(who: Who): SignedIn {
  const found = people.get(who);
  if (!found) throw new Error(who);
  return found;
}

async function askAs(who: Who, route: Route, treatmentId: string): Promise<Answered> {
  const params = {
    treatmentId,
    stepId: 'welcome',
    formId: 'week',
    responseId: await responseFor(who),
    kind: 'end-note',
    ...note,
  };
  return person(who).call(route, { params, body: bodies[route.name] ?? {} });
}

async function aSentNote(): Promise<typeof note> {
  const params = { treatmentId: ola.treatmentId, kind: 'start-note' };
  const clinician = person('her clinician');
  const draft = (await clinician.call(getPaperDraft, { params })).body as PaperDraft;
  const body = {
    basedOn: draft.number,
    language: draft.paper.language,
    fingerprint: draft.fingerprint,
    recipients: [{ to: 'record' }],
  };
  const { paperId, deliveries } = (await clinician.call(sendPaper, { params, body })).body as SentLine;
  return { paperId, deliveryId: deliveries[0]?.id ?? '' };
}

/** A patient asks for an answer of their own, and everybody else for one of Ola’s. */
async function responseFor(who: Who): Promise<string> {
  const asker = who.includes('patient') ? person(who) : person('the patient');
  const { answered } = (await asker.call(getSitting)).body as { answered: { id: string }[] };
  return answered[0]?.id ?? '';
}

/** After these the session’s cookie is another, or none; `sessions.test.ts` looks at them. */
const endsSession = new Set(['signOut', 'setSharedDevice']);

/** A body that each write takes. */
const bodies: Record<string, unknown> = {
  bookmarkStep: { on: false },
  steer: { act: 'hold-rule', ruleId: 'silence', reason: 'Avtalt pause' },
  handleWork: { items: [{ kind: 'no-activity', occurrence: 'x' }], outcome: 'done' },
  findPatients: { search: 'ola' },
  lookUpPerson: { number: 'not a number' },
  invite: {
    number: 'not a number',
    language: 'nb',
    versionId: '99999999-9999-4999-8999-999999999999',
    startsOn: '2026-01-01',
    answers: [],
  },
  windClock: { forwardHours: 1 },
  savePaperDraft: { basedOn: 0, language: 'nb', parts: [] },
  sendPaper: { basedOn: 7, language: 'nb', fingerprint: 'x', recipients: [{ to: 'record' }] },
  keepFormDraft: { basedOn: 0, device: 'phone', response: { resourceType: 'QuestionnaireResponse' } },
  sendForm: { beganAt: null, response: { resourceType: 'QuestionnaireResponse' } },
  savePreferences: { language: 'nb', textSize: 'md', theme: 'auto', welcomed: true },
};

/** `own` lets in too, but nothing of Ola's may be in the answer. A refusal by the state of things is not one of access. */
function fits(expected: Cell, who: Who, { status, body }: Answered): boolean {
  const letIn = ![401, 403, 404].includes(status) && status < 500;
  const holdsOla =
    JSON.stringify(body ?? '').includes(ola.patientId) ||
    JSON.stringify(body ?? '').includes(ola.treatmentId);
  const mayHoldOla = who === 'the patient' || who === 'her clinician';
  if (holdsOla && !mayHoldOla) return false;
  return expected === 'ok' || expected === 'own' ? letIn : status === Number(expected);
}

function plain({ status, body }: Answered): unknown {
  const { requestId: _, ...rest } = body as { requestId?: string };
  return { status, ...rest };
}
