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
import { startTreatment } from '../operations/start-treatment.ts';
import { treatmentRoutes } from '../routes.ts';
import { aProgramme, textsOf } from './a-programme.ts';
import { atOslo } from './a-walk.ts';

type Who = 'kari' | 'per' | 'nora' | 'omar' | 'siri';

/** What came of a call: the body, or the code of the refusal. */
export interface Came<R extends Route = Route> {
  readonly status: number;
  /** Checked against the contract, as the server does before it leaves; absent when refused. */
  readonly body: z.output<R['replies'][200 & keyof R['replies']]>;
  readonly code: string | undefined;
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

export async function aClinic(programme: Programme = withTexts(aProgramme())): Promise<ClinicWorld> {
  const database = await testDatabase();
  const { pool, keys } = database;
  const tenantId = randomUUID();
  const units = { gut: randomUUID(), skin: randomUUID() };
  const staffAt = { nora: units.gut, omar: units.gut, siri: units.skin };
  const people: Record<Who, string> = {
    kari: randomUUID(),
    per: randomUUID(),
    nora: randomUUID(),
    omar: randomUUID(),
    siri: randomUUID(),
  };
  const began = atOslo('2026-03-02');
  const tenant = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(pool, tenantId, work);

  await createOrganisation(database.ownerPool, {
    id: tenantId,
    slug: 'fjord',
    name: 'Fjord',
    country: 'NO',
    organisationNumber: '983974724',
  });
  const versionId = await tenant(async (tx) => {
    for (const [name, id] of Object.entries(units)) createUnit(tx, aUnit(id, name));
    for (const [i, who] of (Object.keys(people) as Who[]).entries()) {
      const kind = who in staffAt ? 'staff' : 'patient';
      await registerPerson(tx, keys, { id: people[who], kind, identity: anIdentity(who, i), now: began });
    }
    for (const [who, unitId] of Object.entries(staffAt)) {
      giveRole(tx, { personId: people[who as Who], unitId, role: 'clinician', from: began });
    }
    for (const who of ['nora', 'siri'] as const) {
      startCareRelation(tx, {
        id: randomUUID(),
        patientId: people.kari,
        clinicianId: people[who],
        unitId: staffAt[who],
        reason: 'invited',
        from: began,
      });
    }
    return importProgramme(tx, programme, began);
  });

  let roundTrips = 0;
  const gateway = createGateway({ pool, keys, onAct: (_, trips) => void (roundTrips = trips) });
  const routes = new Map(
    treatmentRoutes({ keys, programme: loadVersion }).map((served) => [served.route.name, served]),
  );
  const actors = new Map<Who, Actor>();
  const sessions = createSessions(pool);

  async function actor(who: Who): Promise<Actor> {
    const known = actors.get(who);
    if (known) return known;
    // Sessions live in real time: the gate asks the database's own clock.
    const cookie = await sessions.start(
      tenantId,
      {
        personId: people[who],
        kind: who in staffAt ? 'clinician' : 'patient',
        unitId: who in staffAt ? staffAt[who as keyof typeof staffAt] : null,
        issuer: 'test',
        subject: who,
        providerSession: null,
        idToken: null,
        provider: 'test',
        sharedDevice: false,
      },
      Date.now(),
    );
    const made = await sessions.recognise(cookie, Date.now());
    if (!made) throw new Error(`${who} could not sign in`);
    actors.set(who, made);
    return made;
  }

  const world: ClinicWorld = {
    database,
    tenantId,
    versionId,
    treatmentId: '',
    now: began,
    inTenant: tenant,
    personOf: (who) => people[who],
    async call(who, route, input, key = randomUUID()) {
      const served = routes.get(route.name);
      if (!served) throw new Error(`no route ${route.name}`);
      const {
        params = {},
        query = {},
        body = {},
      } = input as { params?: object; query?: object; body?: object };
      const ask = {
        actor: await actor(who),
        params,
        query,
        body,
        realNow: world.now,
        requestId: randomUUID(),
      };
      const answer = await gateway(
        served,
        ask as unknown as Ask,
        route.idempotency === 'keyed' ? key : undefined,
      );
      return cameOf(route, answer, roundTrips);
    },
    start: async (changes = {}) => {
      const id = randomUUID();
      const result = await tenant((tx) =>
        startTreatment(
          tx,
          keys,
          {
            id,
            patientId: people.kari,
            unitId: units.gut,
            timeZone: 'Europe/Oslo',
            versionId: changes.versionId ?? versionId,
            responsibleId: people.nora,
            invitationDays: programme.invitationDays,
            startsOn: '2026-03-02',
            answers: [
              { lineId: 'adult', met: true, reason: null },
              { lineId: 'no-eating-disorder', met: false, reason: 'Recovered ten years ago' },
            ],
          },
          world.now,
        ),
      );
      return 'refused' in result ? result.refused : id;
    },
    close: () => database.close(),
  };
  return Object.assign(world, { treatmentId: await world.start() });
}

function cameOf<R extends Route>(route: R, answer: Told | Refusal, roundTrips: number): Came<R> {
  const refused = 'refused' in answer;
  const body = refused ? undefined : route.replies[answer.status]?.parse(answer.body);
  return {
    status: answer.status,
    body: body as Came<R>['body'],
    code: refused ? answer.refused : undefined,
    roundTrips,
  };
}

export function withTexts(programme: Programme): Programme {
  return { ...programme, texts: { nb: textsOf(programme) } };
}

export async function importProgramme(tx: TenantTx, programme: Programme, now: EpochMs): Promise<string> {
  const pages = stepsInOrder(programme).map(({ step }) => ({
    stepId: step.id,
    language: 'nb' as const,
    title: `Om ${step.id}`,
    summary: '',
    blocks: [{ kind: 'paragraph' as const, text: [{ kind: 'text' as const, value: `Side om ${step.id}` }] }],
  }));
  const read: ReadPackage = { programme, pages, media: [], problems: [], contentHash: randomUUID() };
  const imported = await importPackage(tx, read, { now, newId: randomUUID });
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
