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
});
