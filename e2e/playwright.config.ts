import { defineConfig } from '@playwright/test'
import { CHROMIUM } from './chromium'

export default defineConfig({
  testDir: '.',
  testMatch: ['scenarios/**/*.spec.ts', 'accessibility/**/*.spec.ts'],
  outputDir: '../test-results',
  // What is heard on a page is the same text on every machine. A change is taken over by --update-snapshots, never by itself.
  snapshotPathTemplate: '{testDir}/accessibility/heard/{arg}{ext}',
  updateSnapshots: 'none',
  // A scenario is several people in several windows: two at a time is what a small machine can show without hurry.
  workers: 2,
  // No test waits for another in its file, so that at the end both are busy.
  fullyParallel: true,
  // A test that passes at the second try tells of a fault in the product or in the test.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // An action that cannot be done tells so sooner than the whole test runs out of time.
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recording every step takes a quarter of the time; to look into a failure: --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: CHROMIUM,
  },
})
