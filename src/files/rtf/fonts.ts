import { oldFont } from '../encoding/fonts.ts';
import { plainText } from '../layout/symbols.ts';

export type RtfFont = { name: string; charset: number | undefined; isNamed: boolean };

/** Character sets of fonts (\fcharset) -> labels of the Encoding Standard. */
const labels: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

const decoders = new Map<string, TextDecoder>();

function decoderOf(label: string): TextDecoder {
  const known = decoders.get(label);
  if (known) return known;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    decoder = new TextDecoder('windows-1252');
  }
  decoders.set(label, decoder);
  return decoder;
}

/** Bytes as the font's character set has them. @param codepage \ansicpg, for fonts that say nothing else */
export function decodeBytes(bytes: readonly number[], font: RtfFont | undefined, codepage: number): string {
  const charset = font?.charset;
  const isOld = oldFont(font?.name) !== undefined || charset === 0 || charset === 2;
  const label = isOld ? 'windows-1252' : (labels.get(charset ?? 1) ?? `windows-${codepage}`);
  return decoderOf(label).decode(Uint8Array.from(bytes));
}

/** Text as the font shows it: old Vietnamese encodings and symbol fonts as Unicode. */
export const shownInFont = (text: string, font: RtfFont | undefined): string => plainText(text, font?.name);
