import { findPatients, invite, listProgrammes, lookUpPerson } from '@skute/clinics/contract';
import { generateSynthetic } from '@skute/identity';
import { patientNamed } from '@skute/server';
import { type Answered, type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTable } from './testing/access-table.ts';
import { type Asks, asksOf, outsiders } from './testing/outsiders.ts';

const table = accessTable<Column, string>('## Looking up and inviting');

type Column =
  | 'look up Ola'
  | 'look up a stranger'
  | 'look up a slip of the hand'
  | 'invite Ola'
  | 'invite a stranger'
  | 'invite to a programme elsewhere';

interface Programme {
  readonly versionId: string;
  readonly eligibility: readonly { readonly id: string }[];
}

let server: TestServer;
let ola: { readonly treatmentId: string; readonly patientId: string };
let here: Programme;
let elsewhere: Programme;
let who: Record<string, Asks>;

beforeAll(async () => {
  server = await testServer();
  const [ingrid, elsa] = [await server.as('ingrid'), await server.as('elsa')];
  const found = await ingrid.call(findPatients, { body: { search: 'ola bris' } });
  ola = (found.body as { rows: (typeof ola)[] }).rows[0] ?? ola;
  here = await programmeOf(ingrid);
  elsewhere = await programmeOf(elsa);
  const { atOtherUnit, hasLeft } = await outsiders(server);
  who = {
    nobody: asksOf(server.nobody),
    'the patient': asksOf(await server.as('ola')),
    'another patient': asksOf(await server.as('amina')),
    'her clinician': asksOf(ingrid),
    colleague: asksOf(await server.as('morten')),
    'clinician at another unit': atOtherUnit,
    administrator: asksOf(await server.as('siv')),
    'clinician whose role has ended': hasLeft,
    'clinician elsewhere': asksOf(elsa),
  };
}, 60_000);
afterAll(() => server.stop());

async function programmeOf(clinician: SignedIn): Promise<Programme> {
  const { body } = await clinician.call(listProgrammes);
  const [first] = (body as { programmes: Programme[] }).programmes;
  if (!first) throw new Error('no programme to give');
  return first;
}

test('everybody gets what the table says, and only those who may know of Ola are told of him', async () => {
  expect(Object.keys(who)).toEqual([...table.keys()]);
  for (const [name, asks] of Object.entries(who)) {
    const got: Record<string, string> = {};
    for (const [column, ask] of Object.entries(asking(name === 'clinician elsewhere'))) {
      const answered = await ask(asks);
      got[column] = wordOf(answered);
      const tellsOfOla = /Ola|Bris/.test(JSON.stringify(answered.body)) || holdsIdOfOla(answered);
      expect(tellsOfOla, `${name}, ${column}`).toBe(got[column] === 'known');
    }
    expect(got, name).toEqual(Object.fromEntries(table.get(name) ?? []));
  }
});

test('every look-up of Ola is in the log with his id, and every attempt of one who may not is there as refused', async () => {
  const rows = await logged('clinic.look-up');
  const allowed = rows.filter(({ outcome, patient }) => outcome === 'allowed' && patient === ola.patientId);
  expect(allowed).toHaveLength(
    [...table.values()].filter((row) => row.get('look up Ola') === 'known').length,
  );
  // Three look-ups by each who was turned away; of nobody at all there is no name to log.
  const turnedAway = [...table].filter(([name, row]) => name !== 'nobody' && isNo(row.get('look up Ola')));
  const slips = [...table].filter(
    ([name, row]) => name !== 'clinician elsewhere' && row.get('look up a slip of the hand') === '422',
  );
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  expect(refused).toHaveLength(turnedAway.length * 3 + slips.length);
});

function isNo(cell: string | undefined): boolean {
  return cell === '403' || cell === '404';
}

let strangers = 0;

/** A number that nobody has asked for before. */
function stranger(): string {
  strangers += 1;
  return generateSynthetic('NO', '1969-04-05', strangers);
}

function asking(isElsewhere: boolean): Record<Column, (asks: Asks) => Promise<Answered>> {
  const own = isElsewhere ? elsewhere : here;
  const others = isElsewhere ? here : elsewhere;
  const { number } = patientNamed('ola');
  const slip = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
  const lookUp = (text: string) => (asks: Asks) => asks(lookUpPerson, { body: { number: text } });
  const give = (text: string, programme: Programme) => (asks: Asks) =>
    asks(invite, { body: invitation(text, programme) });
  return {
    'look up Ola': lookUp(number),
    'look up a stranger': lookUp(stranger()),
    'look up a slip of the hand': lookUp(slip),
    'invite Ola': give(number, own),
    'invite a stranger': give(stranger(), own),
    'invite to a programme elsewhere': give(stranger(), others),
  };
}

function invitation(number: string, { versionId, eligibility }: Programme) {
  return {
    number,
    given: 'Hege',
    family: 'Holme',
    language: 'nb',
    versionId,
    startsOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
    answers: eligibility.map(({ id }) => ({ id, met: true })),
  };
}

function wordOf({ status, body }: Answered): string {
  if (status !== 200) return String(status);
  return (body as { known: boolean }).known ? 'known' : 'unknown';
}

function holdsIdOfOla({ body }: Answered): boolean {
  const text = JSON.stringify(body);
  return text.includes(ola.patientId) || text.includes(ola.treatmentId);
}

async function logged(act: string): Promise<{ outcome: string; patient: string | null }[]> {
  const tenantId = (await server.as('ingrid')).tenantId;
  const results = await server.db.ownerPool.query(`
    select set_config('app.tenant_id', '${tenantId}', false);
    select outcome, patient_id as patient from log.entry where tenant_id = '${tenantId}' and act = '${act}'`);
  return (results as unknown as { rows: { outcome: string; patient: string | null }[] }[]).at(-1)?.rows ?? [];
}
