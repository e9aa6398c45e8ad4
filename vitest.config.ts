import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{platform,domains,ui,apps,testing}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'testing/journeys/**'],
    globalSetup: ['testing/src/global-setup.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
