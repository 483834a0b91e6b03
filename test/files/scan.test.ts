import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import { findTesseract } from '../../src/files/scan/tesseract.ts';
import type { TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { recognitionsRunning } from '../child-processes.ts';
import { canDraw, type DrawnPage, drawn, laidIn, picturePdf, tiffOf } from '../scan-pages.ts';

const present = await findTesseract().then(
  () => canDraw,
  () => false,
);
if (!present)
  process.stdout.write(
    'Tesseract with Vietnamese or the font Liberation Sans 2 is not here: the reading of scans is left out of this run.\n',
  );

/** A letterhead, a paragraph over two lines and a ruled table with a merged cell. */
const page: DrawnPage = {
  texts: [
    { x: 90, y: 70, text: 'ỦY BAN NHÂN DÂN' },
    { x: 110, y: 86, text: 'TỈNH SÔNG THANH', bold: true },
    { x: 270, y: 70, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: 11 },
    { x: 300, y: 86, text: 'Độc lập - Tự do - Hạnh phúc', bold: true, size: 12 },
    { x: 260, y: 130, text: 'KẾ HOẠCH', bold: true, size: 14 },
    { x: 110, y: 160, text: 'Phấn đấu tốc độ tăng trưởng kinh tế đạt trên 8%, thu nhập bình quân' },
    { x: 85, y: 178, text: 'đầu người đạt 95 triệu đồng trong năm 2026.' },
    { x: 92, y: 216, text: 'TT' },
    { x: 130, y: 216, text: 'Nhiệm vụ' },
    { x: 390, y: 216, text: 'Cơ quan chủ trì' },
    { x: 92, y: 240, text: '1' },
    { x: 130, y: 240, text: 'Xây dựng cơ sở dữ liệu đất đai' },
    { x: 390, y: 240, text: 'Sở Nông nghiệp' },
    { x: 92, y: 264, text: '2' },
    { x: 130, y: 264, text: 'Số hóa hồ sơ người có công' },
    { x: 390, y: 264, text: 'Sở Nội vụ' },
  ],
  lines: [
    ...[200, 224, 248, 272].map((y) => [85, y, 510, y] as const),
    ...[85, 120, 380, 510].map((x) => [x, 200, x, 272] as const),
  ],
};

const png = async (sheet: DrawnPage): Promise<Uint8Array> => new Uint8Array(await drawn(sheet).encode('png'));

const cellsOf = ({ text, blocks }: TextSource): string[][] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && !block.borderless
      ? block.rows.map((row) => row.cells.map(({ span }) => text.slice(span.start, span.end).trim()))
      : [],
  );

const task = [
  ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì'],
  ['1', 'Xây dựng cơ sở dữ liệu đất đai', 'Sở Nông nghiệp'],
  ['2', 'Số hóa hồ sơ người có công', 'Sở Nội vụ'],
];

const sentence =
  'Phấn đấu tốc độ tăng trưởng kinh tế đạt trên 8%, thu nhập bình quân đầu người đạt 95 triệu đồng trong năm 2026.';

const slow = { timeout: 60_000 };

describe.skipIf(!present)('a scanned page', () => {
  it.each([90, 180] as const)('is turned upright where it lies by %i degrees to the right', slow, async (degrees) => {
    const lying = laidIn(drawn(page), degrees);
    const source = await openAnyFile(new Uint8Array(await lying.encode('png')), 'a.png');
    expect(source.text.replace(/\s+/g, ' ')).toContain(sentence);
    expect(cellsOf(source)).toEqual(task);
    expect(source.pages).toMatchObject([{ turn: 360 - degrees }]);
    const [first] = source.places ?? [];
    expect(
      first && first.x < (source.pages?.[0]?.width ?? 0) / 2 && first.y < 100,
      'places are those of the page upright',
    ).toBe(true);
  });

  it('becomes a letterhead, paragraphs and tables with their cells', slow, async () => {
    const source = await openAnyFile(await png(page), 'trang.png');
    expect(source.format).toBe('png');
    expect(source.blocks[0]).toMatchObject({ kind: 'table', borderless: true });
    expect(source.text).toContain(sentence);
    expect(cellsOf(source)).toEqual(task);
  });

  it(
    'is read as well where it lies askew and is full of specks, and each line leads back to where it is shown',
    slow,
    async () => {
      const source = await openAnyFile(await png({ ...page, askew: 2, noise: 0.01 }), 'trang.png');
      expect(source.text).toContain(sentence);
      expect(cellsOf(source)).toEqual(task);
      const at = source.text.indexOf('Sở Nội vụ');
      const place = source.places?.find(({ start, end }) => start <= at && at < end);
      // (390, 264) turned by two degrees about the middle of the page.
      const [x, y] = turned(390, 264 - 4, 2);
      expect(place?.page).toBe(0);
      expect(Math.abs((place?.x ?? 0) - x)).toBeLessThan(3);
      expect(Math.abs((place?.y ?? 0) + (place?.height ?? 0) / 2 - y)).toBeLessThan(4);
      expect(source.pages?.[0]?.slope).toBeCloseTo(Math.tan((2 * Math.PI) / 180), 2);
    },
  );
});

