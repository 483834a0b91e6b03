import { describe, expect, it } from 'vitest';
import { startReader } from '../../src/services/reader.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { pdfOf } from '../files/pdf-writer.ts';
import { planText } from '../plan-text.ts';
import { fuzz } from './fuzzing.ts';
import { type Seed, seeds } from './seeds.ts';

describe('damaged files of every format', () => {
  it('are read, with every finding in its place, or refused', { timeout: 300_000 }, async () => {
    const all = await seeds();
    // The long run has the large ones too: `node bench/fuzz.ts --files 20000`.
    const quick = all.filter(({ bytes }) => bytes.length < 60_000);
    const { defects, outcomes, memory } = await fuzz(quick, numbersTo(400));
    expect(defects).toEqual([]);
    expect(outcomes.get('read') ?? 0).toBeGreaterThan(100);
    expect(memory).toBeLessThan(1500);
  });
});

describe('a PDF on which pdf.js fails after its answer', () => {
  it('does not end the process in which the next file is read', { timeout: 60_000 }, async () => {
    const broken = pdfOf([{ texts: [{ x: 72, y: 90, text: 'One' }] }, { texts: [] }]);
    const text = Buffer.from(broken)
      .toString('latin1')
      .replace(/(\d{10}) 00000 n \n(?=\d{10} 00000 n \ntrailer)/, '0000000001 00000 n \n');
    const file = { name: 'a.pdf', bytes: new Uint8Array(Buffer.from(text, 'latin1')) };
    const next = { name: 'a.txt', bytes: new TextEncoder().encode(planText()) };
    const reader = startReader({ processes: 1, seconds: 30, memoryMebibytes: 512 });
    const read = ({ name, bytes }: Seed) => reader.find({ bytes, fileName: name, maxFileBytes: 1_000_000 });
    await read(file).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
    expect((await read(next)).reading.targets).toHaveLength(4);
    await reader.close();
  });
});

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
