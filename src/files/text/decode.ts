import { Refusal } from '../../values/refusal.ts';
import { nfcWithOffsets } from '../../values/vietnamese.ts';
import { decodeEncoding, encodingOf, looksMisread } from '../encoding/encoding.ts';
import { utf16Of } from '../encoding/utf16.ts';

/** A file's text in NFC; `original` as in TextSource. */
export type DecodedText = { text: string; original?: { text: string; offsetOf: (offset: number) => number } };

/**
 * The text of a file in UTF-8, UTF-16 with or without its mark, or an old Vietnamese encoding. For the old ones, the file's own text
 * is what Windows-1252 shows of it, a sign for each byte.
 * @throws Refusal fileEncodingInvalid
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = decodeUnicode(bytes);
  if (unicode === undefined) {
    return old(new TextDecoder('windows-1252').decode(bytes)) ?? refuse();
  }
  return (looksMisread(unicode) ? old(unicode) : undefined) ?? composed(unicode);
}

function refuse(): never {
  throw new Refusal('fileEncodingInvalid');
}

/** undefined where the bytes are no Unicode. The byte order mark stays, so that offsets count the file as it is. */
function decodeUnicode(bytes: Uint8Array): string | undefined {
  const encoding = utf16Of(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    return undefined;
  }
}

function old(raw: string): DecodedText | undefined {
  const encoding = encodingOf(raw);
  if (!encoding) return undefined;
  const { text, offsetOf } = decodeEncoding(raw, encoding);
  return { text, original: { text: raw, offsetOf } };
}

function composed(raw: string): DecodedText {
  const normal = nfcWithOffsets(raw);
  return normal ? { text: normal.text, original: { text: raw, offsetOf: normal.offsetOf } } : { text: raw };
}
