import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../test/files/pdf-writer.ts';
import { openPdf } from './pdf.ts';

const words = 'De an phat trien cua tinh';
const whole = Buffer.from(pdfOf([{ texts: [{ x: 72, y: 90, text: words }] }])).toString('latin1');
const withoutTable = whole.slice(0, whole.lastIndexOf('xref\n0 '));
const root = 'trailer\n<< /Root 1 0 R >>\n';

const opened = (text: string) => openPdf(new Uint8Array(Buffer.from(text, 'latin1')));

describe('a PDF whose table of objects is gone', () => {
  it('is read although it has each object many times', async () => {
    const copies = '9 0 obj\n<< /Title (a \\( [ b) /Kids [ 1 [2 3] <41> ] >>\nendobj\n'.repeat(3000);
    expect((await opened(withoutTable + copies + root)).text.trim()).toBe(words);
  });

  it('is refused where the copies of an object never end, before much is done', async () => {
    for (const start of ['[ (a) ', '<< /A [1] ', '(a \\) ']) {
      const copies = `9 0 obj\n${start}\nendobj\n`.repeat(20_000);
      await expect(opened(withoutTable + copies + root)).rejects.toMatchObject({
        detail: { reason: 'copies of objects do not end' },
      });
    }
  });
});
