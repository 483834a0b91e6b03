// Brings a checkout to where it can run: packages installed, web application built. Does nothing where nothing changed.
// Runs before any package is there, on Node 18 or later: nothing imported but Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compiledFolder, isNodeNewEnough, nodeProgram, root } from './launch.mjs';

const installStamp = join(root, 'node_modules', '.tiendo-installed');
const dist = join(root, 'web', 'dist');
const buildStamp = join(dist, '.tiendo-built');
/** All that the built pages are made from. */
const webSources = ['web', 'src/api', 'src/registry', 'src/values', 'vite.config.ts', 'package-lock.json'];

// Standard output belongs to the command that follows (`tiendo read --json`).
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {{ web: boolean }} options whether the pages are needed too */
export function prepare({ web }) {
  install();
  if (web) build();
}

function install() {
  const packages = ['package.json', 'package-lock.json'];
  if (stampOf(installStamp) === hashOf(packages)) return;
  say('Đang cài các gói cần thiết (npm install) … / Installing packages …');
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, env: npmEnvironment(), stdio: ['ignore', 2, 2] };
  const done = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
  if (done.status !== 0) throw new Error('npm install không thành công. / npm install failed.');
  // As they stand now: an older npm has written the lock its own way.
  writeFileSync(installStamp, hashOf(packages));
}

function npmEnvironment() {
  if (isNodeNewEnough()) return process.env;
  const preload = `--require ${JSON.stringify(join(root, 'bin', 'npm-as-node-24.cjs'))}`;
  return { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}` };
}

function build() {
  const wanted = hashOf(webSources);
  if (stampOf(buildStamp) === wanted) return;
  say('Đang dựng giao diện web … / Building the web application …');
  compile();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(nodeProgram(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('Không dựng được giao diện web. / The web application could not be built.');
  compress();
  writeFileSync(buildStamp, wanted);
}

/** Beside the building, which takes longer: loads the program once, so that its first start finds it compiled. */
function compile() {
  const load = "await import('./src/cli/serve.ts'); await import('./src/services/read-file.ts');";
  const env = { ...process.env, NODE_COMPILE_CACHE: compiledFolder };
  const child = spawn(nodeProgram(), ['--input-type=module', '-e', load], { cwd: root, env, stdio: 'ignore' });
  // Without it the first start only takes longer.
  child.on('error', () => undefined);
}

/** Compressed once here, so that the server does not do it for every visitor. */
function compress() {
  for (const file of filesIn(dist)) {
    if (!/\.(js|css|html|svg|json|txt)$/.test(file)) continue;
    const bytes = readFileSync(file);
    if (bytes.length < 1024) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (path === dist && entry.isDirectory()) return [];
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const whole = join(root, path);
    const files = /\.\w+$/.test(path) ? [whole] : filesIn(whole);
    for (const file of files)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

const stampOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
