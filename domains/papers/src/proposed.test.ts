import { expect, test } from 'vitest';
import { paperKinds } from './contract.ts';
import { mayWritePapers, proposalFor } from './proposed.ts';
import { type Answered, aSource, type Told } from './testing/a-source.ts';

const answered = (key: string, on: string): Answered => ({ form: 'symptoms', key, on, total: 200 });

/** Each kind that it is time for, with why and since when. */
function proposed(told: Told): string[] {
  const { view } = aSource(told);
  return paperKinds.flatMap((kind) => {
    const proposal = proposalFor(view, kind);
    return proposal ? [`${kind} ${proposal.because} ${proposal.since}`] : [];
  });
}

const start = 'start-note treatment-started 2026-03-02';

test('a note is for the start, from the start', () => {
  expect(proposed({ now: '2026-03-02' })).toEqual([start]);
  expect(mayWritePapers(aSource({ now: '2026-03-02' }).view)).toBe(true);
});

test('the first letter waits for the form after 3 months', () => {
  expect(proposed({ now: '2026-06-05' })).toEqual([start]);
  expect(proposed({ now: '2026-06-05', answered: [answered('three-months.0', '2026-06-04')] })).toEqual([
    start,
    'gp-letter-3-months measures-answered 2026-06-04',
  ]);
});

test('and does not wait for it longer than it can be answered', () => {
  expect(proposed({ now: '2026-07-01' })).toEqual([start, 'gp-letter-3-months measures-expired 2026-06-30']);
});

test('the last letter and note come with the last form, which is proposed once it is answered', () => {
  const last = [answered('three-months.0', '2026-06-04'), answered('six-months.0', '2026-09-03')];
  expect(proposed({ now: '2026-09-03', answered: last }).slice(2)).toEqual([
    'gp-letter-end measures-answered 2026-09-03',
    'end-note measures-answered 2026-09-03',
  ]);
});

test('or when a week is left, or when it has ended without', () => {
  expect(proposed({ now: '2026-08-23' }).slice(2)).toEqual([]);
  expect(proposed({ now: '2026-08-26' }).slice(2)).toEqual([
    'gp-letter-end time-ending 2026-08-24',
    'end-note time-ending 2026-08-24',
  ]);
  expect(proposed({ now: '2026-05-04', ended: '2026-05-03' }).slice(1)).toEqual([
    'gp-letter-end treatment-ended 2026-05-03',
    'end-note treatment-ended 2026-05-03',
  ]);
});
