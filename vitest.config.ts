import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const engineSetup = 'workers/platform/database/testing/sqld.global-setup.ts';
const worldSetup = 'web/journeys/testing/world.global-setup.ts';

const neverTests = ['**/node_modules/**', 'build/**', '.qingfeng/**', '.wrangler/**'];
const realPrograms = '**/*.runtime.test.ts';
const houseChecks = 'workers/cli/house/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...neverTests, realPrograms, houseChecks],
          globalSetup: [engineSetup],
          // Importing the program anew for each file took twice the time of the tests.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'house',
          environment: 'node',
          include: [houseChecks],
          exclude: neverTests,
          testTimeout: 60_000,
        },
      },
      {
        plugins: [solid({ hot: false })],
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['web/**/*.test.tsx'],
          exclude: neverTests,
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'runtime',
          environment: 'node',
          include: [realPrograms],
          exclude: neverTests,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['web/journeys/**/*.journey.ts'],
          exclude: neverTests,
          globalSetup: [worldSetup],
          fileParallelism: false,
          testTimeout: 480_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
