import { createHash } from 'node:crypto';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, it } from 'vitest';
import { heavyPage } from '../../test/files/heavy-page.ts';
import { type PdfSheet, pdfOf } from '../../test/files/pdf-writer.ts';
import { Refusal } from '../values/refusal.ts';
import { type Painter, type PainterLimits, startPainter } from './painter.ts';

const roomy: PainterLimits = { secondsPerPage: 60, memoryMebibytes: 1024, keptMebibytes: 8, idleSeconds: 60 };

const orderOf = (sheets: PdfSheet[]) => {
  const bytes = pdfOf(sheets);
  let given = 0;
  return {
    order: {
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      format: 'pdf' as const,
      bytes: async () => {
        given += 1;
        return bytes;
      },
      page: 0,
      width: 480,
      turn: 0,
    },
    given: () => given,
  };
};

const words = (text: string): PdfSheet => ({ texts: [{ x: 72, y: 100, text, size: 40 }] });

const refusalOf = async (painting: Promise<unknown>): Promise<string> =>
  painting.then(
    () => 'painted',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

/** More strokes than any machine draws in the time it is given. */
const endless: PdfSheet = { texts: [], more: '0 0 m 9 9 l S\n'.repeat(2_000_000) };

describe('pages drawn in a process beside the server', () => {
  const painters: Painter[] = [];
  const painter = (limits: Partial<PainterLimits> = {}): Painter => {
    const one = startPainter({ ...roomy, ...limits });
    painters.push(one);
    return one;
  };
  afterAll(() => {
    for (const one of painters) one.close();
  });

  it('come as pictures of the width asked for, the file given once for all its pages', async () => {
    const paint = painter().paint;
    const { order, given } = orderOf([words('One'), { ...words('Two'), width: 842, height: 595 }]);
    const pictures = await Promise.all([0, 1].map((page) => paint({ ...order, page })));
    const sizes = await Promise.all(pictures.map(async (bytes) => loadImage(Buffer.from(bytes))));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [480, 679],
      [480, 339],
    ]);
    expect(given()).toBe(1);
  });

  it('are kept to be asked for again, and asked for twice at once are drawn once', async () => {
    const paint = painter().paint;
    const { order } = orderOf([words('One')]);
    const [first, second] = await Promise.all([paint(order), paint(order)]);
    expect(second).toBe(first);
    expect(await paint(order)).toBe(first);
  });

  it('are drawn anew where many others have been asked for since', async () => {
    const paint = painter({ keptMebibytes: 0.001 }).paint;
    const { order } = orderOf([words('One')]);
    expect(await paint(order)).not.toBe(await paint(order));
  });

  it('that take too long are refused, at once when asked for again, and others are drawn', async () => {
    const paint = painter({ secondsPerPage: 4 }).paint;
    const { order } = orderOf([endless, words('Two')]);
    expect(await refusalOf(paint(order))).toBe('fileTakesTooLong');
    const start = performance.now();
    expect(await refusalOf(paint(order))).toBe('fileTakesTooLong');
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await refusalOf(paint({ ...order, page: 1 }))).toBe('painted');
  });

  it('that take too much memory are refused, and others are drawn', async () => {
    const paint = painter({ memoryMebibytes: 400 }).paint;
    const { order } = orderOf([heavyPage(4), words('Two')]);
    expect(await refusalOf(paint(order))).toBe('fileUnpacksTooLarge');
    expect(await refusalOf(paint({ ...order, page: 1 }))).toBe('painted');
  });

  it('of broken files, and pages that are not there, are refused', async () => {
    const paint = painter().paint;
    const { order } = orderOf([words('One')]);
    expect(await refusalOf(paint({ ...order, page: 1 }))).toBe('notFound');
    const broken = { ...order, fileHash: 'x', bytes: async () => new TextEncoder().encode('%PDF-1.7 nothing') };
    expect(await refusalOf(paint(broken))).toBe('fileBroken');
    expect(await refusalOf(paint({ ...broken, fileHash: 'y', format: 'docx' }))).toBe('notFound');
    expect(await refusalOf(paint(order))).toBe('painted');
  });

  it('are drawn by a new process after one that was ended for want of work', async () => {
    const paint = painter({ idleSeconds: 0, keptMebibytes: 0 }).paint;
    const { order } = orderOf([words('One')]);
    await paint(order);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await refusalOf(paint(order))).toBe('painted');
  });
});
