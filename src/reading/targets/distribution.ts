import { squeeze } from '../../values/vietnamese.ts';
import type { Atom } from './atom.ts';

const share =
  /(?<place>\p{Lu}[\p{L}\s-]{1,40}?|(?:huyện|thị xã|thành phố|xã|phường)\s\p{Lu}[\p{L}\s-]{1,40}?)\s*\((?<number>\d{1,4})\)/u;
const run = new RegExp(String.raw`:\s*(?:${share.source.replace(/\?<\w+>/gu, '?:')}\s*[,;.]?\s*){3,}`, 'gu');

type Share = { place: string; from: number; to: number; at: number; value: number };

/** "xây dựng mới 32 siêu thị tại: Việt Trì (02), Phù Ninh (01), …": how a count is shared out among places. @param counts those of the same sentence */
export function sharesOf(text: string, counts: Atom[]): Atom[] {
  return [...text.matchAll(run)].flatMap((found) => {
    const before = counts.filter(({ quantity }) => quantity?.kind === 'count' && quantity.to <= found.index);
    const shares = [...found[0].matchAll(new RegExp(share.source, 'gu'))].map((one) => shareAt(one, found.index));
    const sum = shares.reduce((total, { value }) => total + value, 0);
    const whole = before.findLast(({ quantity }) => quantity?.value === sum) ?? before[0];
    return whole === undefined ? [] : shares.flatMap((one) => shareAtom(one, whole));
  });
}

function shareAt(match: RegExpExecArray, offset: number): Share {
  const number = match.groups?.number ?? '';
  const from = offset + match.index;
  const to = from + match[0].length;
  return { place: squeeze(match.groups?.place ?? ''), from, to, at: to - 1 - number.length, value: Number(number) };
}

const shareAtom = ({ place, from, to, at, value }: Share, whole: Atom): Atom[] =>
  whole.quantity
    ? [
        {
          ...whole,
          from,
          to,
          variant: place,
          quantity: { ...whole.quantity, from: at, at, to: to - 1, op: '=', value, value2: null, of: null },
          parent: null,
        },
      ]
    : [];
