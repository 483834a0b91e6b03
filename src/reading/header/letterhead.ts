import { isUpper } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { joinViews, subview } from '../text/view.ts';
import { isIssuer } from './issuer.ts';

/** Lines longer than this are no part of a letterhead. */
const longest = 200;

/**
 * The first lines with each part of the letterhead on its own: portals put its cells into one line ("CHÍNH PHỦ | CỘNG HÒA …",
 * "Số: 02/NQ-CP Hà Nội, ngày …") and break names of bodies ("THỦ TƯỚNG CHÍNH", "PHỦ").
 */
export function letterheadLines(lines: Line[]): Line[] {
  const parts: Line[] = [];
  for (const line of lines.flatMap(apart)) {
    const before = parts.at(-1);
    if (before && isBroken(before, line)) parts[parts.length - 1] = together(before, line);
    else parts.push(line);
  }
  return parts;
}

/** Between cells, before the motto and the number, and between the number and the date line. */
const boundary =
  /\s*\|\s*|\s+[-–_]{3,}\s*|\s+(?=CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do)|\s+(?=Số\s*:\s*\d)|(?<=^Số\s*:?\s*\S{4,40})\s+(?=\p{Lu}[\p{L}\s.-]{1,30},\s*ngày\s)/gu;

function apart(line: Line): Line[] {
  const { text } = line.full;
  if (text.length > longest) return [line];
  const starts = [
    { from: 0, to: 0 },
    ...[...text.matchAll(boundary)].map((at) => ({ from: at.index + at[0].length, to: at.index })),
  ];
  if (starts.length === 1) return [line];
  return starts.flatMap(({ from }, i) => {
    const full = subview(line.full, from, starts[i + 1]?.to ?? text.length);
    return full.text === '' ? [] : [{ ...line, full, body: full, marker: undefined, upper: isUpper(full.text) }];
  });
}

/** Two lines in capitals that name a body only together. */
const isBroken = (line: Line, next: Line): boolean =>
  line.upper &&
  next.upper &&
  !isIssuer(line.full.text) &&
  !isIssuer(next.full.text) &&
  /^(?:ỦY|UỶ|HỘI|THỦ TƯỚNG|CHÍNH|QUỐC|BAN CHẤP|BAN THƯỜNG|TỈNH|THÀNH)(?!\p{L})/u.test(line.full.text) &&
  line.full.text.length < 25 &&
  isIssuer(`${line.full.text} ${next.full.text}`);

function together(line: Line, next: Line): Line {
  const full = joinViews([line.full, next.full]);
  return { ...line, full, body: full };
}
