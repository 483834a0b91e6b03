import type { Quantity } from './quantity.ts';
import { thingPattern } from './units.ts';

/** No name is longer; a run of figures would otherwise be gone through from its start at each of them. */
const longestName = 300;

/** A bare number whose unit its name says: "chỉ số HDI đạt 0,78", "số dược sĩ/vạn dân đạt 3,2", "xếp hạng từ 25 trở lên". */
export function withImpliedUnit(text: string, from: number, quantity: Quantity): Quantity | undefined {
  const own = text
    .slice(Math.max(from, quantity.from - longestName), quantity.from)
    .replace(/^.*[;,]\s/su, '')
    .trim()
    .toLowerCase();
  const index = /(?:^|\s)(?:chỉ số|hệ số|tỷ số|tỉ số)\s/u.test(own);
  if (
    !(reaches.test(own) || (index && quantity.op !== '=')) ||
    !/^\s*(?:[.,;)]|$|so với\s|vào\s|năm\s)/u.test(text.slice(quantity.to))
  )
    return undefined;
  if (/xếp hạng|thứ hạng|xếp thứ|vị trí/u.test(own))
    return { ...quantity, op: quantity.op === '>=' ? '<=' : quantity.op, unit: 'thứ hạng', kind: 'count' };
  if (index) return { ...quantity, unit: 'điểm', kind: 'measure' };
  const rate = /(?:^|\s)số\s+(?<things>[\p{L}\s]+?)\s*(?:\/|trên)\s*(?<base>(?:\d[\d.]*\s+)?(?:vạn\s+)?\p{L}+)/u.exec(
    own,
  )?.groups;
  if (rate) return { ...quantity, unit: `${rate.things}/${rate.base}`, kind: 'measure' };
  const whole = text
    .slice(Math.max(from, quantity.from - longestName), quantity.from)
    .trim()
    .toLowerCase();
  const counted = own.endsWith(':') ? whole : own;
  const things = /^(?:tổng\s+)?số\s+(?<things>.+)$/u.exec(counted)?.groups?.things;
  const unit = things === undefined ? undefined : thingPattern.exec(things)?.[1];
  return unit === undefined ? undefined : { ...quantity, unit, kind: 'count' };
}

/** "20.000 ngôi nhà … vào năm 2025 và 22.000 vào năm 2030": the second counts what the first does. */
export function likeBefore(text: string, quantity: Quantity, before: Quantity | undefined): Quantity | undefined {
  if (!before || before.kind === 'bare' || before.of !== null || quantity.of !== null) return undefined;
  const dated = /năm\s+(?:19|20)\d{2}\s*(?:,|;|\svà)\s*(?:đạt\s+)?$/u.test(text.slice(before.to, quantity.from));
  const again = /^\s*(?:(?:vào|đến|trong)\s+)?năm\s+(?:19|20)\d{2}(?!\d)/u.test(text.slice(quantity.to));
  return dated && again ? { ...quantity, unit: before.unit, kind: before.kind } : undefined;
}

/** "930 hợp tác xã, trong đó nông nghiệp: 450, phi nông nghiệp: 480": parts of a count, each behind its colon. */
export function likeWhole(text: string, quantity: Quantity, whole: Quantity | undefined): Quantity | undefined {
  const part =
    /\p{L}\s*:\s*$/u.test(text.slice(Math.max(0, quantity.from - 30), quantity.from)) &&
    /^\s*(?:[.,;)]|$|và\s)/u.test(text.slice(quantity.to));
  return part && whole?.kind === 'count' ? { ...quantity, unit: whole.unit, kind: 'count' } : undefined;
}

const reaches = /(?:đạt|là|còn|ở mức|duy trì|lên|xuống|:|hạng|thứ|vị trí)$/u;
