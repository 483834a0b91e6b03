import { type Item, type Line, linesOfItem } from '../text/line.ts';
import type { MarkerKind } from '../text/marker.ts';
import { enclosureOf, ownNumber } from './document-number.ts';
import { placeAndDateOf } from './header.ts';
import { isIssuer } from './issuer.ts';
import { letterheadLines } from './letterhead.ts';
import { isSecrecyMark } from './secrecy.ts';
import { namesKind } from './title.ts';

/** Where the documents of a file begin, and what of it is bound together with the one before. */

const motto = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM)/u;
const signed = /^(?:Nơi nhận|Noi nhận|Nơi nhân|NƠI NHẬN)|^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ)\.?\s+\p{Lu}{2}/u;
/** "Số:        /NQ-HĐND" of a draft; dots in the gap are a form's. */
const blankNumber = /^Số\s*:\s*\/\s?\p{Lu}{2}/u;
const dotted = /…|\.{4,}|_{4,}/u;
/** Kinds that are never issued by another document. */
const issuesItself = /^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|TỜ TRÌNH|BÁO CÁO|KẾT LUẬN|THÔNG BÁO)(?=\s|$)/u;
const form = /^(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU)(?:\s+(?:số|SỐ))?\s*[\dIVX]/u;

/** What a text is divided by; lines of a portal above the letterhead are not. */
const divisions = new Set<MarkerKind>(['part', 'chapter', 'article', 'roman', 'decimal']);
const longestPreface = 30;

/** Larger tables are no letterhead and no signature. */
const mostRows = 8;
const longest = 5000;
/** How many items from its first on can hold a letterhead with its kind. */
const reach = 24;

/** @returns the places among the items, the first document's 0 before all */
export function documentStarts(items: Item[], text: string): number[] {
  const linesAt = (at: number): Line[] => {
    const item = items[at];
    return item && isShort(item) ? linesOfItem(item, text) : [];
  };
  const starts = [0];
  const first = letterheadAt(items, 0, linesAt);
  const known: Known = new Map();
  remember(first, known);
  let ended = false;
  /** True once there is something of a document: what stands above the first letterhead, as portals put it there, is none. */
  let isDocument = first.number !== undefined;
  for (let at = 1; at < items.length; at++) {
    const lines = linesAt(at);
    if (lines.slice(0, 6).some((line) => opens(line) || (ended && kindOf(line) === 'issuesItself'))) {
      const head = letterheadAt(items, at, linesAt);
      const isAnother = isHead(head, ended) && !isForm(at, linesAt) && !belongs(head, known);
      if (isAnother && isDocument) {
        starts.push(firstLineOf(at, linesAt));
        ended = false;
      }
      if (isAnother) {
        isDocument = true;
        remember(head, known);
      }
    }
    if (lines.some((line) => signed.test(line.full.text))) {
      ended = true;
      isDocument = true;
    }
    if (at > longestPreface || lines.some(({ marker }) => marker && divisions.has(marker.kind))) isDocument = true;
  }
  return starts;
}

const isShort = (item: Item): boolean =>
  item.kind === 'line' ||
  (item.table.rows.length <= mostRows && item.table.span.end - item.table.span.start <= longest);

const opens = ({ full, upper }: Line): boolean =>
  full.text.length < 250 &&
  (motto.test(full.text) || (upper && isIssuer(full.text)) || ownNumber(full.text) !== undefined);

/** Numbers of the documents before, in small letters, with the days they are of. */
type Known = Map<string, (string | undefined)[]>;

function remember({ number, date }: Letterhead, known: Known): void {
  if (number === undefined) return;
  const key = number.toLowerCase();
  known.set(key, [...(known.get(key) ?? []), date]);
}

type Letterhead = {
  number: string | undefined;
  date: string | undefined;
  /** True where it is a draft's: all is there but the number. */
  blank: boolean;
  /** Who issues it, or the motto, stands there. */
  headed: boolean;
  /** Place and day do. */
  dated: boolean;
  kind: 'none' | 'letter' | 'named' | 'issuesItself';
  /** The lines from the first to some way below the kind. */
  lines: Line[];
};

