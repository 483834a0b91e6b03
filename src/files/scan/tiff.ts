import UTIF from 'utif2';
import { Refusal } from '../../values/refusal.ts';
import type { Colours } from './decode.ts';

export type TiffPage = { width: number; height: number; dpi: number | undefined; colours: () => Colours };

/** Tags of a TIFF page. */
const tags = { width: 't256', height: 't257', resolution: 't282', unit: 't296', subfile: 't254' } as const;

/** The pages of a TIFF; small copies of a page that stand beside it are left out. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const data = Uint8Array.from(bytes).buffer;
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
          return { width: page.width, height: page.height, rgba: new Uint8ClampedArray(UTIF.toRGBA8(page)) };
        }),
    };
  });
  const whole = pages.filter(({ width, height, isCopy }) => width > 0 && height > 0 && !isCopy);
  if (whole.length === 0) throw new Refusal('fileBroken', { part: 'tiff', reason: 'no page' });
  return whole;
}

/** It throws whatever it meets in a damaged file. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal('fileBroken', { part: 'tiff', reason: String(error).slice(0, 200) });
  }
}
