import { defineConfig } from 'vitest/config';
import { propertySettings } from './test/support/property.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/learn-index.ts'],
    // By itself Vitest leaves one core free, which on two cores means one file at a time.
    maxWorkers: '100%',
    // Tests start whole programs and browsers, on machines that may have other work: the limit only ends what hangs. and a property
    // that is tried with more values so much more.
    testTimeout: 180_000 * propertySettings(process.env).times,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
