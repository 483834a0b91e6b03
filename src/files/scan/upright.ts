import type { Grey } from './grey.ts';
import type { Word } from './hocr.ts';

/** Pages that a scanner took on their side or upside down. */

export type QuarterTurn = 90 | 180 | 270;

/** Turned to the right, dot for dot. */
export function quarterTurned({ width, height, dots }: Grey, degrees: QuarterTurn): Grey {
  const [wide, high] = degrees === 180 ? [width, height] : [height, width];
  const other = new Uint8Array(dots.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const tone = dots[y * width + x] ?? 255;
      if (degrees === 180) other[(height - 1 - y) * wide + (width - 1 - x)] = tone;
      else if (degrees === 90) other[x * wide + (height - 1 - y)] = tone;
      else other[(width - 1 - x) * wide + y] = tone;
    }
  }
  return { width: wide, height: high, dots: other };
}

/** Letters of words of which the recognition is sure, less those of which it is not: upside down hardly a word is sure. */
export function trustIn(words: readonly Pick<Word, 'text' | 'confidence'>[]): { sure: number; share: number } {
  const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
  let [sure, all] = [0, 0];
  for (const { text, confidence } of words) {
    const letters = lettersIn(text);
    all += letters;
    if (confidence >= 0.6 && letters > 1) sure += letters;
  }
  return { sure, share: all === 0 ? 0 : sure / all };
}

/** A page that is read worse than this is looked at again, whether it lies as it should. */
export const poorShare = 0.6;

/** What Tesseract says of how a page lies, where it is any sure of it. */
export function turnIn(output: string): QuarterTurn | undefined {
  const degrees = Number(/^Rotate:\s*(\d+)/mu.exec(output)?.[1] ?? 0);
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : undefined;
}
