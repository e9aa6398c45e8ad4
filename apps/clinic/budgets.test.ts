import { existsSync } from 'node:fs';
import path from 'node:path';
import { brokenBudgets, sizesOf } from '@skute/ui/budgets';
import { expect, test } from 'vitest';

const dist = path.join(import.meta.dirname, 'dist');

test('the clinic portal keeps its budgets', () => {
  const built = existsSync(path.join(dist, 'index.html'));
  expect(built, 'the portal has been built: npm start, or vite build').toBe(true);
  // ux-direction 5.2 says 260 kB for the first route; what the further ones add is our own choice.
  expect(brokenBudgets(sizesOf(dist), { firstAll: 260, furtherEach: 40 })).toEqual([]);
});
