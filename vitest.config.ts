import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Generous: a test waits for something that happens, and a busy machine is no fault.
    testTimeout: 20_000,
    // as many as there are cores; by itself it leaves one idle, and on two cores runs one file at a time
    maxWorkers: '100%',
    // Files of one worker share their modules, which are loaded once: no test may leave anything behind in one.
    isolate: false,
    // How many seeds each .fuzz.test.ts tries; `npm run test:fuzz` asks for many more.
    env: { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '20' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: 'server/storage/testing/build-worker.ts',
          include: ['{shared,server}/**/*.test.ts', 'e2e/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [solid({ exclude: ['**/*.react.tsx', '**/*.react.test.tsx'] })],
        oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
        test: {
          name: 'client',
          environment: 'jsdom',
          setupFiles: ['client/ui/testing/leave-nothing.ts'],
          include: ['client/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
