import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOfficialDocument } from '../src/files/written/official-document.ts';
import { packed, unpacked } from './change-docx.ts';
import { deliberateFaults } from './form-faults.ts';
import { decision } from './official-documents.ts';

const program = join(import.meta.dirname, '../bin/tiendo.mjs');

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'check', ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('tiendo check', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-check-'));
    const written = new Uint8Array(await writeOfficialDocument(decision));
    const { parts, others } = unpacked(written);
    deliberateFaults.find(({ found }) => found === 'number.padding')?.make(parts);
    await writeFile(at('dung.docx'), written);
    await writeFile(at('sai.docx'), packed(parts, others));
    await writeFile(at('van-ban.txt'), 'Số: 05/QĐ-UBND');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says box by box that a rightly set document is right, and ends with 0', async () => {
    const { code, out } = await run(at('dung.docx'));
    expect(code).toBe(0);
    expect(out).toContain('3. Số, ký hiệu: đúng');
  });

  it('names what departs, what the form wants and the clause, and ends with 1', async () => {
    const { code, out } = await run(at('sai.docx'));
    expect(code).toBe(1);
    expect(out).toContain('3. Số, ký hiệu: chưa đúng');
    expect(out).toContain('Số, ký hiệu: phải viết “07”');
    expect(out).toContain('NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3c');
  });

  it('refuses what is no Word file and says why', async () => {
    const { code, err } = await run(at('van-ban.txt'), at('khong-co.docx'));
    expect(code).toBe(1);
    expect(err).toContain('van-ban.txt');
    expect(err).toContain('Không thấy tệp');
  });
});
