import { expect, it } from 'vitest';
import { ibsSss } from '../instruments/ibs-sss.ts';
import { ruleOf } from './rule-of.ts';

it('a stored score leads to the rule it was made by, in its version only', () => {
  const stored = { instrument: 'ibs-sss', version: '1.0.0', score: 'total' };
  expect(ruleOf(stored)).toBe(ibsSss.scores[0]);
  expect(ruleOf({ ...stored, version: '0.9.0' })).toBeNull();
  expect(ruleOf({ ...stored, score: 'sum' })).toBeNull();
  expect(ruleOf({ ...stored, instrument: 'urn:example:form' })).toBeNull();
  expect(ruleOf({ ...stored, instrument: 'constructor' })).toBeNull();
});
