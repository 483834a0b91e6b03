// npm test: set up, check, test; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledFolder, nodeProgram, root, run } from './launch.mjs';
import { prepare } from './prepare.mjs';

const reports = mkdtempSync(join(tmpdir(), 'tiendo-reports-'));
const totals = { passed: 0, failed: 0 };
const failures = [];

/** Packages' programs are JavaScript files, started with the right Node whatever the PATH says. */
const program = (path) => join(root, 'node_modules', path);

async function check(name, args) {
  console.log(`\n== ${name}`);
  const code = await run(nodeProgram(), args, { env: withNode() });
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/** @param counts reads a runner's report: how many passed and failed */
async function suite(name, args, env, report, counts) {
  console.log(`\n== ${name}`);
  const code = await run(nodeProgram(), args, { env: { ...withNode(), ...env } });
  const found = existsSync(report) ? counts(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  // A runner can fail beside its tests: a file that does not load, an error after the last test.
  if (code !== 0 && found.failed === 0) found.failed = 1;
  count(name, found);
}

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
  await check('types', [program('typescript/bin/tsc'), '--noEmit', '-p', '.']);
  await check('format and lint', [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
  await check('unused files, exports and packages', [program('knip/bin/knip.js')]);
  const vitestReport = join(reports, 'vitest.json');
  await suite(
    'tests',
    [program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    {},
    vitestReport,
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  );
  const browserReport = join(reports, 'browser.json');
  await suite(
    'tests in the browser',
    [program('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    browserReport,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  );
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
