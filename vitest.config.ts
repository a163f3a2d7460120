import { defineConfig } from 'vitest/config';

/** What takes long is in files of its own: `npm test` leaves it out, `npm run slow` runs it alone, the night all. */
const SLOW = 'test/**/*.slow.test.ts';
const suite = process.env.HEED_SUITE;

export default defineConfig({
  test: {
    include: [suite === 'slow' ? SLOW : 'test/**/*.test.ts'],
    exclude: suite === undefined ? [SLOW] : [],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    // By itself vitest leaves one of two cores idle.
    maxWorkers: 2,
    // A busy machine may keep a page waiting: a second was too short for it.
    expect: { poll: { timeout: 20_000 } },
    // A worker keeps its modules from one file to the next: loading them anew took a third of the time.
    isolate: false,
  },
});
