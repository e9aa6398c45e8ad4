import { defineConfig } from 'vitest/config';

/** `npm run accessible`: every screen in every state, colour and size; longer than the other journeys together. */
const onlyAccessible = process.env['JOURNEYS'] === 'accessible';

/** Journeys in a real browser against the whole server, and what is measured on the built apps. */
export default defineConfig({
  test: {
    include: [`testing/journeys/${onlyAccessible ? 'accessible-*' : '*'}.journey.ts`],
    globalSetup: ['testing/src/global-setup.ts'],
    pool: 'forks',
    // Two browsers at once are as many as two cores carry without making times mean nothing.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
