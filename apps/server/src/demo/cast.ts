/**
 * The people of the practice clinic, known to everybody: tests, the demo and the README use the same. None exists;
 * every identity number is of a series that is never given to a living person.
 */
import type { Organisation, OpeningHours, Unit } from '@skute/access';
import { generateSynthetic } from '@skute/identity';

export interface StaffMember {
  readonly key: string;
  readonly organisation: 'fjord' | 'kust';
  readonly given: string;
  readonly family: string;
  readonly title: string;
  readonly born: string;
  readonly number: string;
  readonly hpr: string;
  readonly roles: readonly ('clinician' | 'unit-administrator')[];
}

export interface Patient {
  readonly key: string;
  readonly organisation: 'fjord' | 'kust';
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly number: string;
  readonly language: 'nb' | 'nn' | 'sv' | 'en';
}

export const organisations: Record<'fjord' | 'kust', Organisation> = {
  fjord: {
    id: '10000000-0000-4000-8000-000000000001',
    slug: 'fjordbyen',
    name: 'Fjordbyen sykehus',
    country: 'NO',
    organisationNumber: '310000001',
  },
  kust: {
    id: '10000000-0000-4000-8000-000000000002',
    slug: 'kusten',
    name: 'Region Kusten',
    country: 'SE',
    organisationNumber: 'SE2120000001',
  },
};

const workingHours: OpeningHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: '08:00',
  closes: '15:30',
}));

export const units: Record<'fjord' | 'kust', Unit> = {
  fjord: {
    id: '20000000-0000-4000-8000-000000000001',
    name: 'Klinisk ernæring, poliklinikk',
    organisationNumber: '310000011',
    timeZone: 'Europe/Oslo',
    openingHours: workingHours,
    holidays: [
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
      '2027-03-25',
      '2027-03-26',
      '2027-03-29',
      '2027-05-17',
    ],
    clockAheadSeconds: 0,
  },
  kust: {
    id: '20000000-0000-4000-8000-000000000002',
    name: 'Dietistmottagningen Kusten',
    organisationNumber: 'SE2120000011',
    timeZone: 'Europe/Stockholm',
    openingHours: workingHours,
    holidays: [
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
      '2027-01-06',
      '2027-03-26',
      '2027-03-29',
    ],
    clockAheadSeconds: 0,
  },
};

const staffMember = (
  key: string,
  organisation: StaffMember['organisation'],
  name: readonly [string, string],
  title: string,
  born: string,
  hpr: string,
  roles: StaffMember['roles'],
): StaffMember => ({
  key,
  organisation,
  given: name[0],
  family: name[1],
  title,
  born,
  number: generateSynthetic(organisation === 'fjord' ? 'NO' : 'SE', born, 0),
  hpr,
  roles,
});

export const staff: readonly StaffMember[] = [
  staffMember('ingrid', 'fjord', ['Ingrid', 'Havn'], 'klinisk ernæringsfysiolog', '1984-04-12', '9000001', [
    'clinician',
  ]),
  staffMember('morten', 'fjord', ['Morten', 'Kai'], 'klinisk ernæringsfysiolog', '1979-09-30', '9000002', [
    'clinician',
  ]),
  staffMember('siv', 'fjord', ['Siv', 'Molo'], 'avdelingsleder', '1971-02-03', '9000003', [
    'unit-administrator',
  ]),
  staffMember('elsa', 'kust', ['Elsa', 'Strand'], 'leg. dietist', '1988-06-21', '9000004', ['clinician']),
];

const patient = (
  key: string,
  organisation: Patient['organisation'],
  name: readonly [string, string],
  born: string,
  language: Patient['language'],
): Patient => ({
  key,
  organisation,
  given: name[0],
  family: name[1],
  born,
  number: generateSynthetic(organisation === 'fjord' ? 'NO' : 'SE', born, 0),
  language,
});

export const patients: readonly Patient[] = [
  patient('kari', 'fjord', ['Kari', 'Seilmoen'], '1991-05-14', 'nb'),
  patient('ola', 'fjord', ['Ola', 'Bris'], '1986-11-02', 'nb'),
  patient('amina', 'fjord', ['Amina', 'Solbakk'], '1999-01-27', 'nb'),
  patient('jorunn', 'fjord', ['Jorunn', 'Lien'], '1962-08-08', 'nn'),
  patient('per', 'fjord', ['Per Arne', 'Skjær'], '1975-03-19', 'nb'),
  patient('liv', 'fjord', ['Liv', 'Ankerås'], '1994-07-01', 'nb'),
  patient('tomas', 'fjord', ['Tomas', 'Båtvik'], '1989-12-24', 'en'),
  patient('hanne', 'fjord', ['Hanne', 'Fyr'], '2001-10-10', 'nb'),
  patient('nils', 'kust', ['Nils', 'Skärgård'], '1983-09-09', 'sv'),
  patient('maja', 'kust', ['Maja', 'Brygga'], '1996-02-17', 'sv'),
];

export function staffNamed(key: string): StaffMember {
  const found = staff.find((member) => member.key === key);
  if (!found) throw new Error(`nobody on the staff is called ${key}`);
  return found;
}

export function patientNamed(key: string): Patient {
  const found = patients.find((member) => member.key === key);
  if (!found) throw new Error(`no patient is called ${key}`);
  return found;
}

/** Stable, so that tests and the README can speak of the same people. */
export function staffId(member: Pick<StaffMember, 'key'>): string {
  const place = staff.findIndex(({ key }) => key === member.key) + 1;
  return `30000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
}
