import { defineConfig } from 'vitest/config';

/** Test data written by others, read from beside the project; none of it is kept here. A missing folder fails. */
export default defineConfig({
  test: {
    include: ['testing/vectors/**/*.vectors.ts'],
    globalSetup: ['testing/src/global-setup.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
