import { createCanvas, loadImage } from '@napi-rs/canvas';
import UTIF from 'utif2';
import { describe, expect, it } from 'vitest';
import { openPagePictures } from '../../src/files/page-pictures.ts';
import type { FileFormat } from '../../src/values/block.ts';

/** A page of 60 by 80, red above and blue below. */
function page() {
  const canvas = createCanvas(60, 80);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 60, 40);
  context.fillStyle = '#00f';
  context.fillRect(0, 40, 60, 40);
  return canvas;
}

const tiff = (): Uint8Array => {
  const { data } = page().getContext('2d').getImageData(0, 0, 60, 80);
  return new Uint8Array(UTIF.encodeImage(Uint8Array.from(data), 60, 80));
};

/** What a picture shows: its size, and its colour near its upper, right, lower and left edge. */
async function look(bytes: Uint8Array) {
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number) => {
    const [red = 0, , blue = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return red > 200 ? 'red' : blue > 200 ? 'blue' : 'other';
  };
  const edges = [at(width / 2, 4), at(width - 5, height / 2), at(width / 2, height - 5), at(4, height / 2)];
  return { size: [width, height], top: edges[0], right: edges[1], bottom: edges[2], left: edges[3] };
}

const files: [FileFormat, () => Uint8Array][] = [
  ['png', () => page().encodeSync('png')],
  ['jpg', () => page().encodeSync('jpeg', 95)],
  ['tif', tiff],
];

describe.each(files)('A %s as a page', (format, bytes) => {
  it('is shown in its colours and of the width asked for', async () => {
    const file = await openPagePictures(format, bytes());
    expect(await look(await file.webp(0, 120, 0))).toMatchObject({ size: [120, 160], top: 'red', bottom: 'blue' });
    await file.close();
  });

  it('is shown turned', async () => {
    const file = await openPagePictures(format, bytes());
    expect(await look(await file.webp(0, 160, 90))).toMatchObject({ size: [160, 120], right: 'red', left: 'blue' });
    expect(await look(await file.webp(0, 120, 180))).toMatchObject({ size: [120, 160], top: 'blue', bottom: 'red' });
    expect(await look(await file.webp(0, 160, 270))).toMatchObject({ size: [160, 120], left: 'red', right: 'blue' });
    await file.close();
  });

  it('has no other page, and is refused when it is broken', async () => {
    const file = await openPagePictures(format, bytes());
    await expect(file.webp(1, 120, 0)).rejects.toMatchObject({ code: 'notFound' });
    await file.close();
    const drawn = openPagePictures(format, bytes().slice(0, 40)).then((broken) => broken.webp(0, 120, 0));
    await expect(drawn).rejects.toMatchObject({ code: 'fileBroken' });
  });
});

describe('A format without pages', () => {
  it('is not shown', async () => {
    await expect(openPagePictures('docx', new Uint8Array(9))).rejects.toMatchObject({ code: 'notFound' });
  });
});
