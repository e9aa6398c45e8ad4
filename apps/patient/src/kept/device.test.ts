import { beforeEach, expect, test } from 'vitest';
import { forgetAll, isOwnDevice, keep, keepFor, keptNames, takeOut } from './device.ts';

/** The little of the browser's storage that is used. Keys are own properties, as in a browser. */
class Storage {
  [key: string]: unknown;
}
Object.defineProperties(Storage.prototype, {
  getItem: {
    value(this: Storage, key: string) {
      return this[key] ?? null;
    },
  },
  setItem: {
    value(this: Storage, key: string, value: string) {
      this[key] = value;
    },
  },
  removeItem: {
    value(this: Storage, key: string) {
      delete this[key];
    },
  },
});

const anna = { personId: 'anna', sharedDevice: false };

beforeEach(() => {
  Object.assign(globalThis, { window: globalThis });
  Object.defineProperty(globalThis, 'localStorage', { value: new Storage(), configurable: true });
});

test('nothing is kept before somebody has said that the device is theirs', () => {
  keep('today', { cards: [] });
  expect(takeOut('today')).toBeUndefined();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('an own device keeps what was read', async () => {
  await keepFor(anna);
  keep('step/welcome', { title: 'Velkommen' });
  expect(takeOut('step/welcome')).toEqual({ title: 'Velkommen' });
  expect(keptNames('step/')).toEqual(['step/welcome']);
});

test('a shared device keeps nothing, also when it was somebody’s own before', async () => {
  await keepFor(anna);
  keep('today', {});
  await keepFor({ ...anna, sharedDevice: true });
  keep('today', {});
  expect(Object.keys(localStorage)).toEqual([]);
  expect(isOwnDevice()).toBe(false);
});

test('another person on the same phone does not see what was kept', async () => {
  await keepFor(anna);
  keep('today', { cards: ['anna’s'] });
  await keepFor({ personId: 'bjørn', sharedDevice: false });
  expect(takeOut('today')).toBeUndefined();
});

test('signing out takes everything away', async () => {
  await keepFor(anna);
  keep('today', {});
  await forgetAll();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('what can’t be read is as if it were not there', async () => {
  await keepFor(anna);
  localStorage.setItem('skute.today', '{');
  expect(takeOut('today')).toBeUndefined();
});
