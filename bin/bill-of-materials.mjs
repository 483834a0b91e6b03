// node bin/bill-of-materials.mjs > tiendo.cdx.json: all that goes out with the program, in CycloneDX, as the lock has it.
// `npm sbom --omit dev` leaves out what one of our tools uses, too (zod among them, with npm 11.19), so the lock says what is a tool's alone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch.mjs';

const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const { stdout, stderr, status } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
if (status !== 0) throw new Error(`npm 10 or later is needed: ${stderr}`);

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const goesOut = new Set(
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`),
);
const bill = JSON.parse(stdout);
const components = bill.components.filter(({ name, version }) => goesOut.has(`${name}@${version}`));
const kept = new Set([bill.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
console.log(JSON.stringify({ ...bill, components, dependencies }, null, 2));
