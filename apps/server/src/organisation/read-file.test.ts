import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOrganisation } from './read-file.ts';

const example = readFileSync(
  path.join(import.meta.dirname, '../../../../docs/organisation.example.yaml'),
  'utf8',
);

describe('a file that is wrong names line and field, and not what was written', () => {
  test.each([
    [
      'timeZone: Europe/Oslo',
      'timeZone: Oslo',
      '11 units[1].timeZone must be a time zone such as Europe/Oslo',
    ],
    ['08:00-14:00', '14:00-08:00', '17 units[1].open.friday must be hours that end after they begin'],
    ['friday:', 'fridag:', '17 units[1].open.fridag is not a field'],
    ['2026-12-24', '2026-12-32', '18 units[1].closed[1] must be a date such as 2026-12-24'],
    ['12848449952', '12848449953', '21 staff[1].number is mistyped: its check digits are wrong'],
    ['12848449952', '03827149879', '28 staff[2].number stands here for the second time'],
    ['    given: Ingrid\n', '', '21 staff[1].given is missing'],
    ['role: clinician', 'role: doctor', '27 staff[1].roles[1].role must be clinician or unit-administrator'],
    [
      '{ unit: 310000011',
      '{ unit: 310000012',
      '27 staff[1].roles[1].unit must be the number of a unit in this file',
    ],
    [
      'number: 310000001',
      'number: 31000000',
      '6 organisation.number must be an organisation number of nine digits',
    ],
    ['short: fjordbyen', 'shrot: fjordbyen', '4 organisation.shrot is not a field'],
    ['units:', 'units: [', '9 the file is not YAML that can be read here'],
  ])('%s as %s', (from, to, expected) => {
    const read = readOrganisation(example.replace(from, to), { today: '2026-11-22', mode: 'production' });
    const told =
      'problems' in read
        ? read.problems.map(({ line, field, message }) => `${line} ${field} ${message}`)
        : [];
    expect(told).toContainEqual(expect.stringContaining(expected));
  });

  test('in practice nobody who may exist is registered', () => {
    const real = example.replace('12848449952', '13116900216').replace('03827149879', '01017012345');
    const read = readOrganisation(real, { today: '2026-11-22', mode: 'practice' });
    const told = JSON.stringify(read);
    expect(read).toHaveProperty('problems');
    expect(told).not.toContain('01017012345');
  });
});
