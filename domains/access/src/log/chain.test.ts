import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainedEntry, hashLink, lineOfEntry, type LinkSpan, noHash } from './chain.ts';

const entry: ChainedEntry = {
  tenant: '5b2d4c1e-0000-4000-8000-000000000001',
  number: '7',
  at: '1795255200000123',
  xid: '812',
  actor: '5b2d4c1e-0000-4000-8000-000000000002',
  actorKind: 'clinician',
  unit: null,
  act: 'treatment.read',
  outcome: 'allowed',
  patient: '5b2d4c1e-0000-4000-8000-000000000003',
  patients: null,
  basis: null,
  request: '5b2d4c1e-0000-4000-8000-000000000004',
};
const span: LinkSpan = {
  tenant: entry.tenant,
  number: 1,
  fromXid: 0,
  toXid: 900,
  entries: 1,
  at: '1795255201000000',
  previousHash: noHash,
};
const hashOf = (of: LinkSpan, ...entries: ChainedEntry[]): string => {
  const hash = hashLink(of);
  for (const each of entries) hash.add(each);
  return hash.end().toString('hex');
};

describe('a link’s hash', () => {
  test('is SHA-256 over these lines, which others can compute', () => {
    // printf '%s\n' '["skute access log 1",…]' '["5b2d…"]' | sha256sum
    expect(lineOfEntry(entry)).toBe(
      '["5b2d4c1e-0000-4000-8000-000000000001","7","1795255200000123","812","5b2d4c1e-0000-4000-8000-000000000002",' +
        '"clinician",null,"treatment.read","allowed","5b2d4c1e-0000-4000-8000-000000000003",null,null,' +
        '"5b2d4c1e-0000-4000-8000-000000000004"]',
    );
    expect(hashOf(span, entry)).toBe('352eb18a8afc284f39423fbfef3affffe6fcf75dedcf79c92d5843a34b76b402');
  });

  test('is another when any part of the link is another', () => {
    const changed: Partial<LinkSpan>[] = [
      { tenant: entry.request },
      { number: 2 },
      { fromXid: 1 },
      { toXid: 901 },
      { entries: 2 },
      { at: '1795255201000001' },
      { previousHash: Buffer.alloc(32, 1) },
    ];
    const hashes = [span, ...changed.map((part) => ({ ...span, ...part }))].map((each) =>
      hashOf(each, entry),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('is another when the entries come in another order', () => {
    const second = { ...entry, number: '8' };
    expect(hashOf(span, entry, second)).not.toBe(hashOf(span, second, entry));
  });
});

test('two different entries never have the same line', () => {
  const anEntry = fc.record({
    act: fc.string(),
    outcome: fc.string(),
    unit: fc.option(fc.string()),
    basis: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(anEntry, anEntry, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(lineOfEntry({ ...entry, ...one }) === lineOfEntry({ ...entry, ...other })).toBe(same);
    }),
  );
});
