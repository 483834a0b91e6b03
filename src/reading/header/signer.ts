import type { Span } from '../../values/span.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';

export type Signed = { name: string; title: string | null; span: Span };

/** Quyền hạn and chức vụ, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.7; the Party's form HD 36-HD/VPTW. */
const title =
  /(?<![\p{L}])((?:PHÓ |QUYỀN |Q\. ?)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG BÍ THƯ|TRƯỞNG BAN|THỨ TRƯỞNG|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỦ NHIỆM|CHÁNH THANH TRA)(?: THƯỜNG TRỰC| QUỐC HỘI)?)(?![\p{L}])/u;
const name = /(?:^|\s)((?:\p{Lu}\p{Ll}*\s+){1,5}\p{Lu}\p{Ll}+)\s*\.?$/u;

/**
 * Who signed: the title in capitals and the personal name below it. The first signature of the file is the document's;
 * its appendices may carry their own.
 */
export function signerOf(lines: Line[]): Signed | undefined {
  for (const [at, line] of lines.entries()) {
    const text = line.full.text;
    const found = title.exec(text);
    if (!found?.[1] || text.length > 160 || at < 3 || !standsAlone(text, found)) continue;
    const signed = nameFrom(lines, at, found[1], text.slice(found.index + found[0].length));
    if (signed) return signed;
  }
  return undefined;
}

const standsAlone = (text: string, found: RegExpExecArray): boolean =>
  /^(?:(?:TM|T\/M|KT|K\/T|TL|TUQ|Q)\.?\s|\P{Ll}*$)/u.test(text.slice(0, found.index));

function nameFrom(lines: Line[], at: number, role: string, behind: string): Signed | undefined {
  const here = lines[at];
  if (!here) return undefined;
  // "KT. CHỦ TỊCH PHÓ CHỦ TỊCH …" on one line, or one below the other: the last title is that of who signs.
  const second = title.exec(behind);
  if (second?.[1] && !/\p{Ll}/u.test(behind.slice(0, second.index)))
    return nameFrom(lines, at, second[1], behind.slice(second.index + second[0].length));
  const same = name.exec(behind);
  if (same?.[1]) {
    const from = here.full.text.length - behind.length + same.index + same[0].indexOf(same[1]);
    return { name: squeeze(same[1]), title: role, span: here.full.span(from, from + same[1].length) };
  }
  for (const line of lines.slice(at + 1, at + 9)) {
    const text = line.full.text.replace(/^\s*\([^)]*\)\s*/u, '');
    const lower = title.exec(text);
    if (lower?.[1] && standsAlone(text, lower))
      return nameFrom(lines, lines.indexOf(line), lower[1], text.slice(lower.index + lower[0].length));
    const found = /^(?:(?:GS|PGS|TS|ThS|BS|Ks)\.?\s*)*((?:\p{Lu}\p{Ll}*\s+){1,5}\p{Lu}\p{Ll}+)\s*\.?$/u.exec(text)?.[1];
    if (found && !/^(?:Nơi|Noi)\s/u.test(found)) {
      const from = line.full.text.indexOf(found);
      return { name: squeeze(found), title: role, span: line.full.span(from, from + found.length) };
    }
  }
  return undefined;
}
