import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    // A busy machine may keep a page waiting: a second was too short for it.
    expect: { poll: { timeout: 20_000 } },
    // A worker keeps its modules from one file to the next: loading them anew took a third of the time.
    isolate: false,
  },
});
