import { Refusal } from '../../values/refusal.ts';
import type { FileKind } from '../file-kind.ts';

/** What a picture says of itself before it is unpacked; dots per inch only where it says so. */
export type PictureHead = { width: number; height: number; dpi: number | undefined };

/** @throws Refusal for a file that ends before it has said its size */
export function headOf(bytes: Uint8Array, kind: FileKind): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = kind === 'png' ? pngHead(view) : jpegHead(view);
  if (!head || head.width === 0 || head.height === 0) throw new Refusal('fileBroken', { part: kind, reason: 'head' });
  return head;
}

const inchesPerMetre = 39.37;

/** PNG: a chunk IHDR with the size, later perhaps pHYs with dots per metre. */
function pngHead(view: DataView): PictureHead | undefined {
  if (view.byteLength < 33) return undefined;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  for (let at = 8; at + 21 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === 0x49444154) break; // IDAT: the picture itself
    if (name === 0x70485973 && view.getUint8(at + 16) === 1)
      return { width, height, dpi: view.getUint32(at + 8) / inchesPerMetre || undefined };
  }
  return { width, height, dpi: undefined };
}

/** JPEG: segments, of which JFIF's tells the resolution and a start of frame the size. */
function jpegHead(view: DataView): PictureHead | undefined {
  let dpi: number | undefined;
  for (let at = 2; at + 10 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), dpi };
    if (marker === 0xe0 && at + 16 < view.byteLength && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11);
      const density = view.getUint16(at + 12);
      if (unit === 1 && density > 1) dpi = density;
      if (unit === 2 && density > 1) dpi = density * 2.54;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
