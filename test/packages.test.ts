import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const manifest = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;
const lock = read('package-lock.json') as {
  packages: Record<string, { license?: string; dev?: boolean; version?: string }>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** What may go out with the product; MPL-2.0 only in tools that are not part of it. */
const free = [
  'MIT',
  'MIT-0',
  'MIT/X11',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  // How duck, a part of mammoth, names the same two clauses.
  'BSD',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Unlicense',
  'CC0-1.0',
  'Zlib',
];
const tools = /^node_modules\/(axe-core$|lightningcss)/;

/** "(MIT OR GPL-3.0-or-later)" is as free as one of its sides, "(MIT AND Zlib)" as both. */
function isFree(license: string): boolean {
  const bare = license.replace(/[()]/g, '');
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isFree);
  return bare.split(' OR ').some((one) => free.includes(one));
}

type Bill = { bomFormat: string; components: { name: string; version: string; licenses?: unknown[] }[] };
/** npm 9 of Debian 12 makes none. */
const npmMakesBills = Number(spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout.split('.')[0]) >= 10;

describe('the packages we build on', () => {
  it('are named with exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked without the address they came from', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(JSON.stringify(lock)).not.toMatch(/"resolved"|\.tgz/);
  });

  it('have licences that let anybody use the product', () => {
    const others = installed.filter(
      ([path, { license }]) => !isFree(license ?? '') && !(license === 'MPL-2.0' && tools.test(path)),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it.skipIf(!npmMakesBills)(
    'stand in the bill of materials of a release, each with its licence, and no tool of ours',
    () => {
      const { stdout } = spawnSync(process.execPath, ['bin/bill-of-materials.mjs'], {
        encoding: 'utf8',
        maxBuffer: 100_000_000,
      });
      const { bomFormat, components } = JSON.parse(stdout) as Bill;
      expect(bomFormat).toBe('CycloneDX');
      expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
      const listed = components.map(({ name, version }) => `${name}@${version}`);
      const goOut = installed.flatMap(([path, { version, dev }]) =>
        dev ? [] : [`${path.split('node_modules/').at(-1)}@${version}`],
      );
      expect(listed.toSorted()).toEqual([...new Set(goOut)].toSorted());
    },
  );
});
