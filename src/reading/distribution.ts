import { squeeze } from '../values/vietnamese.ts';
import type { Atom } from './atom.ts';

const share =
  /(?<place>\p{Lu}[\p{L}\s-]{1,40}?|(?:huyện|thị xã|thành phố|xã|phường)\s\p{Lu}[\p{L}\s-]{1,40}?)\s*\((?<number>\d{1,4})\)/u;
const run = new RegExp(String.raw`:\s*(?:${share.source.replace(/\?<\w+>/gu, '?:')}\s*[,;.]?\s*){3,}`, 'gu');

/** "xây dựng mới 32 siêu thị tại: Việt Trì (02), Phù Ninh (01), …": how a count is shared out among places. @param whole the count */
export function sharesOf(text: string, whole: Atom): Atom[] {
  const { quantity } = whole;
  if (quantity?.kind !== 'count') return [];
  const atoms: Atom[] = [];
  for (const found of text.matchAll(run)) {
    if (found.index < quantity.to) continue;
    for (const one of found[0].matchAll(new RegExp(share.source, 'gu'))) {
      const from = found.index + one.index;
      const at = from + one[0].lastIndexOf('(') + 1;
      const value = Number(one.groups?.number);
      atoms.push({
        ...whole,
        from,
        to: from + one[0].length,
        variant: squeeze(one.groups?.place ?? ''),
        quantity: {
          ...quantity,
          from: at,
          at,
          to: at + String(one.groups?.number).length,
          op: '=',
          value,
          value2: null,
        },
        parent: null,
      });
    }
  }
  return atoms;
}
