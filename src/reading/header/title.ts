import type { DocumentKind } from '../../values/finding.ts';
import type { Span } from '../../values/span.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { wholeSpan } from '../text/view.ts';
import { ownNumber } from './document-number.ts';
import { isIssuer } from './issuer.ts';

export type Titled = { kind: DocumentKind; title: string | null; span: Span | undefined };

/** Tên loại as it stands alone in capitals, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.5; the longer name first. */
const kinds: [RegExp, DocumentKind][] = [
  [/^NGHỊ QUYẾT(?=\s|$)/u, 'nghi_quyet'],
  [/^QUYẾT ĐỊNH(?=\s|$)/u, 'quyet_dinh'],
  [/^KẾ HOẠCH HÀNH ĐỘNG(?=\s|$)/u, 'ke_hoach_hanh_dong'],
  [/^KẾ HOẠCH(?=\s|$)/u, 'ke_hoach'],
  [/^CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?(?=\s|$)/u, 'chuong_trinh'],
  [
    /^(?:CHỈ THỊ|KẾT LUẬN|THÔNG BÁO|CÔNG VĂN|BÁO CÁO|TỜ TRÌNH|ĐỀ ÁN|HƯỚNG DẪN|NGHỊ ĐỊNH|THÔNG TƯ|QUY ĐỊNH|QUY CHẾ|CÔNG ĐIỆN)(?=\s|$)/u,
    'khac',
  ],
];

/** True for a line that names what kind of document it heads: "QUYẾT ĐỊNH", "NGHỊ QUYẾT VỀ …". */
export const namesKind = (line: string): boolean => kinds.some(([pattern]) => pattern.test(line));

/** The same where a text lost its capitals: name and subject stand in one line ("Nghị quyết về việc …"). */
const mixed: [RegExp, DocumentKind][] = [
  [/^Nghị quyết(?=\s+(?:về|ban hành|phê duyệt|thông qua))/u, 'nghi_quyet'],
  [/^Quyết định(?=\s+(?:về|ban hành|phê duyệt|giao))/u, 'quyet_dinh'],
  [/^Kế hoạch(?=\s+\p{Ll})/u, 'ke_hoach'],
  [/^Chương trình(?=\s+\p{Ll})/u, 'chuong_trinh'],
  [/^(?:Chỉ thị|Kết luận|Thông báo|Báo cáo)(?=\s+(?:về|của))/u, 'khac'],
];

/** Tên loại in the symbol behind a number, NĐ 30/2020/NĐ-CP Phụ lục III, mục I. */
const symbols: [RegExp, DocumentKind][] = [
  [/[/-]NQ(?![\p{L}])/u, 'nghi_quyet'],
  [/[/-]QĐ(?![\p{L}])/u, 'quyet_dinh'],
  [/[/-]KH(?![\p{L}])/u, 'ke_hoach'],
  [/[/-]CTr(?![\p{L}])/iu, 'chuong_trinh'],
];

/** @param number the document's own, which tells the kind where no line names it */
export function titleOf(front: Line[], number: string | undefined): Titled {
  for (const [at, line] of front.entries()) {
    if (line.marker?.kind === 'appendix') return appendixTitle(front, at);
    if (line.marker || line.full.text.length > 600) continue;
    const found =
      kinds.find(([pattern]) => pattern.test(line.full.text)) ??
      (at < 3 ? mixed.find(([pattern]) => pattern.test(line.full.text)) : undefined);
    if (found) return withSubject(front, at, line, found);
  }
  const symbol = symbols.find(([pattern]) => pattern.test(number ?? ''));
  if (symbol) return withoutKind(front, symbol[1]);
  const letter = subjectOfLetter(front);
  if (letter) return letter;
  const first = front.find((line) => line.heading === 1);
  return { kind: 'khac', title: first ? squeeze(first.full.text) : null, span: first && wholeSpan(first.full) };
}

/** An official letter has no line of its kind; its subject stands below its number, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.5. */
function subjectOfLetter(front: Line[]): Titled | undefined {
  const at = front.findIndex((line) => /^V\/v[\s:.]/iu.test(line.full.text) && line.full.text.length < 400);
  const first = front[at];
  if (!first) return undefined;
  const end = front.findIndex(
    (line, i) =>
      i > at && (line.upper || line.marker !== undefined || /^(?:Kính gửi|.{2,30}, ngày\s)/iu.test(line.full.text)),
  );
  const lines = end > at && end - at < 4 ? front.slice(at, end) : [first];
  const last = lines.at(-1) ?? first;
  return {
    kind: 'khac',
    title: squeeze(lines.map((line) => line.full.text).join(' ')),
    span: { start: wholeSpan(first.full).start, end: wholeSpan(last.full).end },
  };
}

