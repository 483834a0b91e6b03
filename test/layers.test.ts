import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** docs/ARCHITECTURE.md in a form that fails. */

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a folder may import beside itself. `wiring` are the files that stand in src itself: main, config, installation. */
const mayImport: Record<string, string[]> = {
  values: [],
  files: ['values'],
  reading: ['values'],
  registry: ['values', 'reading (types)'],
  report: ['values', 'registry'],
  portal: ['values', 'registry'],
  store: ['values', 'registry'],
  outside: ['values'],
  services: ['values', 'files', 'reading', 'registry', 'report', 'store', 'outside'],
  api: ['values', 'registry'],
  http: ['values', 'registry', 'portal', 'services', 'api'],
  cli: ['values', 'files', 'reading', 'services', 'wiring'],
  wiring: ['values', 'registry', 'store', 'outside', 'services', 'http'],
  web: ['values', 'registry', 'api'],
};

const pureFolders = ['values', 'reading', 'registry', 'report', 'portal'];
const impure = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|['"]node:|\bfetch\(|\bMath\.random\b|\bperformance\.now\b/;
const forbiddenNames = ['utils', 'util', 'common', 'shared', 'helpers', 'types', 'core', 'misc', 'lib'];

type Import = { from: string; typeOnly: boolean };
type Source = { path: string; folder: string; text: string; imports: Import[] };

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesBelow(path);
    return [path];
  });
}

function folderOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (top === 'web') return 'web';
  return third === undefined ? 'wiring' : second;
}

/** Comments are left out, so that a comment may name what code may not. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

function importsOf(path: string, text: string): Import[] {
  const statements =
    /(?:^|[\s;])(import|export)\s+(type\s)?[^'";]*?from\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)|^import\s+['"](\.[^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.ts)['"]/gm;
  return [...text.matchAll(statements)].map((match) => ({
    from: relative(root, join(root, dirname(path), match[3] ?? match[4] ?? match[5] ?? match[6] ?? '')),
    typeOnly: match[2] !== undefined,
  }));
}

const all = [...filesBelow('src'), ...filesBelow('web')].filter((path) => /\.tsx?$/.test(path));
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const sources: Source[] = all.map((path) => {
  const text = withoutComments(readFileSync(join(root, path), 'utf8'));
  return { path, folder: folderOf(path), text, imports: importsOf(path, text) };
});
const code = sources.filter(({ path }) => !isTest(path));

function allowed(from: string, to: string, typeOnly: boolean): boolean {
  if (from === to) return true;
  const list = mayImport[from] ?? [];
  return list.includes(to) || (typeOnly && list.includes(`${to} (types)`));
}

/** A cycle as the list of files on it, found by walking down and meeting a file that is still being walked. */
function findCycle(): string[] | undefined {
  const graph = new Map(
    code.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly).map((one) => one.from)]),
  );
  const done = new Set<string>();
  const walk = (path: string, above: string[]): string[] | undefined => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of graph.get(path) ?? []) {
      const cycle = walk(next, [...above, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the layout of the house', () => {
  it('knows every folder below src', () => {
    expect([...new Set(code.map(({ folder }) => folder))].filter((folder) => !(folder in mayImport))).toEqual([]);
  });

  it('has imports in one direction only', () => {
    const broken = code.flatMap(({ path, folder, imports }) =>
      imports
        .filter(({ from, typeOnly }) => /^(src|web)\//.test(from) && !allowed(folder, folderOf(from), typeOnly))
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(broken).toEqual([]);
  });

  it('imports nothing in the product from its tests, samples or measurements', () => {
    const broken = code.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => !/^(src|web)\//.test(from) || isTest(from))
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(broken.filter((line) => !line.endsWith('package.json'))).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle()).toBeUndefined();
  });

  it('has no `export *`', () => {
    expect(code.filter(({ text }) => /export\s*\*/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('keeps clock, environment, network and files out of the pure folders', () => {
    const broken = code.filter(({ folder, text }) => pureFolders.includes(folder) && impure.test(text));
    expect(broken.map(({ path, text }) => `${path}: ${impure.exec(text)?.[0]}`)).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    const long = sources
      .map(({ path }) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  it('has no folder whose name says nothing, and none deeper than two below src', () => {
    const folders = [
      ...new Set(
        filesBelow('src')
          .concat(filesBelow('web'), filesBelow('test'))
          .map((path) => dirname(path)),
      ),
    ];
    expect(folders.filter((folder) => folder.split('/').some((name) => forbiddenNames.includes(name)))).toEqual([]);
    expect(folders.filter((folder) => folder.startsWith('src/') && folder.split('/').length > 3)).toEqual([]);
  });

  it('finds what it forbids', () => {
    expect(allowed('reading', 'store', false)).toBe(false);
    expect(allowed('registry', 'reading', false)).toBe(false);
    expect(allowed('registry', 'reading', true)).toBe(true);
    expect(
      importsOf(
        'src/a/b.ts',
        `import type { A } from '../c/d.ts';\nimport { e } from './f.ts';\nawait import('../g.ts')`,
      ),
    ).toEqual([
      { from: 'src/c/d.ts', typeOnly: true },
      { from: 'src/a/f.ts', typeOnly: false },
      { from: 'src/g.ts', typeOnly: false },
    ]);
    expect(impure.test('const today = Date.now();')).toBe(true);
  });
});
