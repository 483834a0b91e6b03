import { existsSync, readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import { type GreyPicture, openPdfPictures } from '../../src/files/pdf/picture.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { type PdfPicture, type PdfSheet, pdfOf } from './pdf-writer.ts';

async function grey(sheet: PdfSheet, dpi = 72, turn = 0): Promise<GreyPicture> {
  const file = await openPdfPictures(pdfOf([sheet]));
  try {
    return await file.grey(0, dpi, turn);
  } finally {
    await file.close();
  }
}

/** How dark a box of the picture is: 0 where all is white, 1 where all is black. Places in points. */
function ink({ pixels, width, scale }: GreyPicture, x: number, y: number, w: number, h: number): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.round(y * scale); row < Math.round((y + h) * scale); row++)
    for (let column = Math.round(x * scale); column < Math.round((x + w) * scale); column++) {
      sum += 255 - (pixels[row * width + column] ?? 255);
      count += 1;
    }
  return sum / count / 255;
}

/** Rows of eight codes each as bits: the same picture of 16 by 16, white above and black below, in several packings. */
const bits = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));

/** ITU-T T.6: a row like the one above is "1"; a black row below a white one is "no white, then 16 black". */
const groupFour = bits(`${'1'.repeat(8)}001${'00110101'}${'0000010111'}${'11'.repeat(7)}${'000000000001000000000001'}`);

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** ITU-T T.88: a page and one region of it packed as T.6. */
function jbig2(): Uint8Array {
  const segment = (number: number, kind: number, data: number[]): number[] => [
    ...[...word(number), kind, 0, 1],
    ...word(data.length),
    ...data,
  ];
  const page = [...word(16), ...word(16), ...word(0), ...word(0), 0, 0, 0];
  const region = [...word(16), ...word(16), ...word(0), ...word(0), 0, 1, ...groupFour];
  return Uint8Array.from([...segment(0, 48, page), ...segment(1, 38, region)]);
}

function jpeg(): Uint8Array {
  const canvas = createCanvas(16, 16);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 16, 8);
  context.fillStyle = '#000';
  context.fillRect(0, 8, 16, 8);
  return canvas.encodeSync('jpeg', 95);
}

/** Written once with OpenJPEG; nothing here can write it. */
const jpeg2000 = Buffer.from(
  '/0//UQApAAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAABBwEB/1IADAAAAAEAAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE9w' +
    'ZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAABoAAH/k9+CuIxFA0rYqe/MG/aAAAADCQl8htFAAAABhIS7r1gAYSEvBJsAAMJCXgC0AAGEhL' +
    'wBaAADCQl4AtAABhIS8AWgAAwkJeALQAAYSEvAFoAAMJCXgC0AAGEhL//Z',
  'base64',
);

