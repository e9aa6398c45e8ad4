import { beforeEach, expect, test } from 'vitest';
import { dropDraft, forgetDrafts, keepDraft, readDraft } from './drafts.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
      Object.assign(storage, { [key]: value });
    },
    removeItem: (key: string) => {
      kept.delete(key);
      Reflect.deleteProperty(storage, key);
    },
  };
  Object.assign(globalThis, { sessionStorage: storage });
});

test('what was typed is there after a reload', () => {
  keepDraft('steer.1', 'Because we agreed');
  expect(readDraft('steer.1')).toBe('Because we agreed');
});

test("one patient's draft is not another's", () => {
  keepDraft('steer.1', 'Because we agreed');
  expect(readDraft('steer.2')).toBeUndefined();
});

test('a draft that was sent is gone', () => {
  keepDraft('invite', { number: '1' });
  dropDraft('invite');
  expect(readDraft('invite')).toBeUndefined();
});

test('signing out leaves no draft', () => {
  keepDraft('invite', { number: '1' });
  keepDraft('steer.1', 'x');
  sessionStorage.setItem('other', 'stays');
  forgetDrafts();
  expect(readDraft('invite')).toBeUndefined();
  expect(readDraft('steer.1')).toBeUndefined();
  expect(sessionStorage.getItem('other')).toBe('stays');
});
