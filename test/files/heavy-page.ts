import type { PdfSheet } from './pdf-writer.ts';

/** A page of pictures of 36 million pixels each, packed to a hundredth: drawn, they take far more than a gigabyte. */
export const heavyPage = (pictures: number): PdfSheet => ({
  texts: [],
  pictures: Array.from({ length: pictures }, () => ({
    box: [0, 0, 500, 500],
    dictionary: '/Width 6000 /Height 6000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /RunLengthDecode',
    // 128 times the byte that follows, over and over.
    bytes: Uint8Array.from({ length: 1_687_500 }, (_, at) => (at % 2 === 0 ? 129 : 200)),
  })),
});
