import { expect, test } from 'vitest';
import { ageOn, bodyOf, emptyDraft, type Filled, filled, lineState, type Programme } from './draft.ts';
import { missing } from './missing.ts';

const programme: Programme = {
  versionId: 'v',
  title: 'P',
  summary: '',
  version: '1.0.0',
  example: true,
  days: 182,
  invitationDays: 14,
  modules: 1,
  steps: 1,
  eligibility: [
    { id: 'adult', kind: 'age', question: '18?', help: '', atLeast: 18, exceptionFrom: 16 },
    { id: 'ibs', kind: 'confirm', question: 'IBS?', help: '', atLeast: null, exceptionFrom: null },
  ],
  calendar: [],
  outline: [],
};
const usual = { language: 'nb', today: '2026-03-09', programmes: [programme] } as const;
const [adult, ibs] = programme.eligibility;
const whole = (more: Partial<Filled> = {}): Filled => ({
  ...filled(emptyDraft, usual),
  number: '1',
  person: { known: true, name: 'A B', born: '1984-05-17', hasTreatment: false },
  answers: { ibs: { met: true, reason: '' } },
  ...more,
});
const said = (key: string) => key;
const fields = (draft: Filled) => missing(draft, usual.today, said).map(({ field }) => field);

test('age is counted in whole years, and a birthday counts', () => {
  expect(ageOn('2008-03-09', '2026-03-09')).toBe(18);
  expect(ageOn('2008-03-10', '2026-03-09')).toBe(17);
});

test('a whole invitation misses nothing', () => {
  expect(fields(whole())).toEqual([]);
});

test('an empty form says what is missing in the order of the page', () => {
  expect(fields(filled(emptyDraft, usual))).toEqual(['number', 'line-ibs']);
});

test('an unknown person needs both names', () => {
  expect(fields(whole({ person: { known: false, born: '1984-05-17' } }))).toEqual(['given', 'family']);
});

test('a line that is not met needs a reason, and says which line', () => {
  expect(fields(whole({ answers: { ibs: { met: false, reason: '  ' } } }))).toEqual(['reason-ibs']);
  expect(fields(whole({ answers: { ibs: { met: false, reason: 'Being examined' } } }))).toEqual([]);
});

test('between the two ages a reason lets in; below both nothing does', () => {
  const at = (born: string) => lineState(adult!, whole({ person: { known: false, born } })).kind;
  expect(at('2009-01-01')).toBe('needs-reason');
  expect(at('2012-01-01')).toBe('too-young');
});

test('a reason that is no longer needed is not sent', () => {
  const { answers } = bodyOf(whole({ answers: { ibs: { met: true, reason: 'old' } } }), programme);
  expect(answers).toEqual([
    { id: 'adult', met: true },
    { id: ibs?.id, met: true },
  ]);
});

test('names are sent only for a person who is not known', () => {
  expect(bodyOf(whole({ given: 'X' }), programme)).not.toHaveProperty('given');
  const unknown = whole({
    person: { known: false, born: '1984-05-17' },
    given: ' Kari ',
    family: 'Nordmann',
  });
  expect(bodyOf(unknown, programme)).toMatchObject({ given: 'Kari', family: 'Nordmann' });
});
