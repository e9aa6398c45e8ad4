import { generateSynthetic, parseNationalNumber, registerPerson } from '@skute/identity';
import { inTenant } from '@skute/platform/db';
import { type Clinic, type Clinician, patientsOfClinician, type SeedParts, tenantId } from './clinic.ts';
import { type Course, courseOf, dayMs } from './courses.ts';
import { idFrom } from './random.ts';

export interface Patient {
  readonly id: string;
  readonly treatmentId: string;
  readonly clinician: Clinician;
  readonly course: Course;
}

const inOneTransaction = 250;

/** Registers the patients with keys, sealed identities and search tokens, by the operation that does it for people. */
export async function seedPatients(parts: SeedParts, clinic: Clinic, count: number): Promise<Patient[]> {
  const patients = Array.from({ length: count }, (_, place) => patientAt(parts, clinic, place));
  for (let from = 0; from < count; from += inOneTransaction) {
    await inTenant(parts.database.pool, tenantId, async (tx) => {
      const some = patients.slice(from, from + inOneTransaction);
      await Promise.all(
        some.map(({ id }, i) =>
          registerPerson(tx, parts.keys, {
            id,
            kind: 'patient',
            identity: identityAt(from + i),
            now: parts.now - 200 * dayMs,
          }),
        ),
      );
    });
  }
  return patients;
}

/** The last clinician of each unit has fifty patients who have all been silent: the longest worklist there is. */
function patientAt({ random, now }: SeedParts, clinic: Clinic, place: number): Patient {
  const at = Math.floor(place / patientsOfClinician);
  const clinician = clinic.clinicians[at];
  if (!clinician) throw new Error('a patient without a clinician');
  const silent = clinic.clinicians[at + 1]?.unitId !== clinician.unitId;
  return {
    id: idFrom(random),
    treatmentId: idFrom(random),
    clinician,
    course: courseOf(random, now, silent),
  };
}

const given = [
  'Kari',
  'Ola',
  'Amina',
  'Jorunn',
  'Per',
  'Liv',
  'Tomas',
  'Hanne',
  'Nils',
  'Maja',
  'Sunniva',
  'Ravdna',
];
const family = [
  'Seil',
  'Bris',
  'Solbakk',
  'Lien',
  'Skjær',
  'Ankerås',
  'Båtvik',
  'Fyr',
  'Holme',
  'Brygge',
  'Vik',
];
const ends = ['moen', 'haug', 'stad', 'land', 'nes', 'dal', 'berg'];

/** Some dozens of patients for each birth date: the series of test numbers has a few hundred. */
function identityAt(place: number) {
  const dates = 10_000;
  const born = new Date(Date.UTC(1955, 0, 1) + (place % dates) * 2 * dayMs).toISOString().slice(0, 10);
  const number = parseNationalNumber(generateSynthetic('NO', born, Math.floor(place / dates) + 1));
  if ('refused' in number) throw new Error(number.refused);
  return {
    given: given[place % given.length] ?? '',
    family: `${family[place % family.length]}${ends[place % ends.length]}`,
    born,
    number: number.number,
    numberKind: number.kind,
  };
}
