import { afterAll, describe, expect, it } from 'vitest';
import { heavyPage } from '../../test/files/heavy-page.ts';
import { pdfOf } from '../../test/files/pdf-writer.ts';
import { planText } from '../../test/plan-text.ts';
import type { ImportStage } from '../registry/import.ts';
import { Refusal } from '../values/refusal.ts';
import { startReader } from './reader.ts';

const file = (text: string) => ({
  bytes: Buffer.from(text),
  fileName: 'a.txt',
  maxFileBytes: 50_000_000,
  secrets: false,
});
const never = new AbortController().signal;
const quiet = { stage: () => undefined, pages: () => undefined };

/** Long enough that no machine reads it before the test has cancelled it or its time is over. */
const endless = planText().repeat(12_000);

const refusalOf = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('reading in a process beside the server', () => {
  const reader = startReader({ processes: 1, seconds: 120, memoryMebibytes: 512 });
  const hasty = startReader({ processes: 1, seconds: 0.05, memoryMebibytes: 512 });
  const small = startReader({ processes: 1, seconds: 120, memoryMebibytes: 300 });
  afterAll(() => Promise.all([reader, hasty, small].map(({ close }) => close())));

  it('tells its stages and gives what the register keeps', async () => {
    const stages: ImportStage[] = [];
    const read = await reader.read(file(planText()), { ...quiet, stage: (stage) => stages.push(stage) }, never);
    expect(stages).toEqual(['opening', 'reading', 'matching']);
    expect([read.format, read.intake.header.number, read.intake.targets.length]).toEqual(['txt', '15/NQ-HĐND', 4]);
    expect(read.intake.targets[0]?.plainWords).toContain('toc do tang truong grdp');
  });

  it('gives what is found to whoever only looks at it, with places in the file itself', async () => {
    const found = await reader.find(file(`\ufeff${planText()}`), quiet);
    expect([found.reading.targets.length, found.annotation.targets.length]).toEqual([4, 4]);
    const [first] = found.annotation.targets;
    expect([...`\ufeff${planText()}`].slice(first?.start, first?.end).join('')).toBe(first?.quote);
    expect(await refusalOf(hasty.find(file(endless), quiet))).toBe('fileTakesTooLong');
  });

  it('refuses what cannot be read, and reads the next file', async () => {
    expect(await refusalOf(reader.read(file(''), quiet, never))).toBe('fileEmpty');
    expect(await refusalOf(reader.read(file(planText()), quiet, never))).toBe('read');
  });

  it('lets several wait in line, and each gets its own answer', async () => {
    const numbers = ['1', '2', '3', '4', '5'];
    const read = await Promise.all(numbers.map((number) => reader.read(file(planText(number)), quiet, never)));
    expect(read.map(({ intake }) => intake.header.number)).toEqual(numbers.map((number) => `${number}/NQ-HĐND`));
  });

  it('can be cancelled while it reads and while it waits in line', async () => {
    const reads = new AbortController();
    const waits = new AbortController();
    const reading = refusalOf(reader.read(file(endless), { ...quiet, stage: () => reads.abort() }, reads.signal));
    const waiting = refusalOf(reader.read(file(planText()), quiet, waits.signal));
    waits.abort();
    expect(await Promise.all([reading, waiting])).toEqual(['importCancelled', 'importCancelled']);
    expect(await refusalOf(reader.read(file(planText()), quiet, never))).toBe('read');
  });

  it('is ended when its time is over', async () => {
    expect(await refusalOf(hasty.read(file(endless), quiet, never))).toBe('fileTakesTooLong');
  });

  it('takes nothing along when it runs out of memory', async () => {
    expect(await refusalOf(small.read(file(endless), quiet, never))).toBe('fileUnpacksTooLarge');
    expect(await refusalOf(small.read(file(planText()), quiet, never))).toBe('read');
  });

  it('takes nothing along when the pictures of a page take more memory than there is', async () => {
    const bytes = pdfOf([heavyPage(4)]);
    const refused = await refusalOf(small.read({ ...file(''), bytes, fileName: 'a.pdf' }, quiet, never));
    // Without recognition nothing of the page is drawn.
    expect(['fileUnpacksTooLarge', 'recognitionMissing']).toContain(refused);
    expect(await refusalOf(small.read(file(planText()), quiet, never))).toBe('read');
  });
});
