import { defineConfig } from 'vitest/config'

// Everything here runs in plain Node on real SQLite; journeys in a browser are Playwright's (tests/e2e).
export default defineConfig({
  test: {
    environment: 'node',
    exclude: ['node_modules/**', 'out/**', 'dist/**', 'tests/e2e/**'],
    // Node's own half of the work waits on the disk and on child processes: every core is put to use.
    maxWorkers: '100%',
    // Only for what hangs: a slow machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'rules', include: ['shared/**/*.test.ts'] } },
      { extends: true, test: { name: 'core', include: ['electron/**/*.test.ts', 'resources/**/*.test.ts'] } },
      { extends: true, test: { name: 'face', include: ['renderer/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'outside', include: ['tests/**/*.test.ts'] } },
    ],
  },
})
