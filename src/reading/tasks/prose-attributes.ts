import type { Task } from '../../values/finding.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { beginsBody, splitBodies } from './bodies.ts';
import { type Calendar, dueOf } from './due.ts';
import { doersOf } from './prose-bodies.ts';
import { verbIn } from './verbs.ts';

/** What a line below a group of tasks says of all of them: "Cơ quan chủ trì: …", "Thời gian thực hiện: …". */
export type Attribute = Partial<
  Pick<Task, 'lead' | 'coord' | 'monitor' | 'timeRaw' | 'time' | 'productRaw' | 'fundingRaw'>
>;

type Rule = {
  label: string;
  /** True where the words alone could open a piece of work, too ("Giám sát dịch bệnh: …"): then a body must follow. */
  bare?: boolean;
  read: (words: string, calendar: Calendar) => Attribute;
};

const who = String.raw`(?:cơ quan|đơn vị|bộ phận|cấp|sở|ngành|tổ chức|người|lãnh đạo)(?:,\s*(?:cơ quan|đơn vị|tổ chức))?(?:\s+được\s+(?:giao|phân công))?`;
const leading = String.raw`(?:chủ trì(?:,? (?:thực hiện|tham mưu|soạn thảo))?|(?:tổ chức )?thực hiện|đầu mối|chịu trách nhiệm|phụ trách|tham mưu)(?:\s+(?:thực hiện|chính))?`;
const joining = String.raw`phối hợp(?:\s+thực hiện)?`;
const watching = String.raw`(?:theo dõi|giám sát|đôn đốc|kiểm tra|tổng hợp)(?:,\s*(?:theo dõi|giám sát|đôn đốc|kiểm tra|tổng hợp|báo cáo|đánh giá))*`;

const rules: Rule[] = [
  { label: String.raw`${who}\s+${leading}`, read: leadOf },
  { label: leading, bare: true, read: leadOf },
  { label: String.raw`(?:phân công(?:\s+thực hiện)?|trách nhiệm(?:\s+thực hiện)?)`, bare: true, read: leadOf },
  { label: String.raw`${who}\s+${joining}`, read: (words) => ({ coord: bodiesIn(words) }) },
  { label: joining, bare: true, read: (words) => ({ coord: bodiesIn(words) }) },
  { label: String.raw`${who}\s+${watching}`, read: (words) => ({ monitor: bodiesIn(words) }) },
  { label: watching, bare: true, read: (words) => ({ monitor: bodiesIn(words) }) },
  {
    label: String.raw`(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:\s+(?:thực hiện|hoàn thành|trình|ban hành))*`,
    read: timeOf,
  },
  { label: 'hoàn thành', read: timeOf },
  {
    label: String.raw`(?:sản phẩm|kết quả|hình thức văn bản|cấp (?:trình|ban hành|phê duyệt))(?:\s+\p{L}+){0,3}`,
    read: (words) => ({ productRaw: words }),
  },
  {
    label: String.raw`(?:kinh phí|nguồn (?:kinh phí|vốn|lực))(?:\s+\p{L}+){0,2}`,
    read: (words) => ({ fundingRaw: words }),
  },
];

const labels = rules.map((rule) => ({ ...rule, pattern: new RegExp(`^${rule.label}\\s*:\\s*`, 'iu') }));
/** "Thời gian thực hiện sau khi …": the colon was forgotten. */
const timeWithoutColon =
  /^(?:thời gian|thời hạn|tiến độ) (?:thực hiện|hoàn thành)\s+(?=sau khi|trước|trong|quý|tháng|năm)/iu;
const boundary = /(?:[;.,]\s+|\s[-–]\s+)(?=\p{L})/gu;

type Segment = { rule: Rule; words: string };

function labelAt(text: string): { rule: Rule; length: number } | undefined {
  for (const rule of labels) {
    const match = rule.pattern.exec(text);
    if (match && (!rule.bare || namesBody(text.slice(match[0].length)))) return { rule, length: match[0].length };
  }
  return undefined;
}

