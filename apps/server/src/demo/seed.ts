import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createOrganisation, createUnit, findUnit, giveRole } from '@skute/access';
import { findByNumber, parseNationalNumber, registerPerson } from '@skute/identity';
import { inTenant, type TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { importPackage, type ReadPackage, readPackageFolder, versionsOf } from '@skute/programmes';
import { organisations, patientNamed, staff, staffId, units } from './cast.ts';
import { type DemoCourse, demoCourses } from './courses.ts';
import type { SeedDeps, Seeding } from './perform.ts';
import { seedCourse } from './seed-course.ts';

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
    const imported = await importPackage(tx, packed, {
      now: now - longAgoDays * dayMs,
      newId: randomUUID,
      isLicensed: async () => false,
    });
    if (imported.kind !== 'imported')
      throw new Error(`the example programme can’t be imported: ${imported.kind}`);
    return imported.versionId;
  });
}
