import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptInPractice, type NationalNumber, parseNationalNumber } from './national-number.ts';
import { generateSynthetic } from './synthetic-number.ts';

const parsed = (...given: Parameters<typeof parseNationalNumber>): NationalNumber => {
  const number = parseNationalNumber(...given);
  if ('refused' in number) throw new Error(number.refused);
  return number;
};
const isoDate = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('a Norwegian number', () => {
  test.each([
    // norway.md D06: the test person of Pasientens måledata.
    ['13717404089', 'fnr', '1974-06-13', true],
    // navikt/fnrvalidator issue 116: NAV's and Skatteetaten's own examples.
    ['15507600333', 'fnr', '1976-10-15', true],
    ['55507608360', 'dnr', '1976-10-15', true],
    ['29422059278', 'fnr', '2020-02-29', true],
    ['17912099997', 'fnr', '2020-11-17', true],
    ['57912075186', 'dnr', '2020-11-17', true],
    ['69822075096', 'dnr', '2020-02-29', true],
    ['21883649874', 'fnr', '1936-08-21', true],
    ['21929774873', 'fnr', '1897-12-21', true],
    // Made-up numbers of navikt/fnrvalidator's tests, in the series of living persons.
    ['13097248022', 'fnr', '1972-09-13', false],
    ['29029648784', 'fnr', '1996-02-29', false],
    ['53097248016', 'dnr', '1972-09-13', false],
  ])('%s is a %s of somebody born on %s', (number, kind, born, synthetic) => {
    expect(parseNationalNumber(number)).toEqual({ country: 'NO', kind, number, born, synthetic });
  });

  test('may be written with a space or a hyphen', () => {
    expect(parsed('137174 04089').number).toBe('13717404089');
    expect(parsed(' 137174-04089 ').number).toBe('13717404089');
  });

  test.each([
    ['1371740408', 'wrong-length'],
    ['137174040899', 'wrong-length'],
    ['1371740408a', 'not-digits'],
    ['13717404088', 'wrong-check-digit'],
    ['13097248032', 'wrong-check-digit'],
    // 29 February 2001 and 31 June, with right check digits.
    ['29020150260', 'impossible-date'],
    ['31066000071', 'impossible-date'],
    // Nobody born in 1945 or 2045 has an individual number from 500 to 899.
    ['01014550050', 'impossible-serial'],
  ])('%s is refused as %s', (number, refused) => {
    expect(parseNationalNumber(number, 'NO')).toEqual({ refused });
  });

  test('that is generated parses, tells its birth date, and is synthetic', () => {
    fc.assert(
      fc.property(isoDate('1854-01-01', '2039-12-31'), fc.nat(60), (born, serial) => {
        const number = generateSynthetic('NO', born, serial);
        expect(parseNationalNumber(number)).toMatchObject({ kind: 'fnr', born, synthetic: true });
      }),
    );
  });

  test.each(['until-2031', 'from-2032'] as const)(
    'with one digit changed is refused (checks %s)',
    (norwegianChecks) => {
      fc.assert(
        fc.property(
          isoDate('1854-01-01', '2039-12-31'),
          fc.nat(60),
          fc.nat(10),
          fc.integer({ min: 1, max: 9 }),
          (born, serial, place, more) => {
            const number = generateSynthetic('NO', born, serial);
            const changed = (Number(number[place]) + more) % 10;
            const wrong = `${number.slice(0, place)}${changed}${number.slice(place + 1)}`;
            expect(parseNationalNumber(wrong, 'NO', { norwegianChecks })).toEqual({
              refused: 'wrong-check-digit',
            });
          },
        ),
      );
    },
  );

  test('of the kind given from 2032 is read only when the rule is set, and tells no birth date', () => {
    // Examples of navikt/fnrvalidator's tests; the last can be of either kind.
    expect(parseNationalNumber('30108299939')).toEqual({ refused: 'wrong-check-digit' });
    for (const number of ['30108299939', '30108299920', '02013299997']) {
      expect(parsed(number, 'NO', { norwegianChecks: 'from-2032' }).born).toBeUndefined();
    }
    expect(parsed('02013299997').born).toBe('2032-01-02');
    expect(parseNationalNumber('02013299987', 'NO', { norwegianChecks: 'from-2032' })).toEqual({
      refused: 'wrong-check-digit',
    });
    expect(parsed('13717404089', 'NO', { norwegianChecks: 'from-2032' }).synthetic).toBe(true);
  });
});

