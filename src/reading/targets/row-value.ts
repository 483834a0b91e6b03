import type { Change } from '../../values/finding.ts';
import { parseNumber } from '../../values/number.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { changeOf } from './naming.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { countedIn } from './row-name.ts';
import { normalUnit } from './units.ts';

/** "Tỷ lệ nghèo đa chiều giảm:" falls, "Tốc độ tăng …" and what "tăng 5" stands beside grow; a condition moves only where its own words say so. */
export function changeOfRow(names: string, value: string, quantity: Quantity | undefined): Change {
  const words = names.trim().toLowerCase();
  if ((quantity || /giảm/u.test(value)) && /^(?:mức )?giảm|giảm\s*:?$|giảm\s*:/u.test(words)) return 'decrease';
  if (!quantity) return /^giảm(?: dần)?$/iu.test(value.trim()) ? 'decrease' : 'level';
  const moves = /^(?:phấn đấu )?(?<way>tăng|giảm)(?= (?!lên|xuống|còn))/iu.exec(value)?.groups?.way?.toLowerCase();
  if (moves !== undefined) return moves === 'tăng' ? 'increase' : 'decrease';
  if (/(?<!giá trị gia )tăng(?: trung bình| bình quân| thêm)?\s*:?$/u.test(words)) return 'increase';
  // A bare figure under "Số doanh nghiệp thành lập mới" counts what is added.
  const counts = quantity.kind === 'bare' && !/^(?:tỷ|tỉ|chỉ số)|tốc độ|tăng/u.test(words);
  return changeOf('', words, counts ? { ...quantity, kind: 'count' } : quantity);
}

/** "Khoảng 31,5-32", "< 3", "41,3%", "Đạt": a value cell's number with its comparison; undefined for a condition in words. */
export function quantityOfCell(value: string, unit: string): Quantity | undefined {
  const rank = placeOf(value);
  if (rank) return rank;
  const plain = parseNumber(value.replace(/\s*%$/u, ''));
  const read = quantitiesIn(value).find(
    (quantity) => !/^(?:19|20)\d{2}$/.test(String(quantity.value)) || quantity.unit !== null,
  );
  if (read && (plain !== undefined || isValue(value, read))) return read;
  return plain === undefined
    ? undefined
    : {
        from: 0,
        at: 0,
        to: value.length,
        op: '=',
        value: plain,
        value2: null,
        of: null,
        unit: unit || null,
        kind: 'bare',
      };
}

/** "Thứ 25", "Tối thiểu thứ 25", "Vị trí 20 trở lên": a place in a ranking; the smaller is the better. */
function placeOf(value: string): Quantity | undefined {
  const words = value.trim().toLowerCase();
  const match =
    /^(?<least>tối thiểu|ít nhất|không thấp hơn|trong)?\s*(?:vị trí\s+)?thứ\s+(?<place>\d{1,3})(?<up>\s+trở lên)?$/u.exec(
      words,
    );
  if (!match?.groups?.place) return undefined;
  const { least, place, up } = match.groups;
  const op = least === undefined && up === undefined ? '=' : '<=';
  return {
    from: 0,
    at: 0,
    to: value.length,
    op,
    value: Number(place),
    value2: null,
    of: null,
    unit: 'thứ hạng',
    kind: 'bare',
  };
}

/** "Trong nhóm 20": a rank not to be missed. */
export const asRank = (quantity: Quantity | undefined, value: string): Quantity | undefined =>
  quantity?.op === '=' && /(?:nhóm|tốp|top)\s+\d/iu.test(value) ? { ...quantity, op: '<=' } : quantity;

const isValue = (value: string, read: Quantity): boolean =>
  value.slice(0, read.from).trim().split(/\s+/u).filter(Boolean).length <= 4;

export function unitOf(quantity: Quantity, unit: string, name: string, variant: string | null): string | null {
  const own = squeeze(unit);
  if (own !== '') return normalUnit(own, name);
  if (quantity.unit) return normalUnit(quantity.unit, name);
  const counted = /^(?:số\s+)?(tỉnh|huyện|xã|thị xã|thành phố)(?!\p{L})/iu.exec(name)?.[1];
  if (counted) return counted.toLowerCase();
  const thing = (quantity.kind === 'bare' && countedIn(name)) || countedIn(variant ?? '');
  if (thing) return normalUnit(thing, name);
  return /xếp hạng|thứ hạng/iu.test(name) ? 'thứ hạng' : /chỉ số/iu.test(name) ? 'điểm' : null;
}