const namesBody = (words: string): boolean =>
  beginsBody(words) || /^(?:các|quận|huyện|xã|phường)\s/iu.test(words) || /^\p{Lu}{3,}(?:\s|$)/u.test(words);

/** The line's labels, each with its words: "Chủ trì: Sở A; phối hợp: Sở B; thời gian: quý II". */
function segmentsOf(text: string): Segment[] {
  const marks: { rule: Rule; from: number; words: number }[] = [];
  for (const from of [0, ...[...text.matchAll(boundary)].map((match) => match.index + match[0].length)]) {
    const found = labelAt(text.slice(from));
    if (found) marks.push({ rule: found.rule, from, words: from + found.length });
    else if (from === 0) return [];
  }
  return marks.map(({ rule, words }, i) => ({
    rule,
    words: squeeze(text.slice(words, marks[i + 1]?.from)).replace(/[.;,\s]+$/u, ''),
  }));
}

/** What a line says of the tasks above it; undefined for a line that is none of this kind. */
export function attributeOf(text: string, calendar: Calendar): Attribute | undefined {
  const without = timeWithoutColon.exec(text);
  if (without) return timeOf(squeeze(text.slice(without[0].length)).replace(/[.;]+$/u, ''), calendar);
  const segments = segmentsOf(text);
  if (segments.length === 0) return undefined;
  return Object.assign({}, ...segments.map(({ rule, words }) => rule.read(words, calendar))) as Attribute;
}

/** "… (Chủ trì: Sở Xây dựng; hoàn thành: Quý II)", "… Chủ trì: Sở Xây dựng": what the task's own paragraph ends with. */
export function attributeWithin(text: string, calendar: Calendar): Attribute | undefined {
  for (const match of text.matchAll(/(?:\(|[.;]\s+|\s[-–]\s+)(?=\p{L}[\p{L}\s,]{2,60}:)/gu)) {
    const tail = text.slice(match.index + match[0].length).replace(/\)\s*[.;]?\s*$/u, '');
    const [first] = segmentsOf(tail);
    if (first && first.words !== '') return attributeOf(tail, calendar);
  }
  return undefined;
}

/** "Sở A chủ trì, phối hợp với Sở B" after "Đơn vị thực hiện:" names both roles. */
function leadOf(words: string): Attribute {
  if (!/(?:chủ trì|phối hợp với)(?!\p{L})/u.test(words)) return { lead: bodiesIn(words) };
  const { lead, coord } = doersOf(words, undefined);
  return { lead, coord };
}

function timeOf(words: string, calendar: Calendar): Attribute {
  return { timeRaw: words, time: dueOf(words, calendar) ?? { kind: 'none' } };
}

/** "Sở A tiến hành rà soát …; các sở, ngành …": of each part only the bodies that it begins with. */
function bodiesIn(words: string): string[] {
  const [first = '', ...rest] = words.split(/;\s*/u);
  const parts = [first, ...rest.filter(namesBody)].map((part) => part.replace(/\.\s.*$/u, ''));
  return splitBodies(parts.map(withoutWork).join('; '));
}

/** Duties in general terms stay: they say which of the group are meant. */
function withoutWork(part: string): string {
  const verb = verbIn(part);
  return verb && verb.index > 0 && !verb[0].startsWith('theo')
    ? part.slice(0, verb.index).replace(/[\s,]+$/u, '')
    : part;
}

/** True for a line that says no more than who does it and with whom: "Sở A chủ trì, phối hợp với Sở B". */
export function isAssignment(text: string): boolean {
  if (!beginsBody(text)) return false;
  const verb = verbIn(text);
  if (!verb) return text.length < 200;
  const partners = /^chủ trì(?: thực hiện)?(?:,?\s*(?:và\s+)?phối hợp(?:\s+(?:cùng|với))*\s+(?<with>.+))?[.;]?$/u.exec(
    text.slice(verb.index),
  );
  const others = (partners?.groups?.with ?? '').replace(/,\s*phối hợp (?:với|cùng)(?=\s)/gu, ',');
  return partners !== null && verbIn(others) === null;
}
