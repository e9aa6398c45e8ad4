/** One hospital under measurement: its database, its server, its twins, and the lists of requests. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Act, People } from './acts/act.ts';
import { forgetVisits, visitAll } from './acts/steps.ts';
import { forgetAnswers } from './acts/undo.ts';
import { type PlannedRequest, writeRequests } from './drive/requests.ts';
import type { Server } from './postgres.ts';
import { seedWorld, type World } from './seed/index.ts';
import { tenantId } from './seed/clinic.ts';
import { stepsToOpen } from './seed/courses.ts';
import { signInAll } from './seed/sessions.ts';
import { type Memory, type Served, startChild } from './serve/children.ts';
import { makeTwin } from './twin/schema.ts';

export interface Hospital {
  readonly size: number;
  readonly world: World;
  readonly skute: Served;
  readonly twin: Served;
  readonly memoryAtStart: Memory;
  readonly owner: pg.Pool;
  readonly folder: string;
}

const mostPatients = 2_000;

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
  // As somebody to whom row-level security shows the tenant, where the owner is no superuser.
  const owner = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    options: `-c app.tenant_id=${tenantId}`,
  });
  // Of a database that is dropped from under it: what failed before that is what is to be told.
  owner.on('error', () => undefined);
  const skute = await startChild('skute', { env, execArgv: [...startFlags(), ...execArgv] });
  return {
    size,
    world,
    folder,
    skute,
    memoryAtStart: await skute.memory(),
    twin: await startChild('twin', { env }),
    owner,
  };
}

/** Node’s own arguments as `npm start` has them. */
function startFlags(): string[] {
  const file = path.join(import.meta.dirname, '../../package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
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
  /** For what each patient can do once: undoes it, and writes fresh requests into the same files. */
  readonly renew: (() => Promise<void>) | undefined;
}

/** Puts the hospital as an act needs it, signs its people in anew, and writes the lists of requests. */
export async function prepare(hospital: Hospital, act: Act): Promise<Lists> {
  const { world, owner, folder } = hospital;
  const people = await peopleOf(hospital, act.sessions ?? 1);
  await forgetAnswers(owner);
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
  const write = () => ({
    skute: file('skute', act.requests(people)),
    twin: file('twin', act.twins(people)),
    blind: act.blind && file('blind', act.blind(people)),
  });
  const renew = async (): Promise<void> => {
    await forgetAnswers(owner);
    write();
  };
  return { ...write(), renew: act.once ? renew : undefined };
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
