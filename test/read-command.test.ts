import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { planText } from './plan-text.ts';

const program = fileURLToPath(new URL('../bin/tiendo.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tiendo-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const read = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'read', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('tiendo read', () => {
  const [one, other, empty] = [fileOf('1.txt', planText('1')), fileOf('2.txt', planText('2')), fileOf('3.txt', '')];

  it('prints what is found in a file', () => {
    const { status, stdout } = read(one);
    expect(status).toBe(0);
    expect(stdout).toMatch(/CHỈ TIÊU \(4\)/);
  });

  it('prints the mark of a state secret', () => {
    const secret = fileOf('4.txt', planText('4').replace('Số: ', 'TỐI MẬT\nSố: '));
    expect(read(secret).stdout).toMatch(/^Độ mật +Tối mật$/m);
    expect(read(one).stdout).toMatch(/^Độ mật +-$/m);
  });

  it('reads several files one after another, a line of JSON each, and says which could not be read', () => {
    const { status, stdout, stderr } = read('--json', one, empty, join(folder, 'missing.txt'), other);
    expect(status).toBe(1);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { document: { number: string } });
    expect(lines.map(({ document }) => document.number)).toEqual(['1/NQ-HĐND', '2/NQ-HĐND']);
    expect(stderr).toContain('3.txt');
    expect(stderr).toContain('missing.txt');
  });
});
