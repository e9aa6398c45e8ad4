import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  type Actor,
  type Ask,
  createOrganisation,
  createUnit,
  findUnit,
  giveRole,
  isRefusal,
  type Operation,
  savePreferencesOf,
  type Served,
} from '@skute/access';
import { invite } from '@skute/clinics/contract';
import { findByNumber, parseNationalNumber, registerPerson } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { type Database, inTenant, type TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { dateIn, type EpochMs } from '@skute/platform/time';
import { importPackage, type ReadPackage, readPackageFolder, versionsOf } from '@skute/programmes';
import { stepsInOrder } from '@skute/programmes/rules';
import { acceptInvitation, finishStep, openStep, steer } from '@skute/treatment/contract';
import { organisations, patientNamed, staff, type StaffMember, staffNamed, units } from './cast.ts';
import { type DemoCourse, demoCourses } from './courses.ts';

/** The example programme is read once, and only when there is something to make. */
interface Seeding extends SeedDeps {
  readonly example: () => Promise<ReadPackage>;
}

export interface SeedDeps {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly served: readonly Served[];
  readonly now: EpochMs;
  readonly onProgress?: (what: string) => void;
}

const programmeFolder = path.join(import.meta.dirname, '../../../../programmes/ibs');
const dayMs = 86_400_000;
/** Roles and relations are older than any of the courses. */
const longAgoDays = 400;

/**
 * The practice clinic: two organisations, their staff, and patients at every point of the way. Made through the same
 * operations that serve people, with the clock set back; only once per database. Each organisation and each course is one
 * transaction: what an interrupted first start has left out, the next one makes.
 */
export async function seedDemo(seeding: SeedDeps): Promise<void> {
  let example: Promise<ReadPackage> | undefined;
  const deps: Seeding = { ...seeding, example: () => (example ??= readPackageFolder(programmeFolder)) };
  for (const key of ['fjord', 'kust'] as const) {
    const organisation = organisations[key];
    const unit = units[key];
    await createOrganisation(deps.database.ownerPool, organisation);
    const courses = demoCourses.filter(({ patient }) => patientNamed(patient).organisation === key);
    const there = await inTenant(deps.database.pool, organisation.id, async (tx) =>
      (await findUnit(tx, unit.id)) ? { missing: await missingOf(tx, deps.keys, courses) } : undefined,
    );
    const missing = there?.missing ?? courses;
    if (missing.length === 0) continue;
    deps.onProgress?.(`Making the practice clinic ${organisation.name} …`);
    const versionId = there ? await exampleVersion(deps, organisation.id) : await seedOrganisation(deps, key);
    for (const course of missing) {
      await inTenant(deps.database.pool, organisation.id, (tx) => seedCourse(deps, tx, course, versionId));
    }
  }
}

/** The courses of patients whom nobody knows yet. */
async function missingOf(
  tx: TenantTx,
  keys: KeyStore,
  courses: readonly DemoCourse[],
): Promise<DemoCourse[]> {
  const known = await Promise.all(
    courses.map(async ({ patient }) => {
      const parsed = parseNationalNumber(patientNamed(patient).number);
      return 'refused' in parsed ? undefined : findByNumber(tx, keys, 'patient', parsed.number);
    }),
  );
  return courses.filter((_, place) => known[place] === undefined);
}

async function exampleVersion(deps: Seeding, tenantId: string): Promise<string> {
  const { programme } = await deps.example();
  const versions = await inTenant(deps.database.pool, tenantId, versionsOf);
  const found = versions.find(({ programmeId }) => programmeId === programme?.id);
  if (!found) throw new Error('the practice clinic is without its example programme');
  return found.versionId;
}

async function seedOrganisation(deps: Seeding, key: 'fjord' | 'kust'): Promise<string> {
  const { database, keys, now } = deps;
  const packed = await deps.example();
  return inTenant(database.pool, organisations[key].id, async (tx) => {
    createUnit(tx, units[key]);
    for (const member of staff.filter(({ organisation }) => organisation === key)) {
      const id = staffId(member);
      const parsed = parseNationalNumber(member.number);
      if ('refused' in parsed) throw new Error(`the number of ${member.key} is wrong: ${parsed.refused}`);
      await registerPerson(tx, keys, {
        id,
        kind: 'staff',
        identity: {
          given: member.given,
          family: member.family,
          title: member.title,
          born: member.born,
          number: parsed.number,
          numberKind: parsed.kind,
          hpr: member.hpr,
        },
        now: now - longAgoDays * dayMs,
      });
      for (const role of member.roles) {
        giveRole(tx, { personId: id, unitId: units[key].id, role, from: now - longAgoDays * dayMs });
      }
    }
    const imported = await importPackage(tx, packed, { now: now - longAgoDays * dayMs, newId: randomUUID });
    if (imported.kind !== 'imported')
      throw new Error(`the example programme can’t be imported: ${imported.kind}`);
    return imported.versionId;
  });
}

/** Stable, so that tests and the README can speak of the same people. */
export function staffId(member: Pick<StaffMember, 'key'>): string {
  const place = staff.findIndex(({ key }) => key === member.key) + 1;
  return `30000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
}

async function seedCourse(deps: Seeding, tx: TenantTx, course: DemoCourse, versionId: string): Promise<void> {
  const patient = patientNamed(course.patient);
  const clinician = clinicianActor(staffNamed(course.clinician));
  const at = (daysAgo: number, minutes = 0): EpochMs => deps.now - daysAgo * dayMs + minutes * 60_000;
  const invitedAt = at(course.invitedDaysAgo, -90);
  const zone = units[patient.organisation].timeZone;
  const lines = ['ibs-confirmed', 'no-eating-disorder', 'no-red-flags', 'reads-language', 'adult'];
  const invited = await perform(deps, tx, invite, clinician, invitedAt, {
    number: patient.number,
    given: patient.given,
    family: patient.family,
    language: patient.language,
    versionId,
    startsOn: dateIn(zone, invitedAt),
    answers: lines.map((id) => ({ id, met: true })),
  });
  if (course.acceptedDaysAgo === null) return;
  const actor = patientActor(clinician.tenantId, invited.patientId, patient.language);
  const acceptedAt = at(course.acceptedDaysAgo, -60);
  await perform(deps, tx, acceptInvitation, actor, acceptedAt, {});
  const preferences = { language: patient.language, textSize: 'md', theme: 'auto', welcomed: true } as const;
  savePreferencesOf(tx, actor.personId, preferences);
  await walkSteps(deps, tx, actor, course, acceptedAt, at(course.lastActiveDaysAgo, -30));
  if (course.pausedDaysAgo !== undefined) {
    const body = { act: 'pause', reason: 'På ferie, avtalt på telefon' } as const;
    await perform(deps, tx, steer, clinician, at(course.pausedDaysAgo), body, {
      treatmentId: invited.treatmentId,
    });
  }
}

/** Steps one after the other, spread evenly from the acceptance to the last day of activity. */
async function walkSteps(
  deps: Seeding,
  tx: TenantTx,
  actor: Actor,
  course: DemoCourse,
  from: EpochMs,
  to: EpochMs,
): Promise<void> {
  const { programme } = await deps.example();
  if (!programme) throw new Error('the example programme can’t be read');
  const steps = stepsInOrder(programme)
    .filter(({ step, module }) => !step.hidden && !module.optional)
    .slice(0, course.steps);
  for (const [place, { step }] of steps.entries()) {
    const at = from + ((to - from) * (place + 1)) / steps.length;
    await perform(deps, tx, openStep, actor, at, {}, { stepId: step.id });
    await perform(deps, tx, finishStep, actor, at + 4 * 60_000, {}, { stepId: step.id });
  }
}

type BodyOf<R extends Route> = Parameters<Operation<R>>[1]['body'];
type OkBody<R extends Route> =
  R['replies'] extends Record<number, unknown> ? Awaited<ReturnType<Operation<R>>> : never;

/** Runs the operation behind a route as if it had been asked for then. */
async function perform<R extends Route>(
  deps: SeedDeps,
  tx: TenantTx,
  route: R,
  actor: Actor,
  realNow: EpochMs,
  body: BodyOf<R>,
  params: object = {},
): Promise<Extract<OkBody<R>, { body: unknown }>['body']> {
  const served = deps.served.find((one) => one.route.name === route.name);
  if (!served) throw new Error(`nobody serves ${route.name}`);
  const ask = { actor, body, params, query: {}, realNow, requestId: randomUUID() } as unknown as Ask;
  const result = await served.operation(tx, ask);
  if (isRefusal(result))
    throw new Error(`seeding: ${route.name} was refused: ${result.refused} ${result.detail ?? ''}`);
  return result.body as Extract<OkBody<R>, { body: unknown }>['body'];
}

function clinicianActor(member: StaffMember): Actor {
  return {
    ...nobody,
    kind: 'clinician',
    tenantId: organisations[member.organisation].id,
    personId: staffId(member),
    unitId: units[member.organisation].id,
    roles: member.roles,
  };
}

function patientActor(tenantId: string, personId: string, language: Actor['language']): Actor {
  return { ...nobody, kind: 'patient', tenantId, personId, language };
}

const nobody: Omit<Actor, 'kind' | 'tenantId' | 'personId'> = {
  unitId: null,
  roles: [],
  language: 'nb',
  sessionHash: Buffer.alloc(32),
  sharedDevice: false,
  idleEndsAt: 0,
  endsAt: 0,
};