const size = '/Width 16 /Height 16';
const oneBit = `${size} /ColorSpace /DeviceGray /BitsPerComponent 1`;
const packings: [name: string, dictionary: string, bytes: Uint8Array][] = [
  ['no packing', oneBit, Uint8Array.from({ length: 32 }, (_, at) => (at < 16 ? 255 : 0))],
  ['JPEG', `${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, jpeg()],
  ['fax group 4', `${oneBit} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >>`, groupFour],
  ['JBIG2', `${oneBit} /Filter /JBIG2Decode`, jbig2()],
  ['JPEG 2000', `${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode`, jpeg2000],
];

const half = (dictionary: string, bytes: Uint8Array): PdfPicture => ({ box: [100, 100, 200, 200], dictionary, bytes });

describe('A page of a PDF as a picture', () => {
  it.each(packings)('shows pictures with %s, as scanners write them', async (_, dictionary, bytes) => {
    const page = await grey({ texts: [], pictures: [half(dictionary, bytes)] });
    expect(ink(page, 110, 110, 180, 75)).toBeLessThan(0.05);
    expect(ink(page, 110, 215, 180, 75)).toBeGreaterThan(0.95);
    expect(ink(page, 0, 0, 595, 95)).toBe(0);
  });

  it('shows text where reading says it stands, in fonts that are not in the file too', async () => {
    const sheet = { texts: [{ x: 200, y: 300, text: 'Mmmmm', size: 40 }] };
    const place = (await openAnyFile(pdfOf([sheet]), 'a.pdf')).places?.[0];
    if (!place) throw new Error('nothing read');
    const page = await grey(sheet, 144);
    expect(page.scale).toBe(2);
    expect([page.width, page.height]).toEqual([1190, 1684]);
    expect(ink(page, place.x, place.y, place.width, place.height)).toBeGreaterThan(0.1);
    expect(ink(page, 0, 0, 595, place.y - 2)).toBe(0);
    expect(ink(page, 0, place.y + place.height + 2, 595, 400)).toBe(0);
  });

  it('is turned as the file says and then as reading found its text', async () => {
    const sideways = 'BT /F1 40 Tf 0 1 -1 0 300 200 Tm (Mmmmm) Tj ET';
    const level = await openAnyFile(pdfOf([{ texts: [], more: sideways }]), 'a.pdf');
    const place = level.places?.[0];
    if (!place) throw new Error('nothing read');
    const page = await grey({ texts: [], more: sideways }, 72, level.pages?.[0]?.turn);
    expect([page.width, page.height]).toEqual([level.pages?.[0]?.width, level.pages?.[0]?.height]);
    expect(ink(page, place.x, place.y, place.width, place.height)).toBeGreaterThan(0.1);
    expect(ink(page, 0, 0, page.width, place.y - 2)).toBe(0);
  });

  it('is WebP of the width asked for, one page after the other of a file opened once', async () => {
    const file = await openPdfPictures(pdfOf([{ texts: [] }, { texts: [], width: 842, height: 595 }]));
    expect(file.pages).toBe(2);
    expect(await file.size(1)).toEqual({ width: 842, height: 595 });
    expect(await file.size(1, 90)).toEqual({ width: 595, height: 842 });
    const pictures = await Promise.all([0, 1, 0].map(async (page) => loadImage(await file.webp(page, 400))));
    expect(pictures.map(({ width, height }) => [width, height])).toEqual([
      [400, 566],
      [400, 283],
      [400, 566],
    ]);
    await expect(file.webp(2, 400)).rejects.toMatchObject({ code: 'notFound', detail: { page: 3 } });
    await expect(file.webp(-1, 400)).rejects.toMatchObject({ code: 'notFound' });
    await file.close();
  });
});

describe('Drawing a page', () => {
  it('keeps a page of absurd measures small', async () => {
    const strip = await grey({ texts: [], width: 3, height: 14_000 }, 600);
    expect(strip.height).toBeLessThanOrEqual(16_000);
    const field = await grey({ texts: [], width: 14_400, height: 14_400 }, 600);
    expect(field.width * field.height).toBeLessThanOrEqual(41_000_000);
    expect(field.scale).toBeLessThan(1);
  });

  it('leaves out a picture that claims to be larger than any sheet', async () => {
    const huge = '/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8';
    const page = await grey({
      texts: [{ x: 72, y: 72, text: 'Mmm', size: 40 }],
      pictures: [half(huge, new Uint8Array(99))],
    });
    expect(ink(page, 100, 100, 200, 200)).toBe(0);
    expect(ink(page, 72, 40, 60, 32)).toBeGreaterThan(0.05);
  });

  it('refuses what is broken or locked, and survives a page that is', async () => {
    const code = (bytes: Uint8Array) =>
      openPdfPictures(bytes).then(
        () => 'opened',
        (error) => error.code,
      );
    expect(await code(new TextEncoder().encode('%PDF-1.7\nnothing'))).toBe('fileBroken');
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`;
    expect(await code(pdfOf([{ texts: [] }], lock))).toBe('filePasswordProtected');
    const damaged = packings.map(([, dictionary]) => half(dictionary, Uint8Array.from([1, 2, 3, 250])));
    const page = await grey({ texts: [{ x: 72, y: 500, text: 'Mmm', size: 40 }], pictures: damaged });
    expect(ink(page, 72, 468, 60, 32)).toBeGreaterThan(0.05);
  });
});

describe('A damaged file', () => {
  it('is drawn or refused, whatever was changed in it', async () => {
    const whole = pdfOf([
      {
        texts: [{ x: 72, y: 500, text: 'Kế hoạch' }],
        pictures: packings.map(([, dictionary, bytes]) => half(dictionary, bytes)),
      },
    ]);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), fc.nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice(0, cut % 4 === 0 ? cut : whole.length);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const end = await openPdfPictures(bytes)
          .then(
            (file) => file.webp(0, 100).finally(file.close),
            (error: unknown) => error,
          )
          .catch((error: unknown) => error);
        expect(end instanceof Uint8Array || end instanceof Refusal).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const folder = new URL('../../../shared/documents/files/scan/', import.meta.url);
const scans = ['nghi-quyet-so-115-nq-cp-469452.pdf', 'nghi-quyet-so-99-nq-cp-469343.pdf'];
const present = existsSync(folder);
if (!present) console.log('Real scans are not beside this checkout: pictures of them are not tested.');

describe.skipIf(!present)('A real scan', () => {
  it.each(scans)('%s becomes a picture of dark letters on light paper', async (name) => {
    const file = await openPdfPictures(readFileSync(new URL(name, folder)));
    const page = await file.grey(0, 200);
    await file.close();
    const dark = page.pixels.reduce((sum, one) => sum + (one < 128 ? 1 : 0), 0) / page.pixels.length;
    const light = page.pixels.reduce((sum, one) => sum + (one > 200 ? 1 : 0), 0) / page.pixels.length;
    expect(dark).toBeGreaterThan(0.01);
    expect(dark).toBeLessThan(0.2);
    expect(light).toBeGreaterThan(0.75);
  });
});
