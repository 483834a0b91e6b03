// npm test: set up, check, test; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { compiledFolder, nodeProgram, root, run } from './launch.mjs';
import { prepare } from './prepare.mjs';

const reports = mkdtempSync(join(tmpdir(), 'tiendo-reports-'));
const totals = { passed: 0, failed: 0 };
const failures = [];

/** Packages' programs are JavaScript files, started with the right Node whatever the PATH says. */
const program = (path) => join(root, 'node_modules', path);

/** Runs beside others, and says all it has to say when it ends. */
async function runAside(name, args) {
  const log = join(reports, `${name}.log`);
  const out = openSync(log, 'w');
  const code = await run(nodeProgram(), args, { env: withNode(), stdio: ['ignore', out, out] });
  closeSync(out);
  console.log(`\n== ${name}\n${readFileSync(log, 'utf8')}`);
  return code;
}

async function check(name, args) {
  const code = await runAside(name, args);
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/**
 * @param code how the runner ended
 * @param counts reads its report: how many passed and failed
 */
function countSuite(name, code, report, counts) {
  const none = { passed: 0, failed: 0, names: [] };
  const found = existsSync(report) ? counts(JSON.parse(readFileSync(report, 'utf8'))) : none;
  // A runner can fail beside its tests: a file that does not load, an error after the last test.
  if (code !== 0 && found.failed === 0) found.failed = 1;
  count(name, found);
  failures.push(...found.names);
}

/** Told once more at the end: whoever reads only that knows where to look. */
const told = (where, title, message) =>
  `  ${where} › ${title}\n    ${stripVTControlCharacters(message).slice(0, 1000)}`;

async function tests() {
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  console.log('\n== tests');
  const code = await run(nodeProgram(), [program('vitest/vitest.mjs'), ...args], { env: withNode() });
  countSuite('tests', code, report, ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    names: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === 'failed');
      if (failed.length === 0) return status === 'failed' ? [told(relative(root, name), 'as a whole', message)] : [];
      return failed.map(({ fullName, failureMessages }) =>
        told(relative(root, name), fullName, failureMessages[0] ?? ''),
      );
    }),
  }));
}

async function walks() {
  const report = join(reports, 'browser.json');
  const args = [program('@playwright/test/cli.js'), 'test', '--reporter=list,json'];
  console.log('\n== tests in the browser');
  const env = { ...withNode(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await run(nodeProgram(), args, { env });
  countSuite('tests in the browser', code, report, ({ stats, suites, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    names: [
      ...suites.flatMap(failedWalks),
      ...errors.map(({ message }) => told('test/browser', 'as a whole', message ?? '')),
    ],
  }));
}

const failedWalks = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) =>
      told(`test/browser/${file}:${line}`, title, tests.at(-1)?.results.at(-1)?.error?.message ?? ''),
    ),
  ...suites.flatMap(failedWalks),
];

function count(name, { passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed}`);
}

/** What tests start themselves finds the same Node on the PATH, and what was compiled before. */
function withNode() {
  const path = `${nodeProgram().replace(/\/[^/]+$/, '')}:${process.env.PATH}`;
  return { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiledFolder };
}

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.some((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
}

function installChromium() {
  if (findChromium()) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log('Đang cài Chromium (gói Debian) … / Installing Chromium (Debian package) …');
  const apt = [...asRoot, 'apt-get', '-o', 'DPkg::Lock::Timeout=900'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']];
  for (const step of steps)
    spawnSync(apt[0], [...apt.slice(1), ...step], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (findChromium()) return;
  console.error(
    'Thiếu Chromium nên các bài thử trên trình duyệt sẽ không chạy được: sudo apt-get install chromium\n' +
      'Chromium is missing, so the browser tests will fail: sudo apt-get install chromium',
  );
}

async function main() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  prepare({ web: true });
  const same = readFileSync(join(root, 'package-lock.json'), 'utf8') === lock;
  count('package-lock.json was changed by npm install', { passed: same ? 1 : 0, failed: same ? 0 : 1 });
  installChromium();
  await Promise.all([
    check('types', [program('typescript/bin/tsc'), '--noEmit', '-p', '.']),
    check('format and lint', [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
    check('unused files, exports and packages', [program('knip/bin/knip.js')]),
    runAside('known faults of packages', [join(root, 'bin', 'known-faults.mjs')]),
  ]);
  // One after the other: side by side each took several times as long on two processors, and ran into its limits.
  await tests();
  await walks();
}

try {
  await main();
} catch (error) {
  console.error(error);
  count('run', { passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(failures.length > 0 ? `\n${failures.join('\n')}\n` : '');
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
