import { organisations, patients, staff, units } from './cast.ts';
import { demoCourses } from './courses.ts';

/** The people on the test provider's page, with a word on what each is for. */
export function testPeople() {
  return [
    ...patients.map((person) => ({
      id: person.key,
      kind: 'patient' as const,
      label: `${person.given} ${person.family} – ${situationOf(person.key)}`,
      nationalNumber: person.number,
    })),
    ...staff.map((person) => ({
      id: person.key,
      kind: 'clinician' as const,
      label: `${person.given} ${person.family}, ${person.title} – ${organisations[person.organisation].name}`,
      nationalNumber: person.number,
      hprNumber: person.hpr,
      organisationNumber: organisations[person.organisation].organisationNumber,
      unitNumber: units[person.organisation].organisationNumber,
    })),
  ];
}

function situationOf(key: string): string {
  const course = demoCourses.find(({ patient }) => patient === key);
  const place = organisations[patients.find((one) => one.key === key)?.organisation ?? 'fjord'].name;
  if (!course) return place;
  if (course.acceptedDaysAgo === null) return `invitert for ${course.invitedDaysAgo} dager siden, ${place}`;
  const paused = course.pausedDaysAgo === undefined ? '' : ', på pause';
  return `dag ${course.acceptedDaysAgo}${paused}, ${place}`;
}
