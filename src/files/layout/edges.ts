import { nfc, squeeze } from '../../values/vietnamese.ts';

/** Lines of page headers and footers as a source carries them, each once; nothing where there are none. */
export function edgesOf(lines: readonly string[]): { edges?: string[] } {
  const edges = [...new Set(lines.map((line) => squeeze(nfc(line))))].filter((line) => line !== '');
  return edges.length > 0 ? { edges } : {};
}