describe('a Swedish number', () => {
  const today = '2026-11-21';

  test.each([
    // Skatteverket's published test numbers.
    ['198507099805', 'personnummer', '1985-07-09', true],
    ['198507099813', 'personnummer', '1985-07-09', true],
    ['189103079803', 'personnummer', '1891-03-07', true],
    ['200002292399', 'personnummer', '2000-02-29', true],
    ['199001012385', 'personnummer', '1990-01-01', true],
    ['191401682396', 'samordningsnummer', '1914-01-08', true],
    ['191500722390', 'samordningsnummer', undefined, true],
    ['192001602396', 'samordningsnummer', undefined, true],
    // The example of Skatteverket's own description of the check digit; and HL7 Sweden's example of a samordningsnummer.
    ['196408233234', 'personnummer', '1964-08-23', false],
    ['196109732393', 'samordningsnummer', '1961-09-13', true],
  ])('%s is a %s of somebody born on %s', (number, kind, born, synthetic) => {
    expect(parseNationalNumber(number)).toEqual({ country: 'SE', kind, number, born, synthetic });
  });

  test.each([
    ['850709-9805', '198507099805'],
    ['8507099805', '198507099805'],
    ['19850709-9805', '198507099805'],
    ['000229-2399', '200002292399'],
    ['910307+9803', '189103079803'],
    // Not yet born this year: then somebody who turns 100, with the sign forgotten.
    ['261231-9802', '192612319802'],
    ['261231+9802', '192612319802'],
    ['640823–3234', '196408233234'],
  ])('%s is completed to %s', (written, number) => {
    expect(parsed(written, 'SE', { today }).number).toBe(number);
  });

  test.each([
    ['8507099805', 'wrong-length'],
    ['850709980', 'wrong-length'],
    ['19850709980X', 'not-digits'],
    ['198507099806', 'wrong-check-digit'],
    ['199909180003', 'impossible-serial'],
    ['200102292398', 'impossible-date'],
    ['198513019805', 'impossible-date'],
    ['178507099805', 'impossible-date'],
  ])('%s is refused as %s when the day is not known', (number, refused) => {
    expect(parseNationalNumber(number, 'SE')).toEqual({ refused });
  });

  test('with ten digits has the latest birth date that is not to come, or with + one of a hundred years', () => {
    fc.assert(
      fc.property(isoDate('1830-01-01', today), fc.nat(1), (born, serial) => {
        const number = generateSynthetic('SE', born, serial);
        const age = 2026 - Number(born.slice(0, 4));
        fc.pre(age < 200);
        const written = `${number.slice(2, 8)}${age >= 100 ? '+' : '-'}${number.slice(8)}`;
        expect(parseNationalNumber(written, 'SE', { today })).toMatchObject({
          number,
          born,
          synthetic: true,
        });
      }),
    );
  });

  test('with one digit changed is refused', () => {
    fc.assert(
      fc.property(
        isoDate('1890-01-01', '2026-01-01'),
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (born, place, more) => {
          const number = generateSynthetic('SE', born, 0);
          const changed = (Number(number[place]) + more) % 10;
          const wrong = `${number.slice(0, place)}${changed}${number.slice(place + 1)}`;
          expect(parseNationalNumber(wrong)).toEqual({ refused: 'wrong-check-digit' });
        },
      ),
    );
  });

  test('has two synthetic numbers on a date and no third', () => {
    expect(generateSynthetic('SE', '1985-07-09', 1)).toBe('198507099813');
    expect(() => generateSynthetic('SE', '1985-07-09', 2)).toThrow(RangeError);
  });
});

describe('a number', () => {
  test('of somebody not yet born is refused', () => {
    expect(parseNationalNumber('17912099997', 'NO', { today: '2020-11-16' })).toEqual({
      refused: 'impossible-date',
    });
    expect(parsed('17912099997', 'NO', { today: '2020-11-17' }).born).toBe('2020-11-17');
  });

  test('of any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void parseNationalNumber(text, undefined, { today: '2026-11-21' })),
    );
  });
});

describe('practice mode', () => {
  test('takes test persons, also the published ones with numbers that look real', () => {
    for (const number of ['13717404089', '17912099997', '198507099805', '13116900216']) {
      expect(acceptInPractice(parsed(number))).toMatchObject({ number });
    }
  });

  test('refuses every number that may be a living person’s', () => {
    for (const number of ['13097248022', '53097248016', '196408233234', '199001019802']) {
      expect(acceptInPractice(parsed(number))).toEqual({ refused: 'not-synthetic' });
    }
  });
});