/** What of a letterhead stands between a line and the first that can belong to none. */
function letterheadAt(items: Item[], from: number, linesAt: (at: number) => Line[]): Letterhead {
  const near: Line[] = [];
  for (let at = from; at < Math.min(items.length, from + reach) && near.length < 60; at++) near.push(...linesAt(at));
  const lines = letterheadLines(near);
  const head: Letterhead = {
    number: undefined,
    date: undefined,
    blank: false,
    headed: false,
    dated: false,
    kind: 'none',
    lines,
  };
  let others = 0;
  for (const line of lines) {
    const { text } = line.full;
    head.number ??= ownNumber(text)?.number;
    if (blankNumber.test(text)) head.blank = true;
    if (motto.test(text) || (line.upper && isIssuer(text))) head.headed = true;
    if (placeAndDateOf([line])) head.dated = true;
    head.kind = kindOf(line);
    if (head.kind !== 'none') break;
    if (!isPartOfHead(line)) others += 1;
    if (others > 2) break;
  }
  head.date = placeAndDateOf(lines)?.date;
  return head;
}

function kindOf(line: Line): Letterhead['kind'] {
  const { text } = line.full;
  if (/^(?:V\/v\s|Kính gửi\s*:)/u.test(text)) return 'letter';
  if (line.marker || !namesKind(text)) return 'none';
  return issuesItself.test(text) ? 'issuesItself' : 'named';
}

/** Names in capitals, ornaments, number, motto, day; of other lines a letterhead has hardly any. */
const isPartOfHead = (line: Line): boolean =>
  line.marker?.kind !== 'article' &&
  (line.upper ||
    !/\p{L}/u.test(line.full.text) ||
    ownNumber(line.full.text) !== undefined ||
    blankNumber.test(line.full.text) ||
    /^Độc lập\s*[-–]|ngày[\s.…\d]*tháng[\s.…\d]*năm/u.test(line.full.text));

/** A number of its own, and two of: who issues it, place and day, kind. */
function isHead({ number, blank, headed, dated, kind, lines }: Letterhead, ended: boolean): boolean {
  if (number !== undefined) return [headed, dated, kind !== 'none'].filter((is) => is).length >= 2;
  if (!ended || kind !== 'issuesItself' || lines.slice(0, 25).some(({ full }) => dotted.test(full.text))) return false;
  return (blank && headed) || isFounded(lines);
}

/** A text that has lost its letterhead: title, who decides, and on what laws. */
function isFounded(lines: Line[]): boolean {
  const decides = lines.slice(1, 8).findIndex((line) => line.upper && isIssuer(line.full.text));
  const next = lines[decides + 2];
  return decides !== -1 && next !== undefined && /^(?:[-–]\s*)?Căn cứ\s/u.test(next.full.text);
}

const isForm = (at: number, linesAt: (at: number) => Line[]): boolean =>
  [at - 1, at - 2, at - 3].some((before) => linesAt(before).some(({ full }) => form.test(full.text)));

/** A letterhead that is repeated, or that of what a decision issues: "(Ban hành kèm theo Quyết định số 12/QĐ-UBND …)". */
function belongs(head: Letterhead, known: Known): boolean {
  const body = head.lines.findIndex((line) => line.marker !== undefined || /^Căn cứ\s/u.test(line.full.text));
  const enclosed = head.lines
    .slice(0, body === -1 ? undefined : body)
    .filter(({ full }) => /^\(?\s*(?:Ban hành )?[Kk]èm theo\s/u.test(full.text))
    .some(({ full }) => {
      const number = enclosureOf(full.text)?.number;
      if (number === undefined) return /\snày(?!\p{L})/u.test(full.text);
      return known.has(number.toLowerCase()) || number === head.number;
    });
  const dates = known.get(head.number?.toLowerCase() ?? '') ?? [];
  return enclosed || dates.some((date) => date === undefined || head.date === undefined || date === head.date);
}

const bodyInCapitals =
  /^(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|BỘ|SỞ|BAN|CỤC|CHI CỤC|TỔNG CỤC|VIỆN|VĂN PHÒNG|PHÒNG|THANH TRA|CÔNG AN|TRƯỜNG|TRUNG TÂM|ĐÀI|BẢO HIỂM|KHO BẠC|NGÂN HÀNG|LIÊN ĐOÀN|HỘI|ĐOÀN|MẶT TRẬN|ĐẢNG|TÒA ÁN)(?!\p{L})/u;

/** Above the motto or the number may stand a body that is not known as one that issues, and a mark of secrecy. */
function firstLineOf(at: number, linesAt: (at: number) => Line[]): number {
  let first = at;
  while (at - first < 3) {
    const above = linesAt(first - 1);
    const [line] = above;
    if (first <= 1 || above.length !== 1 || !line?.upper || line.marker) break;
    if (!bodyInCapitals.test(line.full.text) && !isSecrecyMark(line)) break;
    first -= 1;
  }
  return first;
}
