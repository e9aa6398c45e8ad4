import { randomUUID } from 'node:crypto';
import { createOrganisation } from '@skute/access';
import { inTenant, type TenantTx } from '@skute/platform/db';
import { localWrapper, openKeyStore } from '@skute/platform/keys';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findByHpr,
  findByNumber,
  forgetPerson,
  generateSynthetic,
  type Identity,
  identitiesOf,
  registerPerson,
  renamePerson,
  searchPatients,
} from './index.ts';
import { rawTables, writings } from './testing/raw-tables.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const bergen = randomUUID();
const skane = randomUUID();
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await createOrganisation(db.ownerPool, {
    id: bergen,
    slug: 'bergen',
    name: 'Bergen',
    country: 'NO',
    organisationNumber: '1',
  });
  await createOrganisation(db.ownerPool, {
    id: skane,
    slug: 'skane',
    name: 'Skåne',
    country: 'SE',
    organisationNumber: '2',
  });
});
afterAll(() => db.close());

const inBergen = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(db.pool, bergen, work);

let serial = 0;
function aPatient(name: Partial<Identity> = {}): Identity {
  serial += 1;
  const number = generateSynthetic('NO', '1985-07-09', serial);
  return { given: 'Kari', family: 'Nordmann', born: '1985-07-09', number, numberKind: 'fnr', ...name };
}
async function registered(identity: Identity, kind: 'patient' | 'staff' = 'patient'): Promise<string> {
  const result = await inBergen((tx) =>
    registerPerson(tx, db.keys, { id: randomUUID(), kind, identity, now }),
  );
  if ('refused' in result) throw new Error(result.refused);
  return result.id;
}

describe('a registered person', () => {
  test('is found by number, and reads as registered', async () => {
    const identity = aPatient({ given: 'Åse Marie', family: 'Brønnøy-Dahl' });
    const id = await registered(identity);
    expect(await inBergen((tx) => findByNumber(tx, db.keys, 'patient', identity.number))).toBe(id);
    expect(await inBergen((tx) => identitiesOf(tx, db.keys, [id, randomUUID()]))).toEqual(
      new Map([[id, identity]]),
    );
  });

  test('is nobody’s of another organisation, and another kind’s number is another number', async () => {
    const identity = aPatient();
    const id = await registered(identity);
    expect(await inBergen((tx) => findByNumber(tx, db.keys, 'staff', identity.number))).toBeUndefined();
    await inTenant(db.pool, skane, async (tx) => {
      expect(await findByNumber(tx, db.keys, 'patient', identity.number)).toBeUndefined();
      expect(await searchPatients(tx, db.keys, 'kari')).toEqual(new Set());
      expect(await identitiesOf(tx, db.keys, [id])).toEqual(new Map());
    });
  });

  test('of the staff is found by HPR number, and not among patients', async () => {
    const identity = aPatient({
      given: 'Ragnhild',
      family: 'Kostrådgiver',
      hpr: '9144900',
      title: 'Klinisk ernæringsfysiolog',
    });
    const id = await registered(identity, 'staff');
    expect(await inBergen((tx) => findByHpr(tx, db.keys, '9144900'))).toBe(id);
    expect(await inBergen((tx) => findByHpr(tx, db.keys, identity.number))).toBeUndefined();
    expect(await inBergen((tx) => searchPatients(tx, db.keys, 'ragnhild'))).toEqual(new Set());
  });
});

describe('a number', () => {
  test('has one person of a kind: the second is refused and told who has it', async () => {
    const identity = aPatient();
    const first = await registered(identity);
    const second = randomUUID();
    const again = await inBergen((tx) =>
      registerPerson(tx, db.keys, {
        id: second,
        kind: 'patient',
        identity: { ...identity, given: 'Ola' },
        now,
      }),
    );
    expect(again).toEqual({ refused: 'already-known', personId: first });
    expect(await db.keys.find(bergen, second)).toBeUndefined();
    expect(await inBergen((tx) => identitiesOf(tx, db.keys, [first, second]))).toEqual(
      new Map([[first, identity]]),
    );
    expect(await registered(identity, 'staff')).not.toBe(first);
  });

  test('that two register in the same moment goes to one of them', async () => {
    const identity = aPatient();
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        inBergen((tx) => registerPerson(tx, db.keys, { id: randomUUID(), kind: 'patient', identity, now })),
      ),
    );
    const [winner, ...others] = results.flatMap((result) => ('id' in result ? [result.id] : []));
    expect(others).toEqual([]);
    const refused = { refused: 'already-known', personId: winner };
    expect(results.filter((result) => 'refused' in result)).toEqual(Array.from({ length: 5 }, () => refused));
  });

  test('of a colleague’s HPR is taken too, and then nothing of the new person remains', async () => {
    const first = await registered(aPatient({ hpr: '7777777' }), 'staff');
    const other = aPatient({ hpr: '7777777' });
    const result = await inBergen((tx) =>
      registerPerson(tx, db.keys, { id: randomUUID(), kind: 'staff', identity: other, now }),
    );
    expect(result).toEqual({ refused: 'already-known', personId: first });
    expect(await inBergen((tx) => findByNumber(tx, db.keys, 'staff', other.number))).toBeUndefined();
  });
});