/** Portals drop the line of the kind; the subject in capitals follows the number and the date then. */
function withoutKind(front: Line[], kind: DocumentKind): Titled {
  const numbered = front.findIndex((line) => ownNumber(line.full.text) !== undefined);
  const at = front.findIndex((line, i) => i > numbered && line.upper && !line.marker && !isIssuer(line.full.text));
  const end = front.findIndex((line, i) => i > at && (!line.upper || isIssuer(line.full.text)));
  const lines = at === -1 || at > numbered + 3 ? [] : front.slice(at, end === -1 ? undefined : end);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return { kind, title: null, span: undefined };
  return {
    kind,
    title: withoutBody(squeeze(lines.map((line) => line.full.text).join(' '))),
    span: { start: wholeSpan(first.full).start, end: wholeSpan(last.full).end },
  };
}

function withSubject(front: Line[], at: number, line: Line, [pattern, kind]: [RegExp, DocumentKind]): Titled {
  // "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH …": whose it is says nothing of its subject.
  const words = line.full.text.replace(pattern, '').trim();
  const rest = line.upper && /^CỦA\s/u.test(words) && isIssuer(words.slice(4)) ? '' : words;
  const below = rest === '' ? subjectLines(front, at + 1) : [];
  const title = withoutBody(squeeze([rest, ...below.map((one) => one.full.text)].join(' ')));
  const last = below.at(-1) ?? line;
  const first = rest === '' ? (below[0] ?? line) : line;
  return {
    kind,
    title: title === '' ? null : title,
    span: { start: wholeSpan(first.full).start, end: wholeSpan(last.full).end },
  };
}

/** What the text of a directive begins with: who orders, or how things are. */
const begins =
  /^(?:(?:Chủ tịch )?(?:UBND|(?:Ủy|Uỷ) ban nhân dân|Bộ trưởng|Thủ tướng Chính phủ|Chính phủ)\s.*(?:yêu cầu|chỉ thị|đề nghị|giao|ban hành|có ý kiến|kết luận|thông báo)|Trong (?:thời gian|những năm|năm)\s|Thời gian qua|Ngày \d|Năm \d{4},|Xét\s|Trên cơ sở\s|(?:Một số|Các|Những)\s(?:chỉ tiêu|mục tiêu|nhiệm vụ|nội dung)(?!\p{L}))/u;

/** The body that decides, where a line's end did not part it from the title. */
const withoutBody = (title: string): string =>
  title.replace(
    /(?<!(?:CỦA|DO|VÀ|VỚI|TẠI|THUỘC|PHÒNG|TRỰC|TỊCH))\s+(?:CHỦ TỊCH )?(?:(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)(?:\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)(?:(?:\s+\p{Lu}+){1,4})?)?(?:,?\s*KH[ÓO][ÁA]\s.*)?$/u,
    '',
  );

/** The lines of the trích yếu: what stands between the kind and the issuer, the legal bases or the first heading. */
function subjectLines(front: Line[], from: number): Line[] {
  const lines: Line[] = [];
  for (const line of front.slice(from)) {
    const text = line.full.text;
    if (
      line.marker ||
      (/^(?:Căn cứ|Thực hiện|Triển khai thực hiện (?:Nghị quyết|Quyết định)[^.]{80}|Để |Theo |Kính gửi|\(|[-–_*]{2,}|Nhằm )/u.test(
        text,
      ) &&
        !(lines.length === 0 && text.length < 250 && !/^(?:Căn cứ|\(|Kính)/u.test(text)))
    )
      break;
    if (lines.length > 0 && begins.test(text)) break;
    if ((isIssuer(text) && line.upper) || ownNumber(text) || text.length > 500 || !/\p{L}/u.test(text)) break;
    if (lines.length > 0 && (/[.;:]$/u.test(text) || (lines[0]?.upper && !line.upper && text.length > 60))) break;
    lines.push(line);
  }
  return lines;
}

function appendixTitle(front: Line[], at: number): Titled {
  const rest = front[at]?.body.text ?? '';
  const after = front.slice(at + 1, at + 5);
  const end = after.findIndex((line) => !line.upper || line.marker !== undefined);
  const below = rest === '' ? after.slice(0, end === -1 ? after.length : end) : [];
  const title = squeeze([rest, ...below.map((line) => line.full.text)].join(' '));
  const first = below[0] ?? front[at];
  return { kind: 'phu_luc', title: title === '' ? null : title, span: first && wholeSpan(first.full) };
}
