import { findPatients } from '@skute/clinics/contract';
import { dateIn } from '@skute/platform/time';
import { steer, TreatmentStatus } from '@skute/treatment/contract';
import { type Answered, type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from './testing/access-table.ts';
import { type Asks, asksOf, outsiders } from './testing/outsiders.ts';

const table = accessTable<State, string>(
  '## What the hand of her clinician may do, in each state of the treatment',
);

type Written = readonly [kind: string, daysAgo: number];

const accepted: readonly Written[] = [
  ['invited', 12],
  ['accepted', 11],
];

/** What is written of a treatment in each state, and how many days ago. */
const states = {
  invited: [['invited', 3]],
  lapsed: [['invited', 40]],
  active: accepted,
  paused: [...accepted, ['paused', 1]],
  maintenance: [...accepted, ['maintenance-started', 1]],
  ended: [...accepted, ['ended', 1]],
  purged: [...accepted, ['ended', 2], ['purged', 1]],
} satisfies Record<string, readonly Written[]>;
type State = keyof typeof states;

const heldRule = 'silence';
const reason = 'Avtalt i dag';
const today = dateIn('Europe/Oslo', Date.now());
const bodies: Record<string, object> = {
  'open-module': { moduleId: 'food' },
  'close-module': { moduleId: 'start-here', reason },
  'show-module': { moduleId: 'food', reason },
  'hide-module': { moduleId: 'food', reason },
  'show-step': { stepId: 'welcome', reason },
  'hide-step': { stepId: 'welcome', reason },
  'hold-rule': { ruleId: 'ending', reason },
  'release-rule': { ruleId: heldRule },
  'undo-rule': { ruleId: 'after-a-week', reason },
  'add-point': { pointId: 'extra-symptoms', on: today },
  'move-point': { key: 'start.0', on: today },
  'cancel-point': { key: 'start.0', reason },
  pause: { reason },
  resume: {},
  'renew-invitation': {},
};

let server: TestServer;
let ingrid: SignedIn;
let treatmentId: string;
/** Everybody else, and the status that each of them gets for any act. */
let others: Record<string, readonly [Asks, number]>;

beforeAll(async () => {
  server = await testServer();
  ingrid = await server.as('ingrid');
  const { body } = await ingrid.call(findPatients, { body: { search: 'ola bris' } });
  treatmentId = (body as { rows: { treatmentId: string }[] }).rows[0]?.treatmentId ?? '';
  const { atOtherUnit, hasLeft } = await outsiders(server);
  others = {
    nobody: [asksOf(server.nobody), 401],
    'the patient': [asksOf(await server.as('ola')), 404],
    'another patient': [asksOf(await server.as('amina')), 404],
    colleague: [asksOf(await server.as('morten')), 404],
    'clinician at another unit': [atOtherUnit, 404],
    administrator: [asksOf(await server.as('siv')), 403],
    'clinician whose role has ended': [hasLeft, 403],
    'clinician elsewhere': [asksOf(await server.as('elsa')), 404],
  };
}, 60_000);
afterAll(() => server.stop());

test('the table has every act that there is, and every state', () => {
  const acts = steer.body.options.map((one) => one.shape.act.value);
  expect([...table.keys()].toSorted()).toEqual(acts.toSorted());
  for (const columns of table.values())
    expect([...columns.keys()].toSorted()).toEqual([...TreatmentStatus.options].toSorted());
});

describe.each(Object.keys(states) as State[])('a treatment that is %s', (state) => {
  test('takes from her clinician the acts of the table', async () => {
    const got: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [act, columns] of table) {
      await bring(state);
      got[act] = wordOf(await ingrid.call(steer, asked(act)));
      expected[act] = columns.get(state) ?? 'nothing in the table';
    }
    expect(got).toEqual(expected);
  });

  test('takes no act from anybody else, and stays as it is', async () => {
    await bring(state);
    const before = await written();
    const wrong: string[] = [];
    for (const [who, [asks, status]] of Object.entries(others)) {
      for (const act of table.keys()) {
        const answered = await asks(steer, asked(act));
        if (answered.status !== status) wrong.push(`${act} as ${who}: ${answered.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await written()).toEqual(before);
  });
});

function asked(act: string) {
  return { params: { treatmentId }, body: { act, ...bodies[act] } };
}

function wordOf({ status, body }: Answered): string {
  return status === 200 ? 'ok' : (body as { code: string }).code;
}

/** Rewrites what has happened to the treatment, so that it is in the state now. One rule is held in all of them. */
async function bring(state: State): Promise<void> {
  const events: readonly Written[] = states[state];
  const ago = (kind: string): string => {
    const days = events.find(([one]) => one === kind)?.[1];
    return days === undefined ? 'null' : `now() - interval '${days} days'`;
  };
  const ends = `(current_date + 60)::text`;
  const rows = events.map(
    ([kind], place) =>
      `(${place + 1}, '${kind}', ${ago(kind)}, ${kind === 'maintenance-started' ? ends : 'null'})`,
  );
  await sql(`
    delete from treatment.event where treatment_id = '${treatmentId}';
    insert into treatment.event (tenant_id, treatment_id, number, kind, at, by_kind, about)
      select '${ingrid.tenantId}', '${treatmentId}', number, kind, at, 'clinician', about
      from (values ${rows.join(', ')}, (${rows.length + 1}, 'rule-held', now() - interval '1 hour', '${heldRule}'))
        as e (number, kind, at, about);
    update treatment.treatment
      set invited_at = ${ago('invited')}, accepted_at = ${ago('accepted')}, paused_at = ${ago('paused')},
        maintenance_at = ${ago('maintenance-started')}, ended_at = ${ago('ended')}, purged_at = ${ago('purged')},
        starts_on = current_date - 11, event_count = ${rows.length + 1}
      where id = '${treatmentId}'`);
}

async function written(): Promise<unknown> {
  return sql(`
    select t.event_count, t.invited_at, t.paused_at, count(e.*)::int as events
    from treatment.treatment t join treatment.event e on e.treatment_id = t.id
    where t.id = '${treatmentId}'
    group by t.event_count, t.invited_at, t.paused_at`);
}

/** As the owner of the database, in the clinic's organisation. */
async function sql(text: string): Promise<unknown[]> {
  const results = await server.db.ownerPool.query(
    `select set_config('app.tenant_id', '${ingrid.tenantId}', false); ${text}`,
  );
  return (results as unknown as { rows: unknown[] }[]).at(-1)?.rows ?? [];
}
