import { isUnicodeText, textOfFont } from '../encoding/fonts.ts';
import type { Letter, PdfPage } from './page.ts';

/**
 * Letters in fonts of the encodings before Unicode (.VnTime, VNI-Times) become what the fonts show. A font in which the
 * file has letters that only Unicode knows says itself what they are.
 */
export function withUnicode(pages: PdfPage[]): PdfPage[] {
  const byFont = Map.groupBy(
    pages.flatMap(({ letters }) => letters.filter(({ old }) => old)),
    ({ old }) => `${old?.encoding} ${old?.capitals}`,
  );
  for (const letters of byFont.values()) {
    const text = letters.map((letter) => letter.text).join('');
    if (isUnicodeText(text))
      for (const letter of letters) letter.text = letter.old?.capitals ? upper(letter) : letter.text;
    else for (const letter of letters) if (letter.old) letter.text = textOfFont(letter.text, letter.old);
  }
  return pages;
}

const upper = ({ text }: Letter): string => text.toUpperCase();
