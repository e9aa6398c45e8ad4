/** The organisation of a run: its units, their clinicians, and the example programme. */
import path from 'node:path';
import { createOrganisation, createUnit, giveRole } from '@skute/access';
import { generateSynthetic, parseNationalNumber, registerPerson } from '@skute/identity';
import { type Database, inTenant } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import { importPackage, type ReadPackage, readPackageFolder } from '@skute/programmes';
import { stepsInOrder } from '@skute/programmes/rules';
import { dayMs } from './courses.ts';
import { withLongForm } from './long-form.ts';
import { idFrom } from './random.ts';

export const tenantId = '10000000-0000-4000-8000-0000000000be';
const cliniciansOfUnit = 20;
export const patientsOfClinician = 50;

export interface Clinician {
  readonly id: string;
  readonly unitId: string;
}

export interface Clinic {
  readonly clinicians: readonly Clinician[];
  readonly versionId: string;
  /** Those of the modules that time opens, in the programme's order. */
  readonly steps: readonly string[];
  readonly forms: ReadPackage['forms'];
}

export interface SeedParts {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly random: () => number;
  readonly now: EpochMs;
}

export async function seedClinic(parts: SeedParts, patients: number): Promise<Clinic> {
  const { database, keys, random, now } = parts;
  await createOrganisation(database.ownerPool, {
    id: tenantId,
    slug: 'bench',
    name: 'Målesykehuset',
    country: 'NO',
    organisationNumber: '310000099',
  });
  const packed = withLongForm(
    await readPackageFolder(path.join(import.meta.dirname, '../../../programmes/ibs')),
  );
  if (!packed.programme) throw new Error('the example programme can’t be read');
  const from = now - 400 * dayMs;
  const clinicians: Clinician[] = [];
  const versionId = await inTenant(database.pool, tenantId, async (tx) => {
    for (let left = patients, unit = 0; left > 0; unit += 1) {
      const unitId = idFrom(random);
      createUnit(tx, { ...unitOf(unit), id: unitId });
      for (let i = 0; i < cliniciansOfUnit && left > 0; i += 1, left -= patientsOfClinician) {
        const id = idFrom(random);
        await registerPerson(tx, keys, {
          id,
          kind: 'staff',
          identity: staffIdentity(clinicians.length),
          now: from,
        });
        giveRole(tx, { personId: id, unitId, role: 'clinician', from });
        clinicians.push({ id, unitId });
      }
    }
    const imported = await importPackage(tx, packed, {
      now: from,
      newId: () => idFrom(random),
      isLicensed: async () => false,
    });
    if (imported.kind !== 'imported') throw new Error(`the programme can’t be imported: ${imported.kind}`);
    return imported.versionId;
  });
  const steps = stepsInOrder(packed.programme)
    .filter(({ step, module }) => !step.hidden && !module.optional && module.id !== 'how-did-it-go')
    .map(({ step }) => step.id);
  return { clinicians, versionId, steps, forms: packed.forms };
}

function unitOf(place: number) {
  return {
    name: `Poliklinikk ${place + 1}`,
    organisationNumber: String(310_001_000 + place),
    timeZone: 'Europe/Oslo',
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '15:30' })),
    holidays: [],
    clockAheadSeconds: 0,
  };
}

function staffIdentity(place: number) {
  const born = new Date(Date.UTC(1965, 0, 1) + place * 11 * dayMs).toISOString().slice(0, 10);
  const number = parseNationalNumber(generateSynthetic('NO', born, 0));
  if ('refused' in number) throw new Error(number.refused);
  return {
    given: 'Kliniker',
    family: `Nummer${place}`,
    title: 'klinisk ernæringsfysiolog',
    born,
    number: number.number,
    numberKind: number.kind,
    hpr: String(9_100_000 + place),
  };
}
