import UTIF from 'utif2';
import { Refusal } from '../../values/refusal.ts';
import type { Colours } from './decode.ts';

export type TiffPage = { width: number; height: number; dpi: number | undefined; colours: () => Colours };

/** Tags of a TIFF page. */
const tags = { width: 't256', height: 't257', resolution: 't282', unit: 't296', subfile: 't254' } as const;

/** The pages of a TIFF; small copies of a page that stand beside it are left out. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const data = Uint8Array.from(bytes).buffer;
  checkDirectories(bytes);
  const pages = guarded(() => UTIF.decode(data)).map((page): TiffPage & { isCopy: boolean } => {
    const tag = (name: string): number => {
      const value: unknown = page[name];
      return Array.isArray(value) ? Number(value[0]) : 0;
    };
    const perUnit = tag(tags.resolution);
    return {
      width: tag(tags.width),
      height: tag(tags.height),
      dpi: perUnit > 1 ? perUnit * (tag(tags.unit) === 3 ? 2.54 : 1) : undefined,
      isCopy: (tag(tags.subfile) & 1) === 1,
      colours: () =>
        guarded(() => {
          UTIF.decodeImage(data, page);
          const rgba = new Uint8ClampedArray(UTIF.toRGBA8(page).buffer);
          // The decoder would keep every page unpacked.
          Reflect.deleteProperty(page, 'data');
          return { width: page.width, height: page.height, rgba };
        }),
    };
  });
  const whole = pages.filter(({ width, height, isCopy }) => width > 0 && height > 0 && !isCopy);
  if (whole.length === 0) throw new Refusal('fileBroken', { part: 'tiff', reason: 'no page' });
  return whole;
}

/** Bytes of a value, by the number of its type. */
const valueSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** The decoder believes every count and follows every link: a count beyond the file, or a ring of links, keeps it busy. */
function checkDirectories(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const broken = (reason: string): Refusal => new Refusal('fileBroken', { part: 'tiff', reason });
  const waiting = bytes.length >= 8 ? [view.getUint32(4, little)] : [];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === 0) continue;
    if (at + 2 > bytes.length) throw broken('directory');
    const count = view.getUint16(at, little);
    const end = at + 2 + 12 * count;
    if (seen.has(at) || end + 4 > bytes.length) throw broken('directory');
    seen.add(at);
    for (let entry = at + 2; entry < end; entry += 12) {
      const size = (valueSizes[view.getUint16(entry + 2, little)] ?? 0) * view.getUint32(entry + 4, little);
      if (size > bytes.length) throw broken('count');
      if (directoryTags.has(view.getUint16(entry, little))) waiting.push(view.getUint32(entry + 8, little));
    }
    waiting.push(view.getUint32(end, little));
  }
}

/** Tags whose value leads to another directory. */
const directoryTags = new Set([34665, 34853, 40965]);

/** It throws whatever it meets in a damaged file. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal('fileBroken', { part: 'tiff', reason: String(error).slice(0, 200) });
  }
}