function turned(x: number, y: number, degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  const [right, down] = [x - 297.5, y - 421];
  return [
    297.5 + right * Math.cos(angle) - down * Math.sin(angle),
    421 + right * Math.sin(angle) + down * Math.cos(angle),
  ];
}

describe.skipIf(!present)('what recognition reads badly', () => {
  it('is read nevertheless: capitals with their marks in close lines, Roman numerals', slow, async () => {
    const headings = ['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG CHỦ YẾU', 'III. NHIỆM VỤ VÀ GIẢI PHÁP', 'VIII. TỔ CHỨC'];
    const texts = headings.map((text, at) => ({ x: 85, y: 60 + 15 * at, text, bold: true, size: 13 }));
    const source = await openAnyFile(await png({ texts, height: 200 }), 'trang.png');
    expect(source.text.replace(/\s+/g, ' ').trim()).toBe(headings.join(' '));
  });
});

describe.skipIf(!present)('scans in files', () => {
  const two: DrawnPage[] = ['Điều 1. Phê duyệt kế hoạch.', 'Điều 2. Sở Tài chính chủ trì.'].map((text) => ({
    texts: [{ x: 85, y: 90, text }],
    height: 200,
  }));

  it('come as a PDF in which other pages hold text', slow, async () => {
    const canvas = drawn(two[0] ?? page);
    const jpeg = new Uint8Array(await canvas.encode('jpeg', 90));
    const sheet = { jpeg, width: 595, height: 200, dotsWide: canvas.width, dotsHigh: canvas.height };
    const source = await openAnyFile(picturePdf([sheet, { ...sheet, text: 'Written below' }]), 'hai-trang.pdf');
    expect(source.text).toMatch(/^Điều 1. Phê duyệt kế hoạch.\s+Điều 1. Phê duyệt kế hoạch.\s+Written below\s*$/);
    expect(source.pages?.map(({ picture }) => picture)).toEqual([undefined, undefined]);
  });

  it('are read anew where a scanner that knows no Vietnamese put its own text behind them', slow, async () => {
    const canvas = drawn({ texts: [{ x: 85, y: 90, text: 'Điều 1. Phê duyệt kế hoạch.' }], height: 200 });
    const jpeg = new Uint8Array(await canvas.encode('jpeg', 90));
    const sheet = { jpeg, width: 595, height: 200, dotsWide: canvas.width, dotsHigh: canvas.height };
    const source = await openAnyFile(picturePdf([{ ...sheet, behind: ['Dieu 1. Phe duyet ke hoach.'] }]), 'a.pdf');
    expect(source.text).toBe('Điều 1. Phê duyệt kế hoạch.\n');
  });

  it('come as .jpg, and as .tif with several pages', slow, async () => {
    const [first, second] = two.map((sheet) => drawn(sheet));
    if (!first || !second) throw new Error('left out');
    const jpg = await openAnyFile(new Uint8Array(await first.encode('jpeg', 90)), 'trang.jpeg');
    expect([jpg.format, jpg.text]).toEqual(['jpg', 'Điều 1. Phê duyệt kế hoạch.\n']);
    const tif = await openAnyFile(tiffOf([first, second]), 'hai trang.tif');
    expect([tif.format, tif.text.trim().split(/\s*\n/)]).toEqual([
      'tif',
      ['Điều 1. Phê duyệt kế hoạch.', 'Điều 2. Sở Tài chính chủ trì.'],
    ]);
    expect(tif.places?.map(({ page: number }) => number)).toEqual([0, 1]);
    expect(tif.pages?.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 200],
      [595, 200],
    ]);
  });

  it('are refused where the file is broken', slow, async () => {
    const bytes = await png(page);
    const files: [Uint8Array, string][] = [
      [bytes.slice(0, 20), 'trang.png'],
      [bytes.slice(0, 60), 'trang.png'],
      [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), 'trang.jpg'],
      [tiffOf([drawn({ texts: [], height: 50 })]).slice(0, 20), 'trang.tif'],
    ];
    for (const [part, name] of files)
      await expect(openAnyFile(part, name)).rejects.toMatchObject({ code: 'fileBroken' });
  });

  it('are refused where nothing can be recognised in them', slow, async () => {
    await expect(openAnyFile(await png({ texts: [], height: 200 }), 'trang.png')).rejects.toMatchObject({
      code: 'fileScanned',
    });
  });
});

describe('recognition', () => {
  it('that is not installed is asked for', async () => {
    await expect(findTesseract(['/nowhere/tesseract'])).rejects.toEqual(
      new Refusal('recognitionMissing', { what: 'tesseract' }),
    );
  });

  it.skipIf(!present)('ends at once, with its processes, when nobody wants it any more', slow, async () => {
    const cancel = new AbortController();
    const reading = openAnyFile(await png(page), 'trang.png', undefined, { signal: cancel.signal });
    const ended = expect(reading).rejects.toMatchObject({ code: 'importCancelled' });
    await until(() => recognitionsRunning().length > 0);
    cancel.abort();
    await ended;
    await until(() => recognitionsRunning().length === 0);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); ) {
    if (Date.now() > end) throw new Error('it never came about');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
