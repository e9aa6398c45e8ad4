import { randomUUID } from 'node:crypto';
import { findPatients, getPatientPage, getWorklist, handleWork, windClock } from '@skute/clinics/contract';
import { acceptInvitation, getSteering, getToday, openStep, steer } from '@skute/treatment/contract';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
let ingrid: SignedIn;
beforeAll(async () => {
  server = await testServer();
  ingrid = await server.as('ingrid');
}, 60_000);
afterAll(() => server.stop());

async function treatmentOf(search: string): Promise<string> {
  const found = await ingrid.call(findPatients, { body: { search } });
  const [row] = (found.body as { rows: { treatmentId: string }[] }).rows;
  if (!row) throw new Error(`${search} is not found`);
  return row.treatmentId;
}

async function count(sql: string): Promise<number> {
  const { rows } = await server.db.ownerPool.query<{ n: number }>(`
    select set_config('app.tenant_id', '${ingrid.tenantId}', false)`);
  expect(rows).toHaveLength(1);
  const counted = await server.db.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
  return counted.rows[0]?.n ?? -1;
}

describe('a keyed write', () => {
  test('done twice with the same key is done once, and answered alike', async () => {
    const treatmentId = await treatmentOf('ola');
    const asked = {
      params: { treatmentId },
      body: { act: 'hide-step', stepId: 'movement', reason: 'Venter til etter ferien' },
      key: randomUUID(),
    };
    const [first, second] = [await ingrid.call(steer, asked), await ingrid.call(steer, asked)];
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await count(`treatment.event where kind = 'step-hidden' and about = 'movement'`)).toBe(1);
  });

  test('done ten times at once is done once', async () => {
    const kari = await server.as('kari');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => kari.call(acceptInvitation, { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(
      await count(
        `treatment.event e join treatment.treatment t on t.id = e.treatment_id where e.kind = 'accepted' and t.patient_id = '${kari.personId}'`,
      ),
    ).toBe(1);
  });

  test('with a key that was used for something else is refused, and changes nothing', async () => {
    const treatmentId = await treatmentOf('amina');
    const key = randomUUID();
    const first = await ingrid.call(steer, {
      params: { treatmentId },
      body: { act: 'pause', reason: 'Operasjon' },
      key,
    });
    expect(first.status).toBe(200);
    const other = await ingrid.call(steer, { params: { treatmentId }, body: { act: 'resume' }, key });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-used-for-another-request' } });
    const now = await ingrid.call(getSteering, { params: { treatmentId } });
    expect(now.body).toMatchObject({ treatment: { status: 'paused' } });
  });

  test('without a key is refused, and says where the key goes', async () => {
    const answered = await ingrid.ask('POST', '/api/clinic/clock', { body: { forwardHours: 1 } });
    expect(answered).toMatchObject({
      status: 400,
      body: { problems: [{ where: 'header Idempotency-Key' }] },
    });
  });

  test('that was refused may be tried again with the same key when it can be done', async () => {
    const treatmentId = await treatmentOf('ola');
    const key = randomUUID();
    const resume = { params: { treatmentId }, body: { act: 'resume' }, key };
    expect((await ingrid.call(steer, resume)).status).toBe(409);
    await ingrid.call(steer, { params: { treatmentId }, body: { act: 'pause', reason: 'Reise' } });
    expect((await ingrid.call(steer, resume)).status).toBe(200);
  });
});

describe('the access log', () => {
  const allowed = `log.entry where outcome = 'allowed' and tenant_id = access.current_tenant()`;

  test('has one row more for each answer about a patient, and none for the session', async () => {
    const ola = await server.as('ola');
    const before = await count(allowed);
    await ola.call(getToday);
    await ola.call(openStep, { params: { stepId: 'welcome' } });
    await ingrid.call(getWorklist);
    await ola.ask('GET', '/api/session');
    expect((await count(allowed)) - before).toBe(3);
  });

  test('has the refused attempts too, and says nothing in them of the one who was asked for', async () => {
    const before = await count(`log.entry where outcome = 'refused'`);
    const morten = await server.as('morten');
    await morten.call(getSteering, { params: { treatmentId: await treatmentOf('ola') } });
    expect((await count(`log.entry where outcome = 'refused' and patient_id is null`)) - before).toBe(1);
  });

  test('holds back everything when it can’t be written: 503, and nothing has changed', async () => {
    const treatmentId = await treatmentOf('hanne');
    const before = await count('treatment.event');
    await server.db.ownerPool.query('revoke insert on log.entry from skute_app');
    try {
      const read = await ingrid.call(getSteering, { params: { treatmentId } });
      const written = await ingrid.call(steer, { params: { treatmentId }, body: { act: 'resume' } });
      for (const answered of [read, written]) {
        expect(answered).toMatchObject({ status: 503, body: { code: 'unavailable' } });
        expect(Object.keys(answered.body as object)).not.toContain('treatment');
      }
    } finally {
      await server.db.ownerPool.query('grant insert on log.entry to skute_app');
    }
    expect(await count('treatment.event')).toBe(before);
    expect((await ingrid.call(getSteering, { params: { treatmentId } })).body).toMatchObject({
      treatment: { status: 'paused' },
    });
  });
});

describe('work', () => {
  test('that is done leaves the list, and comes back when that is undone', async () => {
    type List = { rows: { treatmentId: string; work: { kind: string; occurrence: string }[] }[] };
    const rows = async (): Promise<List['rows']> => ((await ingrid.call(getWorklist)).body as List).rows;
    const row = (await rows()).find(({ work }) => work.some(({ kind }) => kind === 'invitation-lapsed'));
    if (!row) throw new Error('nobody has lapsed');
    const items = row.work.map(({ kind, occurrence }) => ({ kind, occurrence }));
    const act = (outcome: string) =>
      ingrid.call(handleWork, { params: { treatmentId: row.treatmentId }, body: { items, outcome } });
    expect((await act('done')).status).toBe(200);
    expect((await rows()).map(({ treatmentId }) => treatmentId)).not.toContain(row.treatmentId);
    await act('reopened');
    expect((await rows()).map(({ treatmentId }) => treatmentId)).toContain(row.treatmentId);
  });

  test('put off wants a date', async () => {
    const body = { items: [{ kind: 'no-activity', occurrence: 'x' }], outcome: 'later' };
    const answered = await ingrid.call(handleWork, {
      params: { treatmentId: await treatmentOf('jorunn') },
      body,
    });
    expect(answered).toMatchObject({ status: 422, body: { code: 'later-needs-date' } });
  });
});

describe('a note about work', () => {
  test('can be read again on the patient page, with who wrote it', async () => {
    const treatmentId = await treatmentOf('jorunn');
    const body = {
      items: [{ kind: 'no-activity', occurrence: 'n' }],
      outcome: 'done',
      note: 'Snakket med henne',
    };
    expect((await ingrid.call(handleWork, { params: { treatmentId }, body })).status).toBe(200);
    const page = await ingrid.call(getPatientPage, { params: { treatmentId } });
    const { handled } = page.body as { handled: object[] };
    expect(handled[0]).toMatchObject({
      kind: 'no-activity',
      outcome: 'done',
      note: 'Snakket med henne',
      by: expect.stringContaining('Ingrid'),
    });
  });
});

describe('an attempt at somebody else’s door', () => {
  test('is in the log, with who tried', async () => {
    const siv = await server.as('siv');
    const rows = `log.entry where outcome = 'refused' and actor_id = '${siv.personId}' and act = 'clinic.worklist'`;
    expect((await siv.call(getWorklist)).status).toBe(403);
    expect(await count(rows)).toBe(1);
  });
});

describe('the practice clock', () => {
  test('goes forward and never back, and takes the treatment with it', async () => {
    const elsa = await server.as('elsa');
    const nils = await server.as('nils');
    const dayOf = async (): Promise<number> =>
      ((await nils.call(getToday)).body as { treatment: { day: number } }).treatment.day;
    const before = await dayOf();
    expect((await elsa.call(windClock, { body: { forwardHours: 7 * 24 } })).status).toBe(200);
    expect(await dayOf()).toBe(before + 7);
    for (const forwardHours of [0, -24, 1.5, 1e9]) {
      expect((await elsa.call(windClock, { body: { forwardHours } })).status, String(forwardHours)).toBe(400);
    }
  });

  test('stops two years ahead', async () => {
    const elsa = await server.as('elsa');
    const wind = (days: number) => elsa.call(windClock, { body: { forwardHours: days * 24 } });
    expect((await wind(366)).status).toBe(200);
    expect((await wind(350)).status).toBe(200);
    expect(await wind(366)).toMatchObject({ status: 422, body: { code: 'clock-too-far' } });
  });
});
