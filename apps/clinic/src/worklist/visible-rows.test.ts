import { expect, test } from 'vitest';
import { type Row, visibleRows, type WorkItem } from './visible-rows.ts';

const item = (kind: WorkItem['kind']): WorkItem => ({
  kind,
  occurrence: '1',
  because: 'Because.',
  since: '2026-03-09T08:00:00Z',
  dueAt: '2026-03-09T14:00:00Z',
  proposal: 'call',
});
const row = (treatmentId: string, ...kinds: WorkItem['kind'][]): Row => ({
  treatmentId,
  patientId: treatmentId,
  name: treatmentId,
  born: '1984-03-12',
  programme: 'P',
  status: 'active',
  day: 7,
  lastActiveAt: null,
  responsible: 'R',
  mine: true,
  work: kinds.map(item),
  group: 'today',
});
const act = (treatmentId: string, outcome: 'done' | 'later' | 'reopened', ...kinds: WorkItem['kind'][]) => ({
  treatmentId,
  body: { outcome, items: kinds.map((kind) => ({ kind, occurrence: '1' })) },
});
const names = (rows: Row[]) =>
  rows.map(({ treatmentId, work }) => `${treatmentId}:${work.map(({ kind }) => kind).join('+')}`);
const nothing = new Map();

test('a patient whose work is done leaves the list', () => {
  const rows = [row('a', 'no-activity'), row('b', 'time-ending')];
  expect(names(visibleRows(rows, [act('a', 'done', 'no-activity')], nothing))).toEqual(['b:time-ending']);
});

test('a patient with more work stays, with what is left', () => {
  const rows = [row('a', 'no-activity', 'time-ending')];
  expect(names(visibleRows(rows, [act('a', 'done', 'no-activity')], nothing))).toEqual(['a:time-ending']);
});

test('a patient whose work is all put off waits', () => {
  const rows = [row('a', 'no-activity'), row('b', 'time-ending', 'no-activity')];
  const acts = [act('a', 'later', 'no-activity'), act('b', 'later', 'no-activity')];
  expect(visibleRows(rows, acts, nothing).map(({ group }) => group)).toEqual(['waiting', 'today']);
});

test('what is taken back before it was read again is in the list', () => {
  const rows = [row('a', 'no-activity')];
  const acts = [act('a', 'done', 'no-activity'), act('a', 'reopened', 'no-activity')];
  expect(names(visibleRows(rows, acts, nothing))).toEqual(['a:no-activity']);
});

test('what is taken back after the list was read again returns to its place', () => {
  const before = new Map([['a', { row: row('a', 'no-activity'), index: 0 }]]);
  const found = visibleRows([row('b', 'time-ending')], [act('a', 'reopened', 'no-activity')], before);
  expect(names(found)).toEqual(['a:no-activity', 'b:time-ending']);
});

test('another occurrence of the same kind is other work', () => {
  const again = row('a', 'no-activity');
  const other = { ...again, work: [{ ...item('no-activity'), occurrence: '2' }] };
  expect(names(visibleRows([other], [act('a', 'done', 'no-activity')], nothing))).toEqual(['a:no-activity']);
});
