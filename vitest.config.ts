import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{platform,domains,ui,apps,testing}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'testing/journeys/**'],
    globalSetup: ['testing/src/global-setup.ts'],
    pool: 'forks',
    // Much of it waits for a database: one worker, which two cores would get, leaves a core idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
