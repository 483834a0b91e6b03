import { Refusal } from '../../values/refusal.ts';
import { parseXml, type XmlElement, type XmlOptions } from './xml.ts';
import type { Zip } from './zip.ts';

/**
 * The text of a part in UTF-8, or in the encoding given.
 * @throws Refusal fileBroken
 */
export function decodePart(bytes: Uint8Array, part: string, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('fileBroken', { part, reason: 'encoding' });
  }
}

/**
 * A part of a zip as XML in UTF-8; undefined where the zip has no such part.
 * @throws Refusal fileBroken, fileUnpacksTooLarge, fileHasEntities
 */
export function parsePart(zip: Zip, options: XmlOptions): XmlElement | undefined {
  const bytes = zip.find(options.part);
  return bytes && parseXml(decodePart(bytes, options.part), options);
}
