import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type Ask,
  createGateway,
  createOrganisation,
  createSessions,
  createUnit,
  giveRole,
  type Refusal,
  startCareRelation,
  type Told,
} from '@skute/access';
import { registerPerson } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { inTenant, type TenantTx } from '@skute/platform/db';
import { type EpochMs, instantAt } from '@skute/platform/time';
import { importPackage, loadVersion } from '@skute/programmes';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { startTreatment, treatmentRoutes } from '@skute/treatment';
import type { z } from 'zod';
import { paperRoutes } from '../routes.ts';
import { formFiles, pages, programme } from './a-programme.ts';
import { oslo } from './a-source.ts';

const people = { kari: 'patient', nora: 'gut', mona: 'gut', omar: 'gut', siri: 'skin' } as const;
export type Who = keyof typeof people;
const names: Record<Who, string> = { kari: 'Kari', nora: 'Nora', mona: 'Mona', omar: 'Omar', siri: 'Siri' };

/** What came of a call: the body, or the code of the refusal. */
export interface Came<R extends Route = Route> {
  readonly status: number;
  readonly body: z.output<R['replies'][200 & keyof R['replies']]>;
  readonly code: string | undefined;
}

/**
 * A clinic with a database of its own. Kari follows the programme with Nora; Mona treats her too; Omar is a colleague
 * without a relation to her; Siri treats her at another unit. It is Monday 2 March 2026, until the clock is wound.
 */
export interface PaperClinic {
  readonly database: TestDatabase;
  readonly tenantId: string;
  readonly treatmentId: string;
  now: EpochMs;
  call<R extends Route>(
    who: Who,
    route: R,
    input?: { params?: object; query?: object; body?: object },
    key?: string,
  ): Promise<Came<R>>;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  idOf(who: Who): string;
  close(): Promise<void>;
}

export async function aPaperClinic(): Promise<PaperClinic> {
  const database = await testDatabase();
  const { pool, keys } = database;
  const tenantId = randomUUID();
  const ids = Object.fromEntries(Object.keys(people).map((who) => [who, randomUUID()])) as Record<
    Who,
    string
  >;
  const units = { gut: randomUUID(), skin: randomUUID() };
  const tenant = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(pool, tenantId, work);
  const now = instantAt(oslo, '2026-03-02', '10:00');
  await createOrganisation(database.ownerPool, {
    id: tenantId,
    slug: 'fjord',
    name: 'Fjord',
    country: 'NO',
    organisationNumber: '983974724',
  });
  const treatmentId = await tenant((tx) => settle(database, tx, { ids, units, now }));
  const deps = { keys, programme: loadVersion, newId: randomUUID };
  const served = [...treatmentRoutes(deps), ...paperRoutes(deps)];
  const gateway = createGateway({ pool, keys });
  const actorOf = signIn(database, tenantId, ids, units);
  const world: PaperClinic = {
    database,
    tenantId,
    treatmentId,
    now,
    inTenant: tenant,
    idOf: (who) => ids[who],
    async call(who, route, { params = {}, query = {}, body = {} } = {}, key = randomUUID()) {
      const one = served.find(({ route: known }) => known.name === route.name);
      if (!one) throw new Error(`no route ${route.name}`);
      const asked = {
        actor: await actorOf(who),
        params: route.params.parse({
          ...('treatmentId' in params ? {} : known(route, treatmentId)),
          ...params,
        }),
        query: route.query.parse(query),
        body: route.body.parse(body),
        realNow: world.now,
        requestId: randomUUID(),
      };
      const answer = await gateway(one, asked as Ask, route.idempotency === 'keyed' ? key : undefined);
      return cameOf(route, answer);
    },
    close: () => database.close(),
  };
  return world;
}

/** The clinic's routes are all about one treatment. */
function known(route: Route, treatmentId: string): object {
  return route.path.includes(':treatmentId') ? { treatmentId } : {};
}

interface Town {
  readonly ids: Record<Who, string>;
  readonly units: Record<'gut' | 'skin', string>;
  readonly now: EpochMs;
}

async function settle({ keys }: TestDatabase, tx: TenantTx, { ids, units, now }: Town): Promise<string> {
  createUnit(tx, aUnit(units.gut, 'Havneklinikken', '974557746'));
  createUnit(tx, aUnit(units.skin, 'Hudklinikken', '974557747'));
  for (const [i, who] of (Object.keys(people) as Who[]).entries()) {
    const home = people[who];
    const identity = {
      given: names[who],
      family: 'Fjord',
      born: '1985-07-09',
      number: `${10000000000 + i}`,
      numberKind: 'fnr' as const,
    };
    const kind = home === 'patient' ? 'patient' : 'staff';
    await registerPerson(tx, keys, { id: ids[who], kind, identity, now });
    if (home === 'patient') continue;
    giveRole(tx, { personId: ids[who], unitId: units[home], role: 'clinician', from: now });
    if (who === 'omar') continue;
    startCareRelation(tx, {
      id: randomUUID(),
      patientId: ids.kari,
      clinicianId: ids[who],
      unitId: units[home],
      reason: 'invited',
      from: now,
    });
  }
  return treat(keys, tx, { ids, units, now });
}

async function treat(keys: TestDatabase['keys'], tx: TenantTx, { ids, units, now }: Town): Promise<string> {
  const read = { programme, pages, forms: formFiles, media: [], problems: [], contentHash: randomUUID() };
  const parts = { now, newId: randomUUID, isLicensed: async () => false };
  const imported = await importPackage(tx, read, parts);
  if (imported.kind !== 'imported') throw new Error('the test programme can’t be imported');
  const id = randomUUID();
  const started = await startTreatment(
    tx,
    keys,
    {
      id,
      patientId: ids.kari,
      unitId: units.gut,
      timeZone: oslo,
      clockAheadSeconds: 0,
      versionId: imported.versionId,
      responsibleId: ids.nora,
      invitationDays: 14,
      startsOn: '2026-03-02',
      answers: [],
    },
    now,
  );
  if ('refused' in started) throw new Error(started.refused);
  return id;
}

function aUnit(id: string, name: string, organisationNumber: string) {
  const none = { openingHours: [], holidays: [], clockAheadSeconds: 0 };
  return { id, name, organisationNumber, timeZone: oslo, ...none };
}

/** Sessions live in real time, unlike the rest: the gate asks the database's own clock. */
function signIn(
  { pool }: TestDatabase,
  tenantId: string,
  ids: Record<Who, string>,
  units: Town['units'],
): (who: Who) => Promise<Actor> {
  const sessions = createSessions(pool);
  const signedIn = new Map<Who, Promise<Actor>>();
  const begin = async (who: Who): Promise<Actor> => {
    const home = people[who];
    const session = {
      personId: ids[who],
      kind: home === 'patient' ? ('patient' as const) : ('clinician' as const),
      unitId: home === 'patient' ? null : units[home],
      issuer: 'test',
      subject: who,
      providerSession: null,
      provider: 'test',
      sharedDevice: false,
    };
    const actor = await sessions.recognise(await sessions.start(tenantId, session, Date.now()), Date.now());
    if (!actor) throw new Error(`${who} could not sign in`);
    return actor;
  };
  return (who) => {
    const session = signedIn.get(who) ?? begin(who);
    signedIn.set(who, session);
    return session;
  };
}

function cameOf<R extends Route>(route: R, answer: Told | Refusal): Came<R> {
  const refused = 'refused' in answer;
  const body = refused ? undefined : route.replies[answer.status]?.parse(answer.body);
  return { status: answer.status, body: body as Came<R>['body'], code: refused ? answer.refused : undefined };
}
