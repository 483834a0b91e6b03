import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of the questions themselves get both engines; what walks them all, one. */
const onDatabase = ['src/store/**/*.test.ts', 'test/database/**/*.test.ts'];
/** Tests of what stands before the questions get one each, so that both are asked what a user asks: the older one of services, */
const onServices = ['src/{services,cli}/**/*.test.ts'];
/** the one that comes with the program of what is over HTTP. */
const overHttp = ['src/http/**/*.test.ts'];

/** What takes long begins first, or the run ends with one of them while the other processor has nothing to do. */
const longest = [
  'test/kill.test.ts',
  'test/database/job-kill.test.ts',
  'test/start.test.ts',
  'test/kill-actions.test.ts',
  'test/formats.test.ts',
  'test/fuzz/fuzz.test.ts',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((path) => moduleId.endsWith(path));
  return at < 0 ? longest.length : at;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What hangs ends; how long anything takes is measured elsewhere.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One more than the cores of the smallest machine: many tests wait for a database, a program or a job's turn.
    maxWorkers: 3,
    // What a worker has loaded it keeps for its next file: loading took longer than most of the pure tests themselves.
    isolate: false,
    // For the programs that tests start; the same folder as in bin/launch.mjs.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/tiendo-compiled', import.meta.url)) },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,test,web,bin}/**/*.test.{ts,tsx}'],
          exclude: [...onDatabase, ...onServices, ...overHttp, 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'database', include: onDatabase, globalSetup: 'test/engines-setup.ts' },
      },
      {
        extends: true,
        test: { name: 'services', include: onServices, globalSetup: 'test/engines-setup.ts' },
      },
      {
        extends: true,
        test: { name: 'http', include: overHttp, globalSetup: 'test/engines-setup.ts' },
      },
    ],
  },
});
