import { randomUUID } from 'node:crypto';
import { generateSynthetic } from '@skute/identity';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPatients, handleWork, invite, listProgrammes, lookUpPerson } from '../contract.ts';

let server: TestServer;
let ingrid: SignedIn;
let versionId: string;
let lines: string[];
beforeAll(async () => {
  server = await testServer();
  ingrid = await server.as('ingrid');
  const { body } = await ingrid.call(listProgrammes);
  const [programme] = (body as { programmes: { versionId: string; eligibility: { id: string }[] }[] })
    .programmes;
  if (!programme) throw new Error('no programme to give');
  versionId = programme.versionId;
  lines = programme.eligibility.map(({ id }) => id);
}, 120_000);
afterAll(() => server.stop());

const number = generateSynthetic('NO', '1971-06-05', 3);
const give = (changes: object = {}) =>
  ingrid.call(invite, {
    key: randomUUID(),
    body: {
      number,
      given: 'Hege',
      family: 'Holme',
      language: 'nb',
      versionId,
      startsOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
      answers: lines.map((id) => ({ id, met: true })),
      ...changes,
    },
  });
const lookedUp = async () => (await ingrid.call(lookUpPerson, { body: { number } })).body;

/** As the owner of the database, in the clinic's organisation. */
async function sql<Row>(text: string): Promise<Row[]> {
  const results = await server.db.ownerPool.query(
    `select set_config('app.tenant_id', '${ingrid.tenantId}', false); ${text}`,
  );
  return (results as unknown as { rows: Row[] }[]).at(-1)?.rows ?? [];
}

describe('inviting', () => {
  test('is refused while the patient has a treatment, and replaces an invitation that has lapsed', async () => {
    const first = await give();
    expect(first.status).toBe(201);
    expect(await give()).toMatchObject({ status: 409, body: { code: 'has-treatment' } });
    expect(await lookedUp()).toMatchObject({ known: true, hasTreatment: true });
    const { patientId, treatmentId } = first.body as { patientId: string; treatmentId: string };
    await sql(`
      update treatment.treatment set invited_at = now() - interval '40 days' where id = '${treatmentId}';
      update treatment.event set at = now() - interval '40 days' where treatment_id = '${treatmentId}'`);
    expect(await lookedUp()).toMatchObject({ known: true, hasTreatment: false });
    expect(await give()).toMatchObject({ status: 201, body: { patientId } });
    const relations = await sql(
      `select id from access.care_relation where patient_id = '${patientId}' and to_at is null`,
    );
    expect(relations).toHaveLength(1);
  });

  test('from two desks at once is done once', async () => {
    const other = { number: generateSynthetic('NO', '1972-06-05', 3) };
    const both = await Promise.all([give(other), give(other)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409']);
  });

  test('gives only what is active now', async () => {
    const other = { number: generateSynthetic('NO', '1973-06-05', 3) };
    const refused = { status: 422, body: { code: 'programme-not-here' } };
    expect(await give({ ...other, versionId: randomUUID() })).toMatchObject(refused);
    await sql(`update programmes.version set withdrawn_at = now() where id = '${versionId}'`);
    expect(await give(other)).toMatchObject(refused);
    await sql(`update programmes.version set withdrawn_at = null where id = '${versionId}'`);
    expect((await give(other)).status).toBe(201);
  });

  test('does not call a database that fails a missing programme', async () => {
    await sql('alter table programmes.version rename to version_away');
    const { status } = await give({
      number: generateSynthetic('NO', '1974-06-05', 3),
      versionId: randomUUID(),
    });
    await sql('alter table programmes.version_away rename to version');
    expect(status).toBeGreaterThanOrEqual(500);
  });
});

test('a colleague’s answer to handling work is that of a treatment that is not there', async () => {
  const { body } = await ingrid.call(findPatients, { body: { search: 'ola' } });
  const treatmentId = (body as { rows: { treatmentId: string }[] }).rows[0]?.treatmentId ?? '';
  const colleague = await server.as('morten');
  const items = [{ kind: 'no-activity', occurrence: 'x' }];
  for (const handled of [{ outcome: 'done' }, { outcome: 'later' }, { outcome: 'reopened' }]) {
    const answers = await Promise.all(
      [treatmentId, randomUUID()].map((id) =>
        colleague.call(handleWork, {
          params: { treatmentId: id },
          body: { items, ...handled },
          key: randomUUID(),
        }),
      ),
    );
    const [there, nowhere] = answers.map(({ status, body: said }) => ({
      status,
      ...(said as object),
      requestId: null,
    }));
    expect(there).toEqual(nowhere);
    expect([404, 422]).toContain(there?.status);
  }
});
