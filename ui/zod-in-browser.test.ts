import { expect, test } from 'vitest';
import { z } from './zod-in-browser.ts';

const zod = z as unknown as typeof import('zod').z;

test('a contract can be written down with it', () => {
  const Kind = zod.enum(['a', 'b']).meta({ id: 'Kind' });
  const Body = zod
    .strictObject({ kind: Kind, at: zod.iso.date().nullable() })
    .extend({ more: zod.array(zod.uuid()).max(4) });
  expect(Body).toBeDefined();
});

test('it refuses to check anything', () => {
  const Body = zod.strictObject({ name: zod.string() });
  expect(() => Body.parse({ name: 1 })).toThrow(/can't be used in the browser/);
  expect(() => Body.safeParse({})).toThrow();
});