describe('a search', () => {
  const search = (text: string) => inBergen((tx) => searchPatients(tx, db.keys, text, '2026-11-21'));

  test('finds by the beginnings of all words, in any order and spelling', async () => {
    const id = await registered(aPatient({ given: 'Bjørn-Åge', family: "D'Artagnan Møller" }));
    for (const text of ['bjørn', 'BJ', 'björn aage', 'møl bjø', 'moeller', 'artagnan', 'åge d’a']) {
      expect((await search(text)).has(id), text).toBe(true);
    }
    for (const text of ['bjørnulf', 'bjørn hansen', 'jørn', 'moller', 'age', 'b', '']) {
      expect((await search(text)).has(id), text).toBe(false);
    }
  });

  test('looks at the first twelve letters of a word', async () => {
    const id = await registered(aPatient({ family: 'Christoffersdatter' }));
    expect((await search('Christoffersdatter')).has(id)).toBe(true);
    expect((await search('christoffersen')).has(id)).toBe(true);
    expect((await search('christoffe')).has(id)).toBe(true);
  });

  test('with six digits or more is for the whole number', async () => {
    const identity = aPatient();
    const id = await registered(identity);
    expect(await search(`${identity.number.slice(0, 6)} ${identity.number.slice(6)}`)).toEqual(new Set([id]));
    expect(await search(identity.number.slice(0, 6))).toEqual(new Set());
    const swede = generateSynthetic('SE', '1985-07-09', 0);
    const second = await registered(aPatient({ number: swede, numberKind: 'personnummer' }));
    expect(await search('850709-9805')).toEqual(new Set([second]));
  });
});

describe('a new name', () => {
  test('is found instead of the old one; the number stays', async () => {
    const identity = aPatient({ given: 'Gunnvor', family: 'Gammelnavn' });
    const id = await registered(identity);
    await inBergen((tx) => renamePerson(tx, db.keys, id, { given: 'Gunnvor', family: 'Nynavn' }));
    await inBergen(async (tx) => {
      expect((await searchPatients(tx, db.keys, 'gunnvor nynavn')).has(id)).toBe(true);
      expect((await searchPatients(tx, db.keys, 'gammel')).has(id)).toBe(false);
      expect(await findByNumber(tx, db.keys, 'patient', identity.number)).toBe(id);
      expect((await identitiesOf(tx, db.keys, [id])).get(id)).toEqual({ ...identity, family: 'Nynavn' });
    });
  });

  test('of somebody unknown is refused', async () => {
    const rename = inBergen((tx) => renamePerson(tx, db.keys, randomUUID(), { given: 'A', family: 'B' }));
    expect(await rename).toEqual({ refused: 'not-found' });
  });
});

describe('a forgotten person', () => {
  test('is found by nothing, and no token is left', async () => {
    const identity = aPatient({ given: 'Glemt', family: 'Pasient' });
    const id = await registered(identity);
    await inBergen(async (tx) => forgetPerson(tx, id));
    await inBergen(async (tx) => {
      expect(await findByNumber(tx, db.keys, 'patient', identity.number)).toBeUndefined();
      expect((await searchPatients(tx, db.keys, 'glemt')).size).toBe(0);
    });
    const tables = await rawTables(db.pool, bergen);
    expect(tables.filter((row) => row.includes(id))).toEqual([]);
    expect(await registered(identity)).not.toBe(id);
  });

  test('whose key is destroyed can’t be read, also where the row is left', async () => {
    const id = await registered(aPatient());
    await db.keys.destroy(bergen, id);
    expect(await inBergen((tx) => identitiesOf(tx, db.keys, [id]))).toEqual(new Map());
  });
});

describe('the tables', () => {
  test('hold no name and no number in any writing', async () => {
    const identity = aPatient({ given: 'Sjøsprøyt', family: 'Hemmelighetsen' });
    await registered(identity);
    const dump = (await rawTables(db.pool, bergen)).join('\n').toLowerCase();
    expect(dump).toContain(bergen);
    const secrets = [identity.given, identity.family, identity.number, identity.born];
    for (const writing of secrets.flatMap(writings)) expect(dump).not.toContain(writing.toLowerCase());
  });

  test('would be found out if they did', async () => {
    await inBergen(async (tx) =>
      tx.send({
        name: 'planted-leak',
        text: `insert into identity.person (tenant_id, id, kind, identity, created_at) values ($1, $2, 'patient', $3, now())`,
        values: [bergen, randomUUID(), Buffer.from('Lekkasjen', 'utf16le')],
      }),
    );
    const dump = (await rawTables(db.pool, bergen)).join('\n').toLowerCase();
    expect(writings('Lekkasjen').some((writing) => dump.includes(writing.toLowerCase()))).toBe(true);
  });
});

test('two processes that start with an empty key store make one search key', async () => {
  const tenant = randomUUID();
  await createOrganisation(db.ownerPool, {
    id: tenant,
    slug: tenant,
    name: 'Ny',
    country: 'NO',
    organisationNumber: tenant,
  });
  const stores = Array.from({ length: 4 }, () =>
    openKeyStore(`${db.folder}/keys`, localWrapper(`${db.folder}/keys`)),
  );
  const identities = stores.map(() => aPatient({ family: 'Samtidig' }));
  await Promise.all(
    stores.map((keys, index) =>
      inTenant(db.pool, tenant, (tx) =>
        registerPerson(tx, keys, {
          id: randomUUID(),
          kind: 'patient',
          identity: identities[index] ?? aPatient(),
          now,
        }),
      ),
    ),
  );
  const found = await inTenant(db.pool, tenant, (tx) => searchPatients(tx, db.keys, 'samtidig'));
  expect(found.size).toBe(stores.length);
});
