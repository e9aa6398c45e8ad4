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
import { type Identity, registerPerson } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { inTenant, type TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import { importPackage, loadVersion, type ReadPackage } from '@skute/programmes';
import { type Programme, stepsInOrder } from '@skute/programmes/rules';
import { type TestDatabase, testDatabase } from '@skute/testing';
import type { z } from 'zod';
import { type NewTreatment, startTreatment } from '../operations/start-treatment.ts';
import { treatmentRoutes } from '../routes.ts';
import { aProgramme, textsOf } from './a-programme.ts';
import { atOslo } from './a-walk.ts';

type Who = (typeof everybody)[number];

/** What came of a call: the body, or the code of the refusal. */
export interface Came<R extends Route = Route> {
  readonly status: number;
  /** Checked against the contract, as the server does before it leaves; absent when refused. */
  readonly body: z.output<R['replies'][200 & keyof R['replies']]>;
  readonly code: string | undefined;
  /** Places of what was wrong with the request. */
  readonly wrong: readonly string[];
  readonly roundTrips: number;
}

type Sent<R extends Route> = {
  readonly params?: z.input<R['params']>;
  readonly body?: z.input<R['body']>;
};

/**
 * A clinic with a database of its own. Kari is invited to the programme by Nora, her dietitian; Per is a patient
 * without a treatment; Omar is a colleague without a relation to Kari; Siri works at another unit, where she treats
 * Kari for something else. It is Monday 2 March 2026, ten o'clock in Oslo, until the clock is wound.
 */
export interface ClinicWorld {
  readonly database: TestDatabase;
  readonly tenantId: string;
  readonly treatmentId: string;
  readonly versionId: string;
  now: EpochMs;
  call<R extends Route>(who: Who, route: R, input: Sent<R>, key?: string): Promise<Came<R>>;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  personOf(who: Who): string;
  start(changes?: { versionId?: string }): Promise<string>;
  close(): Promise<void>;
}

export async function aClinic(
  programme: Programme = withTexts(aProgramme()),
  forms: ReadPackage['forms'] = [],
): Promise<ClinicWorld> {
  const database = await testDatabase();
  const { pool, keys } = database;
  const town = aTown();
  const tenant = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(pool, town.tenantId, work);
  const versionId = await settle(database, town, programme, forms);
  const actorOf = signIn(database, town);
  let roundTrips = 0;
  const gateway = createGateway({ pool, keys, onAct: (_, trips) => void (roundTrips = trips) });
  const routes = new Map(
    treatmentRoutes({ keys, programme: loadVersion }).map((served) => [served.route.name, served]),
  );
  const world: ClinicWorld = {
    database,
    tenantId: town.tenantId,
    versionId,
    treatmentId: '',
    now: began,
    inTenant: tenant,
    personOf: (who) => town.people[who],
    async call(who, route, { params = {}, body = {} }, key = randomUUID()) {
      const served = routes.get(route.name);
      if (!served) throw new Error(`no route ${route.name}`);
      const asked = {
        actor: await actorOf(who),
        params,
        query: {},
        body,
        realNow: world.now,
        requestId: randomUUID(),
      };
      const answer = await gateway(served, asked as Ask, route.idempotency === 'keyed' ? key : undefined);
      return cameOf(route, answer, roundTrips);
    },
    async start(changes = {}) {
      const treatment = { ...aNewTreatment(town, programme), versionId, ...changes };
      const result = await tenant((tx) => startTreatment(tx, keys, treatment, world.now));
      return 'refused' in result ? result.refused : treatment.id;
    },
    close: () => database.close(),
  };
  return Object.assign(world, { treatmentId: await world.start() });
}

const began = atOslo('2026-03-02');
const everybody = ['kari', 'per', 'nora', 'omar', 'siri'] as const;

interface Town {
  readonly tenantId: string;
  readonly gut: string;
  readonly skin: string;
  readonly people: Record<Who, string>;
  /** The unit of those who work at one. */
  readonly staff: Partial<Record<Who, string>>;
}

function aTown(): Town {
  const [tenantId, gut, skin] = [randomUUID(), randomUUID(), randomUUID()];
  const people = Object.fromEntries(everybody.map((who) => [who, randomUUID()])) as Record<Who, string>;
  return { tenantId, gut, skin, people, staff: { nora: gut, omar: gut, siri: skin } };
}

async function settle(
  database: TestDatabase,
  town: Town,
  programme: Programme,
  forms: ReadPackage['forms'],
): Promise<string> {
  const { tenantId, people, staff } = town;
  await createOrganisation(database.ownerPool, {
    id: tenantId,
    slug: 'fjord',
    name: 'Fjord',
    country: 'NO',
    organisationNumber: '983974724',
  });
  return inTenant(database.pool, tenantId, async (tx) => {
    createUnit(tx, aUnit(town.gut, 'gut'));
    createUnit(tx, aUnit(town.skin, 'skin'));
    for (const [i, who] of everybody.entries()) {
      const kind = staff[who] ? 'staff' : 'patient';
      await registerPerson(tx, database.keys, {
        id: people[who],
        kind,
        identity: anIdentity(who, i),
        now: began,
      });
      const unitId = staff[who];
      if (unitId) giveRole(tx, { personId: people[who], unitId, role: 'clinician', from: began });
      if (unitId && who !== 'omar') startCareRelation(tx, aRelation(people.kari, people[who], unitId));
    }
    return importProgramme(tx, programme, began, forms);
  });
}

/** Sessions live in real time, unlike the rest: the gate asks the database's own clock. */
function signIn({ pool }: TestDatabase, { tenantId, people, staff }: Town): (who: Who) => Promise<Actor> {
  const sessions = createSessions(pool);
  const signedIn = new Map<Who, Promise<Actor>>();
  const begin = async (who: Who): Promise<Actor> => {
    const session = {
      personId: people[who],
      kind: staff[who] ? ('clinician' as const) : ('patient' as const),
      unitId: staff[who] ?? null,
      issuer: 'test',
      subject: who,
      providerSession: null,
      provider: 'test',
      sharedDevice: false,
    };
    const cookie = await sessions.start(tenantId, session, Date.now());
    const actor = await sessions.recognise(cookie, Date.now());
    if (!actor) throw new Error(`${who} could not sign in`);
    return actor;
  };
  return (who) => {
    const session = signedIn.get(who) ?? begin(who);
    signedIn.set(who, session);
    return session;
  };
}

function aNewTreatment(
  { gut, people }: Town,
  { invitationDays }: Programme,
): Omit<NewTreatment, 'versionId'> {
  return {
    id: randomUUID(),
    patientId: people.kari,
    unitId: gut,
    timeZone: 'Europe/Oslo',
    clockAheadSeconds: 0,
    responsibleId: people.nora,
    invitationDays,
    startsOn: '2026-03-02',
    answers: [
      { lineId: 'adult', met: true, reason: null },
      { lineId: 'no-eating-disorder', met: false, reason: 'Recovered ten years ago' },
    ],
  };
}

function aRelation(patientId: string, clinicianId: string, unitId: string) {
  return { id: randomUUID(), patientId, clinicianId, unitId, reason: 'invited', from: began };
}

function cameOf<R extends Route>(route: R, answer: Told | Refusal, roundTrips: number): Came<R> {
  const refused = 'refused' in answer;
  const body = refused ? undefined : route.replies[answer.status]?.parse(answer.body);
  return {
    status: answer.status,
    body: body as Came<R>['body'],
    code: refused ? answer.refused : undefined,
    wrong: refused ? (answer.problems ?? []).map(({ where }) => where) : [],
    roundTrips,
  };
}

export function withTexts(programme: Programme): Programme {
  return { ...programme, texts: { nb: textsOf(programme) } };
}

export async function importProgramme(
  tx: TenantTx,
  programme: Programme,
  now: EpochMs,
  forms: ReadPackage['forms'] = [],
): Promise<string> {
  const pages = stepsInOrder(programme).map(({ step }) => ({
    stepId: step.id,
    language: 'nb' as const,
    title: `Om ${step.id}`,
    summary: '',
    blocks: [{ kind: 'paragraph' as const, text: [{ kind: 'text' as const, value: `Side om ${step.id}` }] }],
  }));
  const read: ReadPackage = {
    programme,
    pages,
    forms,
    media: [],
    problems: [],
    contentHash: randomUUID(),
  };
  const imported = await importPackage(tx, read, { now, newId: randomUUID, isLicensed: async () => false });
  if (imported.kind !== 'imported') throw new Error('the test programme can’t be imported');
  return imported.versionId;
}

function aUnit(id: string, name: string) {
  return {
    id,
    name: `The ${name} clinic`,
    organisationNumber: name === 'gut' ? '974557746' : '974557747',
    timeZone: 'Europe/Oslo',
    openingHours: [],
    holidays: [],
    clockAheadSeconds: 0,
  };
}

function anIdentity(who: Who, i: number): Identity {
  const given = `${who.slice(0, 1).toUpperCase()}${who.slice(1)}`;
  return { given, family: 'Fjord', born: '1985-07-09', number: `${10000000000 + i}`, numberKind: 'fnr' };
}
