import { expect, test } from 'vitest';
import type { Act } from './acts.ts';
import { match, type Press } from './match.ts';

const act = (keys: string, inRegion = false): Act => ({
  id: keys,
  label: keys,
  keys,
  group: 'here',
  inRegion,
  run: () => undefined,
});
const acts = [act('E', true), act('G A'), act('G P'), act('['), act('?')];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  typing: false,
  inRegion: true,
  ...more,
});
const found = (result: ReturnType<typeof match>) => (result && 'act' in result ? result.act.id : result);

test('a letter asks for its act, large or small', () => {
  expect(found(match(press('e'), undefined, acts))).toBe('E');
  expect(found(match(press('E'), undefined, acts))).toBe('E');
});

test('a letter of the list does nothing outside the list', () => {
  expect(match(press('e', { inRegion: false }), undefined, acts)).toBeUndefined();
});

test('two keys in a row ask for one act', () => {
  expect(match(press('g'), undefined, acts)).toEqual({ pending: 'G' });
  expect(found(match(press('p'), 'G', acts))).toBe('G P');
});

test('typing in a field asks for nothing', () => {
  expect(match(press('e', { typing: true }), undefined, acts)).toBeUndefined();
});

test("the browser's own combinations are left alone", () => {
  expect(match(press('e', { ctrl: true }), undefined, acts)).toBeUndefined();
  expect(match(press('g', { meta: true }), undefined, acts)).toBeUndefined();
});

test('a bracket counts with AltGr and with Option, as Nordic keyboards need', () => {
  expect(found(match(press('[', { ctrl: true, alt: true }), undefined, acts))).toBe('[');
  expect(found(match(press('[', { alt: true }), undefined, acts))).toBe('[');
});
