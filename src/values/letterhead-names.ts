import type { DocumentForm, ElementRule } from './document-form.ts';
import { textWidth } from './text-width.ts';

/** Names above a document, in the room that the letterhead leaves them; lengths in twentieths of a point. */

/** Share of the left column of the letterhead, in percent. */
export const leftColumn = 42;
/** Left and right of text in a cell. */
export const cellMargin = 40;

const paperWidth = 210;

/** What the left column of an upright page leaves. */
export function letterheadRoom({ margins }: DocumentForm): number {
  const width = ((paperWidth - margins.left.written - margins.right.written) * 1440) / 25.4;
  return Math.round((width * leftColumn) / 100) - 2 * cellMargin;
}

const fits = (text: string, { written, bold }: ElementRule, room: number): boolean =>
  textWidth(text, written, bold) * 20 <= room;

/** A name too long for its column is broken before its place, as offices do. */
export const inLines = (name: string, rule: ElementRule, room: number): string =>
  fits(name, rule, room)
    ? name
    : name.replace(/\s+(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU)\s)/u, '\n');

/** Common phrases in the name of the body above may be abbreviated (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2a). */
export const shortened = (name: string, rule: ElementRule, room: number): string =>
  fits(name, rule, room) ? name : name.replace(/(?:ỦY|UỶ) BAN NHÂN DÂN/u, 'UBND').replace('HỘI ĐỒNG NHÂN DÂN', 'HĐND');
