import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What only a server can do is tested where there is one.
    exclude: process.env.DATABASE_URL ? [] : ['**/*.server.test.ts'],
    reporters: ['default', './test/support/count-reporter.ts'],
    // A process a file: a database that breaks takes its own file along and no other.
    pool: 'forks',
    maxWorkers: 2,
    // Browsers and whole processes are slow on a busy machine; there CI gives a test a second chance.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: process.env.CI ? 1 : 0,
  },
})
