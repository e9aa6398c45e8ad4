import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTenant, type TenantTx } from './index.ts';

const tenant = '00000000-0000-4000-8000-000000000001';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.ownerPool.query(
    `insert into access.organisation values ('${tenant}', 'one', 'One', 'NO', '1');
     create table treatment.note (id int primary key, tenant_id uuid, text text);
     grant all on treatment.note to skute_app`,
  );
});
afterAll(() => db.close());
beforeEach(() => db.ownerPool.query('truncate treatment.note'));

const note = (id: number, text = 'a note') => ({
  name: 'note',
  text: 'insert into treatment.note values ($1, $2, $3)',
  values: [id, tenant, text],
});
const notes = {
  name: 'notes',
  text: 'select id, text, tenant_id is null as lost, null::date as on from treatment.note order by id',
};
const act = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(db.pool, tenant, work);
const kept = async () => (await db.ownerPool.query('select id from treatment.note order by id')).rows;

async function tripsOf(work: (tx: TenantTx) => Promise<unknown>): Promise<number> {
  let trips = 0;
  await inTenant(db.pool, tenant, work, (counted) => {
    trips = counted;
  });
  return trips;
}

describe('a transaction', () => {
  test('gives rows with their columns, the first time and each time after', async () => {
    await act(async (tx) => tx.send(note(1)));
    for (let i = 0; i < 3; i += 1) {
      expect(await act((tx) => tx.query(notes))).toEqual([{ id: 1, text: 'a note', lost: false, on: null }]);
    }
  });

  test('gives no rows where there are none, and each question its own', async () => {
    const answers = await act((tx) =>
      Promise.all([
        tx.query(notes),
        tx.query({ name: 'one', text: 'select 1 as one' }),
        tx.query({ name: 'some', text: 'select n from generate_series(1, 3) as n' }),
      ]),
    );
    expect(answers).toEqual([[], [{ one: 1 }], [{ n: 1 }, { n: 2 }, { n: 3 }]]);
  });

  test('carries every kind of value there and back', async () => {
    const values = [true, 12, 'æøå', null, Buffer.from([0, 255]), ['a', null, 'c"'], new Date(0)];
    const [row] = await act((tx) =>
      tx.query<Record<string, unknown>>({
        name: 'values',
        text: `select $1::bool as a, $2::bigint as b, $3::text as c, $4::int as d, $5::bytea as e, $6::text[] as f,
                 $7::timestamptz as g`,
        values,
      }),
    );
    expect(Object.values(row ?? {})).toEqual(values);
  });
});

describe('a round trip', () => {
  test('holds what is asked in one breath', async () => {
    expect(
      await tripsOf(async (tx) => {
        tx.send(note(1));
        await Promise.all([tx.query(notes), tx.query(notes)]);
        tx.send(note(2));
      }),
    ).toBe(2);
  });

  test('waits for what takes some turns of the queue, but not for the outside world', async () => {
    const afterTurns = async (tx: TenantTx, turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      return tx.query(notes);
    };
    const afterTimer = async (tx: TenantTx) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return tx.query(notes);
    };
    expect(await tripsOf((tx) => Promise.all([afterTurns(tx, 0), afterTurns(tx, 9)]))).toBe(2);
    expect(await tripsOf((tx) => Promise.all([afterTurns(tx, 0), afterTimer(tx)]))).toBe(3);
  });

  test('may be the whole transaction', async () => {
    const trips = await tripsOf(async (tx) => {
      const rows = tx.query(notes);
      tx.send(note(1));
      tx.commitWithThis();
      return rows;
    });
    expect(trips).toBe(1);
    expect(await kept()).toEqual([{ id: 1 }]);
  });

  test('is counted for what waits, also when nothing is asked at all', async () => {
    expect(await tripsOf(async () => undefined)).toBe(1);
  });

  test('may hold nothing more after the commit is on its way', async () => {
    const late = act(async (tx) => {
      tx.commitWithThis();
      tx.send(note(1));
    });
    await expect(late).rejects.toThrow('is being committed');
    expect(await kept()).toEqual([]);
  });
});

describe('a failure', () => {
  test('of what was sent is the failure of the whole, and nothing remains', async () => {
    const twice = act(async (tx) => {
      tx.send(note(1));
      tx.send(note(1));
      tx.send(note(2));
    });
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'note_pkey' });
    expect(await kept()).toEqual([]);
  });

  test('reaches every question of its round trip, and those after it', async () => {
    const outcomes: string[] = [];
    const broken = { name: 'broken', text: 'select 1 / 0' };
    await expect(
      act(async (tx) => {
        const asked = [tx.query(notes), tx.query(broken), tx.query(notes)];
        for (const answer of await Promise.allSettled(asked)) outcomes.push(answer.status);
        await tx.query(notes);
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('leaves the connection as good as new, also for statements that were never reached', async () => {
    const name = { name: 'fresh', text: 'select $1::int as n', values: [7] };
    for (let i = 0; i < 20; i += 1) {
      const failing = act(async (tx) => {
        tx.send(note(1));
        tx.send(note(1));
        await tx.query(name);
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect(await act((tx) => tx.query(name))).toEqual([{ n: 7 }]);
    }
  });

  test('of the work itself rolls back what was sent', async () => {
    const thrown = act(async (tx) => {
      tx.send(note(1));
      await tx.query(notes);
      throw new Error('second thoughts');
    });
    await expect(thrown).rejects.toThrow('second thoughts');
    expect(await kept()).toEqual([]);
  });

  test('to send a value is one failure, and nothing remains', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const unsent = act(async (tx) => {
      tx.send(note(1));
      tx.send({ ...note(2), values: [2, tenant, circle] });
    });
    await expect(unsent).rejects.toThrow();
    expect(await kept()).toEqual([]);
    expect(await act((tx) => tx.query(notes))).toEqual([]);
  });

  test('of a column that changed its type is told once on a connection, and not read as what it was', async () => {
    const changing = { name: 'changing', text: 'select text from treatment.note' };
    await act((tx) => {
      tx.send(note(1));
      return tx.query(changing);
    });
    await db.ownerPool.query('alter table treatment.note alter column text type bytea using text::bytea');
    const ask = () => Promise.allSettled(Array.from({ length: 10 }, () => act((tx) => tx.query(changing))));
    const failed = (await ask()).flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code: string }] : [],
    );
    expect(failed.map(({ code }) => code)).toContain('0A000');
    const read = Buffer.from('a note');
    expect((await ask()).at(-1)).toEqual({ status: 'fulfilled', value: [{ text: read }] });
    await db.ownerPool.query(`alter table treatment.note alter column text type text using ''`);
  });

  test('of the connection fails what waits for it', async () => {
    const cut = act(async (tx) => {
      const [self] = await tx.query<{ pid: number }>({
        name: 'self',
        text: 'select pg_backend_pid() as pid',
      });
      await db.ownerPool.query('select pg_terminate_backend($1)', [self?.pid]);
      await tx.query(notes);
    });
    await expect(cut).rejects.toThrow();
    expect(await act((tx) => tx.query({ name: 'after', text: 'select 1 as one' }))).toEqual([{ one: 1 }]);
  });
});
