import { placeTone } from '../values/tone.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';

/** What officials write short and long in one and the same document. */
const abbreviations: readonly [RegExp, string][] = [
  [/ủy ban nhân dân/gu, 'ubnd'],
  [/hội đồng nhân dân/gu, 'hđnd'],
  [/mặt trận tổ quốc/gu, 'mttq'],
  [/(?<!\p{L})tp\.? (?=\p{L})/gu, 'thành phố '],
  [/\s*&\s*/gu, ' và '],
  // "các sở, ban ngành có liên quan" and "các sở, ban, ngành liên quan"
  [/ có (?=liên quan)/gu, ' '],
];

/**
 * One spelling of a body's name, so that a filter by body works over spellings: case, spaces, dashes, the place of tone
 * marks, and the abbreviations above. Bodies that differ in words stay different.
 */
export function agencyKey(name: string): string {
  let key = placeTone(squeeze(nfc(name)).toLowerCase()).replace(/\s*[-‐‑‒–—−]\s*/gu, ' - ');
  for (const [long, short] of abbreviations) key = key.replace(long, short);
  key = key.replace(/^[\s\-.,;:]+|[\s\-.,;:]+$/gu, '');
  // A sở exists at the province only, so the word adds nothing; for others ("UBND tỉnh") it does.
  return squeeze(key.replace(/^(sở [^,;]+?) tỉnh$/u, '$1').replace(/[,;]/gu, ' '));
}
