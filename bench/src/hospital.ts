/** One hospital under measurement: its database, its server, its twins, and the lists of requests. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Act, People } from './acts/acts.ts';
import { forgetVisits, visitAll } from './acts/steps.ts';
import { type PlannedRequest, writeRequests } from './drive/requests.ts';
import type { Server } from './postgres.ts';
import { seedWorld, type World } from './seed/index.ts';
import { tenantId } from './seed/clinic.ts';
import { stepsToOpen } from './seed/courses.ts';
import { signInAll } from './seed/sessions.ts';
import { type Served, startChild } from './serve/children.ts';
import { makeTwin } from './twin/schema.ts';

export interface Hospital {
  readonly size: number;
  readonly world: World;
  readonly skute: Served;
  readonly twin: Served;
  readonly owner: pg.Pool;
  readonly folder: string;
}

const mostPatients = 2_000;

/** As `npm start` has it: the young generation stays small, and with it the process. */
const nodeFlags = ['--max-semi-space-size=16'];

export async function openHospital(
  server: Server,
  size: number,
  execArgv: readonly string[] = [],
): Promise<Hospital> {
  const folder = path.join(server.folder, String(size));
  mkdirSync(folder);
  const databaseUrl = await server.createDatabase(`skute_bench_${size}`);
  const keysDir = path.join(folder, 'keys');
  const world = await seedWorld({ databaseUrl, folder, keysDir, patients: size });
  await makeTwin(databaseUrl);
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' };
  return {
    size,
    world,
    folder,
    skute: await startChild('skute', { env, execArgv: [...nodeFlags, ...execArgv] }),
    twin: await startChild('twin', { env }),
    // As somebody to whom row-level security shows the tenant, where the owner is no superuser.
    owner: new pg.Pool({ connectionString: databaseUrl, max: 1, options: `-c app.tenant_id=${tenantId}` }),
  };
}

export async function closeHospital({ skute, twin, owner }: Hospital): Promise<void> {
  await Promise.all([skute.stop(), twin.stop()]);
  await owner.end();
}

/** Files with the requests of an act. */
export interface Lists {
  readonly skute: string;
  readonly twin: string;
  readonly blind: string | undefined;
}

/** Puts the hospital as an act needs it, signs its people in anew, and writes the lists of requests. */
export async function prepare(hospital: Hospital, act: Act): Promise<Lists> {
  const { world, owner, folder } = hospital;
  const people = await peopleOf(hospital, act.sessions ?? 1);
  await forgetVisits(owner, world);
  if (act.route === 'finishStep')
    await visitAll(
      owner,
      world,
      people.patients.map(({ patient }) => patient),
    );
  const file = (name: string, requests: readonly PlannedRequest[]): string => {
    const place = path.join(folder, `${name}.json`);
    writeRequests(place, requests);
    return place;
  };
  return {
    skute: file('skute', act.requests(people)),
    twin: file('twin', act.twins(people)),
    blind: act.blind && file('blind', act.blind(people)),
  };
}

/** At most two thousand patients with steps left, from all units, and every clinician. */
async function peopleOf({ world, owner }: Hospital, sessions: number): Promise<People> {
  const able = world.patients.filter(({ course }) => stepsToOpen(course, world.seededAt) > 0);
  const every = Math.max(1, Math.floor(able.length / mostPatients));
  const chosen = able.filter((_, i) => i % every === 0).slice(0, mostPatients);
  const patients = Array.from({ length: sessions }, () => chosen).flat();
  const { clinicians } = world.clinic;
  const signedIn = [
    ...patients.map(({ id }) => ({ personId: id, unitId: null })),
    ...clinicians.map(({ id, unitId }) => ({ personId: id, unitId })),
  ];
  const cookies = await signInAll(owner, signedIn);
  return {
    world,
    patients: patients.map((patient, i) => ({ patient, cookie: cookies[i] ?? '' })),
    clinicians: clinicians.map((clinician, i) => ({
      ...clinician,
      cookie: cookies[patients.length + i] ?? '',
      silent: clinicians[i + 1]?.unitId !== clinician.unitId,
    })),
  };
}
