import { defineConfig } from 'vitest/config';
import { propertySettings } from './test/support/property.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/learn-index.ts'],
    // By itself Vitest leaves one core free, which on two cores means one file at a time.
    maxWorkers: '100%',
    // Tests that start the whole program in a child process need more than the default five seconds, and a property
    // that is tried with more values so much more.
    testTimeout: 60_000 * propertySettings(process.env).times,
    hookTimeout: 60_000,
  },
});
