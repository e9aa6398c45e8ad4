/** What the fields of the file mean together. Pure. */
import { randomUUID } from 'node:crypto';
import type { Organisation, RoleName, Unit } from '@skute/access';
import { acceptInPractice, type Identity, parseNationalNumber } from '@skute/identity';
import type { IsoDate } from '@skute/platform/time';
import type { OrganisationFile } from './file.ts';

export interface WantedStaff {
  readonly identity: Identity;
  readonly roles: readonly { readonly unitNumber: string; readonly role: RoleName }[];
}

/** Ids are for what turns out to be new. */
export interface WantedOrganisation {
  readonly organisation: Organisation;
  readonly units: readonly Omit<Unit, 'clockAheadSeconds'>[];
  readonly staff: readonly WantedStaff[];
}

export interface Checks {
  readonly today: IsoDate;
  /** Nobody in practice may exist. */
  readonly mode: 'practice' | 'production';
}

export interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export function wantedOf(
  file: OrganisationFile,
  checks: Checks,
): { readonly wanted: WantedOrganisation } | { readonly wrong: readonly Wrong[] } {
  const staff = file.staff.map((line, place) => staffOf(line, ['staff', place], checks));
  const wrong = [
    ...wrongNumbers(file),
    ...repeated(
      file.units.map(({ number }) => number),
      (place) => ['units', place, 'number'],
    ),
    ...wrongRoles(file),
    ...staff.flatMap((one) => ('wrong' in one ? [one.wrong] : [])),
  ];
  const known = staff.flatMap((one) => ('wrong' in one ? [] : [one]));
  if (wrong.length > 0) return { wrong };
  const twice = [
    ...repeated(
      known.map(({ identity }) => identity.number),
      (place) => ['staff', place, 'number'],
    ),
    ...repeated(
      known.map(({ identity }) => identity.hpr),
      (place) => ['staff', place, 'hpr'],
    ),
  ];
  return twice.length > 0 ? { wrong: twice } : { wanted: { ...groundOf(file), staff: known } };
}

function groundOf({ organisation, units }: OrganisationFile): Omit<WantedOrganisation, 'staff'> {
  return {
    organisation: {
      id: randomUUID(),
      slug: organisation.short,
      name: organisation.name,
      country: organisation.country,
      organisationNumber: organisation.number,
    },
    units: units.map((unit) => ({
      id: randomUUID(),
      name: unit.name,
      organisationNumber: unit.number,
      timeZone: unit.timeZone,
      openingHours: unit.open,
      holidays: unit.closed.toSorted(),
    })),
  };
}

/** As the identity providers name them: organisation numbers in Norway, HSA ids in Sweden. */
function wrongNumbers({ organisation, units }: OrganisationFile): Wrong[] {
  const [form, message] =
    organisation.country === 'NO'
      ? [/^\d{9}$/, 'must be an organisation number of nine digits']
      : [/^SE\d{10}(-[A-Z0-9]{1,18})?$/, 'must be an HSA id, such as SE2120000001'];
  const all: [readonly PropertyKey[], string][] = [
    [['organisation', 'number'], organisation.number],
    ...units.map(({ number }, place): [readonly PropertyKey[], string] => [
      ['units', place, 'number'],
      number,
    ]),
  ];
  return all.filter(([, number]) => !form.test(number)).map(([path]) => ({ path, message }));
}

function wrongRoles({ units, staff }: OrganisationFile): Wrong[] {
  const known = new Set(units.map(({ number }) => number));
  return staff.flatMap(({ roles }, place) =>
    roles.flatMap(({ unit }, at) =>
      known.has(unit)
        ? []
        : [
            {
              path: ['staff', place, 'roles', at, 'unit'],
              message: 'must be the number of a unit in this file',
            },
          ],
    ),
  );
}

function repeated(
  values: readonly (string | undefined)[],
  pathOf: (place: number) => readonly PropertyKey[],
): Wrong[] {
  return values.flatMap((value, place) =>
    value !== undefined && values.indexOf(value) < place
      ? [{ path: pathOf(place), message: 'stands here for the second time' }]
      : [],
  );
}

const numberMessages = {
  'wrong-length': 'must have 11 digits (Norway) or 12 (Sweden)',
  'not-digits': 'must be digits',
  'wrong-check-digit': 'is mistyped: its check digits are wrong',
  'impossible-date': 'is mistyped: there is no such date',
  'impossible-serial': 'is mistyped: no such number has been given out',
  'not-synthetic': 'must be a synthetic number: in practice mode nobody exists',
} as const;

function staffOf(
  line: OrganisationFile['staff'][number],
  path: readonly PropertyKey[],
  { today, mode }: Checks,
): WantedStaff | { readonly wrong: Wrong } {
  const parsed = parseNationalNumber(line.number, undefined, { today });
  const number = 'refused' in parsed || mode === 'production' ? parsed : acceptInPractice(parsed);
  if ('refused' in number)
    return { wrong: { path: [...path, 'number'], message: numberMessages[number.refused] } };
  const born = line.born ?? number.born;
  if (!born) return { wrong: { path: [...path, 'born'], message: 'is needed: the number does not tell it' } };
  return {
    identity: {
      given: line.given,
      family: line.family,
      born,
      number: number.number,
      numberKind: number.kind,
      ...(line.hpr !== undefined && { hpr: line.hpr }),
      ...(line.title !== undefined && { title: line.title }),
    },
    roles: line.roles.map(({ unit, role }) => ({ unitNumber: unit, role })),
  };
}
