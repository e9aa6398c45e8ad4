import type { EligibilityLine } from '@skute/programmes/rules';
import { describe, expect, test } from 'vitest';
import { checkEligibility } from './eligibility.ts';

const lines: EligibilityLine[] = [
  { id: 'adult', kind: 'age', atLeast: 18, exceptionFrom: 16 },
  { id: 'confirmed', kind: 'confirm' },
];
const yes = { id: 'confirmed', met: true };

describe('the eligibility list', () => {
  test('lets in an adult whose lines are all met', () => {
    expect(checkEligibility(lines, [yes], '2000-01-01', '2026-11-23')).toEqual({
      answers: [{ id: 'adult', met: true }, yes],
    });
  });

  test('wants every line answered', () => {
    expect(checkEligibility(lines, [], '2000-01-01', '2026-11-23')).toEqual({
      refused: 'eligibility-unanswered',
      line: 'confirmed',
    });
  });

  test('wants a reason for a line that is not met', () => {
    const unmet = { id: 'confirmed', met: false };
    expect(checkEligibility(lines, [unmet], '2000-01-01', '2026-11-23')).toMatchObject({
      refused: 'override-needs-reason',
    });
    expect(checkEligibility(lines, [{ ...unmet, reason: ' x ' }], '2000-01-01', '2026-11-23')).toMatchObject({
      refused: 'override-needs-reason',
    });
    expect(
      checkEligibility(lines, [{ ...unmet, reason: 'Under work-up' }], '2000-01-01', '2026-11-23'),
    ).toMatchObject({
      answers: [{}, { met: false, reason: 'Under work-up' }],
    });
  });

  test('computes age itself: on the birthday one is old enough, the day before one is not', () => {
    const saysAdult = { id: 'adult', met: true };
    expect(checkEligibility(lines, [yes, saysAdult], '2008-11-23', '2026-11-23')).toHaveProperty('answers');
    expect(checkEligibility(lines, [yes, saysAdult], '2008-11-24', '2026-11-23')).toMatchObject({
      refused: 'override-needs-reason',
      line: 'adult',
    });
  });

  test('takes 16- and 17-year-olds by exception with a reason, and nobody younger', () => {
    const exception = { id: 'adult', met: false, reason: 'Referred by the paediatric clinic' };
    expect(checkEligibility(lines, [yes, exception], '2009-11-24', '2026-11-23')).toHaveProperty('answers');
    expect(checkEligibility(lines, [yes, exception], '2010-11-24', '2026-11-23')).toEqual({
      refused: 'too-young',
      line: 'adult',
    });
  });
});
