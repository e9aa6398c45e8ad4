import { existsSync } from 'node:fs';
import path from 'node:path';
import { brokenBudgets, sizesOf } from '@skute/ui/budgets';
import { expect, test } from 'vitest';

const dist = path.join(import.meta.dirname, 'dist');

/** FHIRPath, 220 kB: fetched for a form that has expressions, and by nothing else. None of our own forms has any. */
const isForFewForms = /node_modules\/fhirpath\//;

test('the patient app keeps its budgets on a slow phone', () => {
  expect(existsSync(path.join(dist, 'index.html')), 'the app has been built: npm start, or vite build').toBe(
    true,
  );
  // What was promised for slow 4G: see ux-direction 5.2.
  const budgets = { firstJs: 150, firstCss: 30, firstAll: 260, furtherEach: 40 };
  expect(brokenBudgets(sizesOf(dist), budgets).filter((broken) => !isForFewForms.test(broken))).toEqual([]);
});
