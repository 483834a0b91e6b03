import { defineConfig } from 'vitest/config';

/** Tests beside code that uses the database; they get both engines. */
const onDatabase = ['src/{store,services,http,cli}/**/*.test.ts', 'test/database/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than the cores of the smallest machine: many tests wait for a database, a program or a job's turn.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,test,web,bin}/**/*.test.{ts,tsx}'],
          exclude: [...onDatabase, 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'database', include: onDatabase, globalSetup: 'test/engines-setup.ts' },
      },
    ],
  },
});
