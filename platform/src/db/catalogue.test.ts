import { type TestDatabase, testDatabase } from '@skute/testing';
import { inTenant } from './index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * What breaks the wall between tenants, found in the catalogue rather than in the code: anything new in the
 * database is looked at without being listed here. Two tables are open to all tenants, and hold nothing of any person's:
 * `access.organisation`, which says what tenants there are, and `access.key_check`, one random value of the installation.
 */
const faults = `
  with ours as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as of_tenant
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('access', 'identity', 'forms', 'programmes', 'treatment', 'papers', 'flags', 'log', 'public')
  )
  select name || ' has no tenant_id' as fault from ours
  where relkind in ('r', 'p') and not of_tenant and name <> 'access.key_check'
  union all
  select name || ' does not force row-level security' from ours
  where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
  union all
  select o.name || ' has a policy that lets other tenants in: ' || p.polname
  from ours o join pg_policy p on p.polrelid = o.oid
  where o.name not in ('access.organisation', 'access.key_check')
    -- A restrictive one only takes away from what the others let in.
    and p.polpermissive
    and (pg_get_expr(p.polqual, p.polrelid) <> '(tenant_id = access.current_tenant())'
      or pg_get_expr(p.polwithcheck, p.polrelid) <> '(tenant_id = access.current_tenant())')
  union all
  select name || ' has no policy' from ours o
  where relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = o.oid and p.polpermissive)
  union all
  select name || ' is a view that runs as its owner' from ours
  where relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (reloptions), false)
  union all
  select o.name || ' has an index that does not lead with tenant_id: ' || i.indexrelid::regclass
  from ours o join pg_index i on i.indrelid = o.oid
  where o.name not in ('access.organisation', 'access.key_check')
    and (select a.attname from pg_attribute a where a.attrelid = o.oid and a.attnum = i.indkey[0]) is distinct from 'tenant_id'
  union all
  select o.name || ' has a foreign key without tenant_id: ' || c.conname
  from ours o join pg_constraint c on c.conrelid = o.oid
  where c.contype = 'f'
    and (select a.attname from pg_attribute a where a.attrelid = o.oid and a.attnum = c.conkey[1]) is distinct from 'tenant_id'
  union all
  select n.nspname || '.' || p.proname || ' runs with its owner’s rights'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname in ('access', 'identity', 'forms', 'programmes', 'treatment', 'papers', 'flags', 'log', 'public')
  order by 1`;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function faultsFound(): Promise<string[]> {
  const { rows } = await db.ownerPool.query<{ fault: string }>(faults);
  return rows.map((row) => row.fault);
}

describe('the wall between tenants', () => {
  test('has no hole', async () => {
    expect(await faultsFound()).toEqual([]);
  });

  test('leaves what is open to all to the owner: the application reads it and can’t change it', async () => {
    for (const table of ['access.organisation', 'access.key_check']) {
      const { rows } = await db.pool.query<{ may: boolean[] }>(
        `select array(select has_table_privilege($1, right_to)
           from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) right_to) as may`,
        [table],
      );
      expect(rows[0]?.may, table).toEqual([true, false, false, false, false]);
    }
  });

  test('is looked at closely: each planted hole is found', async () => {
    await db.ownerPool.query(`
      create table treatment.leak (id uuid primary key, tenant_id uuid, patient_id uuid);
      create unique index leak_by_patient on treatment.leak (patient_id);
      create view treatment.everybody as select patient_id from treatment.treatment;
      create function treatment.as_owner() returns int language sql security definer as 'select 1';
      create policy sees_all on identity.person using (true);`);
    expect(await faultsFound()).toEqual([
      'identity.person has a policy that lets other tenants in: sees_all',
      'treatment.as_owner runs with its owner’s rights',
      'treatment.everybody is a view that runs as its owner',
      'treatment.leak does not force row-level security',
      'treatment.leak has an index that does not lead with tenant_id: treatment.leak_by_patient',
      'treatment.leak has an index that does not lead with tenant_id: treatment.leak_pkey',
      'treatment.leak has no policy',
    ]);
  });
});

describe('a transaction', () => {
  const [one, two] = [
    '00000000-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-000000000002',
  ] as const;

  test('sees nothing of any tenant when none is set', async () => {
    await db.ownerPool.query(
      `insert into access.organisation values ($1, 'one', 'One', 'NO', '1'), ($2, 'two', 'Two', 'SE', '2')`,
      [one, two],
    );
    for (const tenant of [one, two]) {
      await inTenant(db.pool, tenant, async (tx) =>
        tx.send({
          name: 'a-unit',
          text: `insert into access.unit (tenant_id, id, name, organisation_number, time_zone, opening_hours)
                 values ($1, $1, 'A unit', '1', 'Europe/Oslo', '[]')`,
          values: [tenant],
        }),
      );
    }
    const { rows } = await db.pool.query('select id from access.unit');
    expect(rows).toEqual([]);
  });

  test('sees its own tenant through a thousand turns on shared connections', async () => {
    const turns = Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? one : two));
    const seen = await Promise.all(
      turns.map((tenant) =>
        inTenant(db.pool, tenant, (tx) =>
          tx.query<{ id: string }>({ name: 'all-units', text: 'select id from access.unit' }),
        ),
      ),
    );
    expect(seen.map((rows) => rows.map((row) => row.id))).toEqual(turns.map((tenant) => [tenant]));
  });

  test('can’t write a row of another tenant', async () => {
    const act = inTenant(db.pool, one, async (tx) =>
      tx.send({ name: 'foreign', text: `update access.unit set tenant_id = '${two}' where id = '${one}'` }),
    );
    await expect(act).rejects.toMatchObject({ code: '42501' });
  });
});
