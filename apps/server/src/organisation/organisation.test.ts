import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasRole, organisations, findUnitByNumber, operatorId } from '@skute/access';
import { findByHpr, findByNumber, identitiesOf } from '@skute/identity';
import { readConfig } from '@skute/platform/config';
import { inTenant, type TenantTx } from '@skute/platform/db';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runOrganisationCommand } from './run.ts';

const exampleFile = path.join(import.meta.dirname, '../../../../docs/organisation.example.yaml');
const example = readFileSync(exampleFile, 'utf8');
const ingrid = '12848449952';
const siv = '03827149879';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(() => db.close());

test('the example makes an organisation whose people have their roles, and each step is in the log', async () => {
  const { code, said } = await apply(example);
  expect(said.slice(0, -2)).toEqual([
    'The organisation is made.',
    'Unit 1 is made.',
    'Staff 1 is registered.',
    'Staff 1 is given a role.',
    'Staff 2 is registered.',
    'Staff 2 is given a role.',
  ]);
  expect(code).toBe(0);
  await inOrganisation(async (tx) => {
    const unit = await findUnitByNumber(tx, '310000011');
    expect(unit).toMatchObject({ timeZone: 'Europe/Oslo', clockAheadSeconds: 0 });
    expect(unit?.openingHours.at(-1)).toEqual({ weekday: 5, opens: '08:00', closes: '14:00' });
    const id = (await findByNumber(tx, db.keys, 'staff', ingrid)) ?? '';
    expect(await findByHpr(tx, db.keys, '9000001')).toBe(id);
    expect((await identitiesOf(tx, db.keys, [id])).get(id)).toMatchObject({
      given: 'Ingrid',
      born: '1984-04-12',
    });
    expect(await hasRole(tx, id, unit?.id ?? '', Date.now())).toBe(true);
  });
  const logged = await logRows();
  expect(logged.map(({ act }) => act)).toEqual([
    'organisation.made',
    'organisation.unit-made',
    'organisation.staff-made',
    'organisation.role-given',
    'organisation.staff-made',
    'organisation.role-given',
  ]);
  expect(new Set(logged.map(({ actor, kind }) => `${kind} ${actor}`))).toEqual(
    new Set([`operator ${operatorId}`]),
  );
  expect(said.at(-2)).toBe(`In the access log as ${logged[0]?.request}.`);
});

test('the same file again changes nothing, and says so', async () => {
  await apply(example);
  expect(await apply(example)).toEqual({
    code: 0,
    said: ['Nothing to do: everything is as the file says.'],
  });
  expect(await logRows()).toHaveLength(6);
});

test('what has changed in the file is changed, and nothing else', async () => {
  await apply(example);
  const changed = example
    .replace('monday: 08:00-15:30', 'monday: 09:00-15:30')
    .replace('title: avdelingsleder', 'title: seksjonsleder')
    .replace('hpr: 9000001', 'hpr: 9000009')
    .replace('role: unit-administrator', 'role: clinician');
  expect((await apply(changed)).said.slice(0, -1)).toEqual([
    'Unit 1 is changed.',
    'Staff 1 is changed.',
    'Staff 2 is changed.',
    'Staff 2 is given a role.',
    'A role of staff 2 is ended.',
  ]);
  await inOrganisation(async (tx) => {
    expect(await findByHpr(tx, db.keys, '9000001')).toBeUndefined();
    expect(await findByHpr(tx, db.keys, '9000009')).toBe(await findByNumber(tx, db.keys, 'staff', ingrid));
  });
});

test('whoever is no longer in the file keeps what they have; with no roles they lose them', async () => {
  await apply(example);
  const without = example.slice(0, example.indexOf('  - number: 03827149879'));
  expect((await apply(without)).said).toEqual(['Nothing to do: everything is as the file says.']);
  const none = example.replace(/roles:\n {6}- \{ unit: 310000011, role: unit-administrator \}/, 'roles: []');
  expect((await apply(none)).said[0]).toBe('A role of staff 2 is ended.');
  await inOrganisation(async (tx) => {
    const unit = await findUnitByNumber(tx, '310000011');
    const id = (await findByNumber(tx, db.keys, 'staff', siv)) ?? '';
    expect(await hasRole(tx, id, unit?.id ?? '', Date.now())).toBe(false);
  });
});

describe('refused as a whole', () => {
  test('an HPR number that somebody else has: no unit is changed and nobody registered', async () => {
    await apply(example);
    const rows = (await logRows()).length;
    const taken = example
      .replace('name: Klinisk', 'name: Annen klinisk')
      .replace('title: avdelingsleder', 'hpr: 9000001')
      .replace('    hpr: 9000001\n    roles', '    roles')
      .replace(ingrid, '30897949942');
    const { code, said } = await apply(taken);
    expect({ code, said }).toEqual({
      code: 1,
      said: ['staff[2].hpr is that of somebody else on the staff. No unit and nobody is changed.'],
    });
    await inOrganisation(async (tx) => {
      expect((await findUnitByNumber(tx, '310000011'))?.name).toBe('Klinisk ernæring, poliklinikk');
      expect(await findByNumber(tx, db.keys, 'staff', '30897949942')).toBeUndefined();
    });
    expect(await logRows()).toHaveLength(rows);
  });

  test.each([
    ['number: 310000001', 'number: 310000002', 'organisation.short is the short name of another'],
    ['country: NO', 'country: SE', 'organisation.number must be an HSA id'],
  ])('%s as %s', async (from, to, sentence) => {
    await apply(example);
    const { code, said } = await apply(example.replace(from, to));
    expect(code).toBe(1);
    expect(said[0]).toContain(sentence);
  });
});

/** The command as it runs, on the test's database. */
async function apply(text: string): Promise<{ code: number; said: string[] }> {
  const file = path.join(db.folder, 'organisation.yaml');
  writeFileSync(file, text);
  const said: string[] = [];
  const say = (line: string) => void said.push(line.replace(`${file}:`, ''));
  const config = readConfig({ DATABASE_URL: db.url, DATA_DIR: db.folder });
  const code = await runOrganisationCommand(['apply', file], config, { out: say, err: say });
  return { code, said };
}

async function inOrganisation(look: (tx: TenantTx) => Promise<void>): Promise<void> {
  const found = (await organisations(db.pool)).find(({ slug }) => slug === 'fjordbyen');
  await inTenant(db.pool, found?.id ?? '', look);
}

interface LogRow {
  readonly act: string;
  readonly actor: string;
  readonly kind: string;
  readonly request: string;
}

async function logRows(): Promise<LogRow[]> {
  const [found] = await organisations(db.pool);
  return inTenant(db.pool, found?.id ?? '', (tx) =>
    tx.query<LogRow>({
      name: 'log-rows',
      text: `
        select act, actor_id as actor, actor_kind as kind, request_id as request
        from log.entry
        order by number`,
    }),
  );
}
