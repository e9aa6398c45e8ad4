import { findPatients, getPatientPage, getWorklist, handleWork, lookUpPerson } from '@skute/clinics/contract';
import { patientNamed } from '@skute/server';
import { getSteering, previewStep, steer } from '@skute/treatment/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import type { SignedIn } from '../src/server.ts';
import { seesNo, seesWords } from './verbs.ts';

const harbour = journeys();
const nowhere = '99999999-9999-4999-8999-999999999999';
const refused = /^Dette finnes ikke, eller du behandler ikke denne pasienten\./;
let olas = '';

beforeAll(async () => {
  const ingrid = await harbour.server.as('ingrid');
  const found = await ingrid.call(findPatients, { body: { search: 'Ola' } });
  olas = (found.body as { rows: { treatmentId: string }[] }).rows[0]?.treatmentId ?? '';
  expect(olas).not.toBe('');
});

describe.each([
  { key: 'morten', who: 'a colleague without a care relation' },
  { key: 'elsa', who: 'a dietitian of another organisation' },
])('$who', ({ key }) => {
  test('finds nothing at Ingrid’s patient’s addresses in the portal', async () => {
    const { page, watch } = await harbour.arrive('desk', { as: key });
    watch.expect(404, /\/api\/clinic\/treatments\//);
    const title = key === 'elsa' ? /^Det här finns inte, eller du behandlar inte/ : refused;
    for (const tab of ['overview', 'programme', 'programme?step=welcome']) {
      await page.goto(`/clinic/treatments/${olas}/${tab}`);
      await seesWords(page, title);
      await seesNo(page.getByText('Ola Bris'));
    }
  });

  test('is answered by the API as if the patient did not exist', async () => {
    const stranger = await harbour.server.as(key);
    const asked = await Promise.all(answersAbout(stranger, olas));
    const absent = await Promise.all(answersAbout(stranger, nowhere));
    expect(asked.map(({ status }) => status)).toEqual(absent.map(() => 404));
    const saidOf = (answers: typeof asked) =>
      answers.map(({ body }) => ({ ...(body as object), requestId: '' }));
    expect(saidOf(asked)).toEqual(saidOf(absent));
  });

  test('sees nobody of hers in a list or a search', async () => {
    const stranger = await harbour.server.as(key);
    const { number } = patientNamed('ola');
    const searches = ['', 'Ola', 'Bris', number].map((search) =>
      stranger.call(findPatients, { body: { search } }),
    );
    const lists = ['mine', 'all'].map((split) => stranger.ask('GET', `${getWorklist.path}?split=${split}`));
    const said = JSON.stringify((await Promise.all([...searches, ...lists])).map(({ body }) => body));
    expect(said).not.toMatch(/Ola|Amina|Jorunn|Tomas/);
    expect(said).not.toContain(olas);
  });
});

test('a number that is known in Norway is nobody’s in another organisation', async () => {
  const asked = { body: { number: patientNamed('ola').number } };
  const ingrid = await (await harbour.server.as('ingrid')).call(lookUpPerson, asked);
  const elsa = await (await harbour.server.as('elsa')).call(lookUpPerson, asked);
  expect(ingrid.body).toMatchObject({ known: true, name: 'Ola Bris' });
  expect(elsa.body).toEqual({ known: false, born: '1986-11-02' });
});

test('the attempts that people are told are logged, are logged', async () => {
  const { personId, tenantId } = await harbour.server.as('morten');
  const { rows } = await harbour.server.db.ownerPool.query<{ act: string }>(
    `select distinct act from log.entry where tenant_id = $1 and actor_id = $2 and outcome <> 'allowed'`,
    [tenantId, personId],
  );
  const acts = [getPatientPage, getSteering, previewStep, steer, handleWork].map(({ audit }) => audit);
  expect(rows.map(({ act }) => act)).toEqual(expect.arrayContaining(acts));
});

/** Everything that can be asked about one treatment. */
function answersAbout(who: SignedIn, treatmentId: string) {
  const params = { treatmentId, stepId: 'welcome' };
  const items = [{ kind: 'no-activity', occurrence: '1' }];
  return [
    who.call(getPatientPage, { params }),
    who.call(getSteering, { params }),
    who.call(previewStep, { params }),
    who.call(steer, { params, body: { act: 'pause', reason: 'nysgjerrig' } }),
    who.call(handleWork, { params, body: { items, outcome: 'done' } }),
  ];
}
