import type { Reference } from '../../values/finding.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { splitBodies } from '../tasks/bodies.ts';
import { numberSource } from './document-number.ts';

/** What the words around a document's number say of it: its kind, who issued it, which part of it is meant, and why it is cited. */
export type Citation = Pick<Reference, 'kind' | 'issuer' | 'part' | 'relation'>;

/** NĐ 30/2020/NĐ-CP Phụ lục III, the Party's kinds, and laws. */
const kindWords = [
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Thông tư liên tịch',
  'Thông tư',
  'Kế hoạch hành động',
  'Kế hoạch liên tịch',
  'Kế hoạch',
  'Chương trình hành động',
  'Chương trình',
  'Kết luận',
  'Thông báo',
  'Thông tri',
  'Công văn',
  'Công điện',
  'Hướng dẫn',
  'Quy định',
  'Quy chế',
  'Tờ trình',
  'Báo cáo',
  'Đề án',
  'Văn bản',
];
const kindBefore = new RegExp(`(?<kind>${kindWords.join('|')})\\s*(?:này\\s+)?(?:số)?\\s*:?\\s*$`, 'iu');

const kindOfSymbol: [RegExp, string][] = [
  [/^NQLT$|^NQ$/u, 'Nghị quyết'],
  [/^QĐ$/u, 'Quyết định'],
  [/^NĐ$/u, 'Nghị định'],
  [/^CT$/u, 'Chỉ thị'],
  [/^TT(?:LT)?$/u, 'Thông tư'],
  [/^KH$/u, 'Kế hoạch'],
  [/^CTR$/u, 'Chương trình'],
  [/^KL$/u, 'Kết luận'],
  [/^TB$/u, 'Thông báo'],
  [/^HD$/u, 'Hướng dẫn'],
  [/^TTR$/u, 'Tờ trình'],
  [/^BC$/u, 'Báo cáo'],
  [/^CĐ$/u, 'Công điện'],
];

const partBefore =
  /(?<part>(?:điểm\s+[a-zđ](?:\s*(?:,|và)\s*[a-zđ])*\s*,?\s+)?(?:khoản\s+\d+(?:\s*(?:,|và)\s*\d+)*\s*,?\s+)?(?:Điều\s+\d+[a-zđ]?(?:\s*(?:,|và)\s*(?:Điều\s+)?\d+)*|Mục\s+[IVX\d.]+|mục\s+[IVX\d.]+|Chương\s+[IVX\d]+|Phụ lục\s+[IVX\d]+))\s*,?\s*(?:của\s+)?$/u;

const stop =
  /\s(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|thực hiện|triển khai|phân công|giao|công bố|thành lập|hết hiệu lực|có hiệu lực|kể từ|để|đã|được)(?!\p{L})|,\s+(?=\p{Ll})|[;:.()“”"]|,\s+(?=(?:ngày|số|Nghị|Quyết|Chỉ thị|Kế hoạch|Chương trình|Kết luận|Luật|Thông|Công văn)\s)/u;

const before = (words: string): RegExp =>
  new RegExp(
    `(?:${words})(?:\\s+(?:có hiệu quả|hiệu quả|tốt|nghiêm túc|nghiêm|đầy đủ|toàn bộ|một số (?:điều|nội dung|chỉ tiêu|nhiệm vụ)(?:\\s+(?:của|tại))?|nội dung(?: của| tại)?|cho|các|tại|theo))*\\s*$`,
    'iu',
  );
const relations: [RegExp, Reference['relation']][] = [
  [before('thay thế'), 'replaces'],
  [before('bãi bỏ|hủy bỏ|huỷ bỏ'), 'repeals'],
  [before('sửa đổi(?:,? (?:và )?bổ sung)?|điều chỉnh|bổ sung'), 'amends'],
  [before('thực hiện|triển khai|thi hành|cụ thể hóa|cụ thể hoá|quán triệt'), 'implements'],
];

const anyNumber = new RegExp(numberSource, 'u');

/** @param text the paragraph, @param from where the number stands in it, @param to its end */
export function citationAt(text: string, from: number, to: number): Citation {
  const lead = text.slice(Math.max(0, from - 260), from);
  const named = kindBefore.exec(lead);
  const outside = named ? lead.slice(0, named.index) : lead.replace(/số\s*:?\s*$/u, '');
  const part = partBefore.exec(outside);
  return {
    kind: kindOf(named?.groups?.kind, text.slice(from, to)),
    issuer: issuerBehind(text.slice(to, to + 260)),
    part: part?.groups?.part ? squeeze(part.groups.part) : null,
    relation: relationOf(text, part ? outside.slice(0, part.index) : outside, text.slice(to, to + 260)),
  };
}

function kindOf(word: string | undefined, number: string): string | null {
  if (word !== undefined && !/^văn bản$/iu.test(word))
    return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  const symbols = number.toUpperCase().split(/[^\p{L}]+/u);
  return (
    kindOfSymbol.find(([pattern]) => symbols.some((symbol) => pattern.test(symbol)))?.[1] ?? (word ? 'Văn bản' : null)
  );
}

function issuerBehind(text: string): string | null {
  const of =
    /^\s*(?:,?\s*ngày\s+[\d\s/.,-]*(?:tháng\s+\d{1,2}\s*,?\s*)?(?:năm\s+\d{4})?)?\s*,?\s*của\s+(?=\p{Lu})/u.exec(text);
  if (!of) return null;
  const rest = text.slice(of[0].length);
  const end = stop.exec(rest)?.index ?? rest.length;
  const [issuer] = splitBodies(rest.slice(0, end));
  return issuer === undefined || issuer.length > 90 ? null : issuer;
}

/** Another number before the verb says that that document amends or replaces this one, not ours. */
function relationOf(text: string, lead: string, behind: string): Reference['relation'] {
  const clause = lead.replace(/^.*[;.]\s/su, '');
  const found = relations.find(([pattern]) => pattern.test(clause));
  const changes = found && found[1] !== 'implements';
  if (changes && !anyNumber.test(clause)) return found[1];
  if (/^[^;.]{0,200}(?:hết hiệu lực|được bãi bỏ)/u.test(behind) && !/^Căn cứ/u.test(text)) return 'repeals';
  if (/^[-–]?\s*Căn cứ\s/u.test(text)) return 'basis';
  if (found?.[1] === 'implements' || /^[-–]?\s*(?:Thực hiện|Triển khai|Thi hành)\s/u.test(text)) return 'implements';
  return 'mentions';
}
