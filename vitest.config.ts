import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // How many seeds each .fuzz.test.ts tries; `npm run test:fuzz` asks for many more.
    env: { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '20' },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,server}/**/*.test.ts', 'e2e/**/*.test.ts'],
        },
      },
      {
        plugins: [solid({ exclude: ['**/*.react.tsx', '**/*.react.test.tsx'] })],
        oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
        test: {
          name: 'client',
          environment: 'jsdom',
          include: ['client/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
