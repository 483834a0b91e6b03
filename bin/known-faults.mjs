// What is publicly known to be wrong with the packages that go out. Told and not judged: a fault becomes known on a day of its own, not by a
// change of ours; docs/security.md says within how many days which is mended.
import { spawnSync } from 'node:child_process';
import { root } from './launch.mjs';

const { stdout } = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 100_000_000,
  timeout: 60_000,
});

/** Null where the registry does not answer, or not such questions. */
function answered() {
  try {
    return JSON.parse(stdout).vulnerabilities ?? null;
  } catch {
    return null;
  }
}

const found = answered();
if (found === null) console.log('LEFT OUT: the registry told nothing of known faults of packages.');
else {
  const all = Object.values(found);
  for (const { name, severity, range } of all) console.log(`${severity.padEnd(10)} ${name} ${range}`);
  console.log(`${all.length} packages with known faults`);
}
