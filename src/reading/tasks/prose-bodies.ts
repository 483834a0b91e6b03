import { beginsBody, splitBodies } from './bodies.ts';
import { bodyBeginning } from './body-words.ts';
import { beginsWithVerb, verbIn } from './verbs.ts';

/** Who does a task, with whom, and who gathers the reports, where the paragraph itself says so. */
export type Doers = { lead: string[]; coord: string[]; monitor: string[] };

/** What a sentence may begin with before it names who is to do it. */
const adverbial =
  /^(?:Căn cứ|Trên cơ sở|Định kỳ|Hàng (?:năm|quý|tháng)|Hằng (?:năm|quý|tháng)|Trước |Chậm nhất|Theo (?:chức năng|nhiệm vụ|thẩm quyền|định kỳ)|Để |Trong |Sau khi|Khi |Trường hợp|Nếu |Đối với|Đồng thời|Từ (?:ngày|tháng|năm)|Đến (?:ngày|tháng|năm|hết))/u;

/** "Đề nghị", "UBND tỉnh giao": who orders is not who does. */
const orderer = String.raw`(?:Chính phủ|Thủ tướng Chính phủ|Chủ tịch (?:UBND|(?:Ủy|Uỷ) ban nhân dân)(?: tỉnh| thành phố| huyện| xã)?|(?:Thường trực )?(?:HĐND|Hội đồng nhân dân)(?: tỉnh| thành phố| huyện| xã)?|(?:Văn phòng )?(?:UBND|(?:Ủy|Uỷ) ban nhân dân)(?: tỉnh| thành phố| huyện| xã)?|Ban (?:Thường vụ|Chấp hành)[\p{L}\s]{0,25}?)`;
/** "Sở Giáo dục và Đào tạo đề nghị các phòng …": those below it are ordered; of those above it something is asked. */
const office = String.raw`(?:Sở|Bộ|Phòng|Cục|Văn phòng Chính phủ)(?:\s\p{L}[^,;.:()]{2,60}?)?(?:\s\([^)]*\))?(?=\s+(?:đề nghị|yêu cầu)\s+(?:các|[Tt]hủ trưởng|Giám đốc|Hiệu trưởng|Chủ tịch UBND|(?:UBND|(?:Ủy|Uỷ) ban nhân dân) các|Sở|Phòng)\s)`;
const order = new RegExp(
  String.raw`^(?:(?:${orderer}|${office})\s+(?:trân trọng\s+)?(?:giao|đề nghị|yêu cầu|phân công|ủy quyền|uỷ quyền)(?:\s+cho)?\s+|(?:Trân trọng đề nghị|Giao nhiệm vụ cho|Giao(?: cho)?|Đề nghị|Yêu cầu|Khuyến khích(?=\s\p{Lu})|Phân công)\s+)`,
  'u',
);
const several = /^(?:các|từng|mỗi|quận|huyện|thị xã|xã|phường)\s*,?\s/u;

/** "Với các đơn vị của Bộ Tài chính xây dựng …" below "Vụ A phối hợp": the sentence goes on with the heading's words. */
const withWhom = /^(?:Cùng )?[Vv]ới\s+(?=\p{L})/u;

/** "Sở Nội vụ (cơ quan thường trực Ban Chỉ đạo)", "Sở Tài chính - cơ quan đầu mối": an office it holds is no part of its name. */
const standing =
  /\s*(?:\((?:[Tt]hường trực|[Cc]ơ quan (?:thường trực|đầu mối|chủ trì))[^)]*\)|\s[-–]\s+cơ ?quan (?:thường trực|đầu mối|chủ trì)[^,;]*)/gu;

/** @param above the bodies whose heading the paragraph stands under; they do it unless it names others */
export function doersOf(text: string, above: Doers | undefined): Doers {
  const { list, rest } = subjectOf(text, above !== undefined);
  const own = list === undefined ? [] : splitBodies(list.replace(standing, ''));
  const lead =
    own.length > 0
      ? unique([...own, ...directed(rest), ...orderedLater(text), ...watching(rest)])
      : [...(above?.lead ?? [])];
  const equal = /[Đđ]ồng chủ trì\s+(?:cùng\s+)?với\s+/u.exec(text);
  if (equal && lead.length > 0) {
    const { list } = cutAtVerb(text.slice(equal.index + equal[0].length));
    if (list !== undefined) lead.push(...splitBodies(list));
  }
  const partners = lead.length === 0 ? [] : partnersOf(own.length > 0 ? rest : text);
  return {
    lead,
    coord: partners.length > 0 || own.length > 0 ? partners : (above?.coord ?? []),
    monitor: gatherersOf(text),
  };
}

const unique = (bodies: string[]): string[] => [...new Set(bodies)];

type Subject = { list: string | undefined; rest: string };

/** The bodies that the sentence begins with, and what follows them. @param headed below a body's own heading an opening clause names nobody new */
function subjectOf(text: string, headed: boolean): Subject {
  const lead = order.exec(text);
  const own = text.slice(lead ? lead[0].length : 0);
  if (beginsBody(own) || (lead && several.test(own))) return cutAtVerb(own);
  if (!adverbial.test(own) && !(follows.test(own) && isOrder(own)))
    return (headed ? undefined : assigned(text)) ?? { list: undefined, rest: text };
  const behind = new RegExp(
    String.raw`(?:[,;]\s+|(?:vướng mắc|phát sinh)\s+)(?:(?:đề nghị|yêu cầu)\s+)?(?=${bodyBeginning})`,
    'gu',
  );
  for (const match of own.slice(0, 500).matchAll(behind)) {
    // "hướng dẫn của các bộ, cơ quan trung ương": the comma stands inside a group.
    if (/(?<!\p{L})(?:của|tại|với|cho)\s+(?:các\s+)?[\p{L}\s]{1,25}$/u.test(own.slice(0, match.index))) {
      if (/^\p{Ll}/u.test(own.slice(match.index + match[0].length))) continue;
    }
    const behindIt = own.slice(match.index + match[0].length);
    if (order.test(behindIt)) return subjectOf(behindIt, headed);
    // Below a body's own heading only a plain new subject counts, not a body within the opening clause.
    if (headed && !/^(?:[Cc]ác\s|\p{Lu})/u.test(behindIt)) continue;
    const cut = cutAtVerb(behindIt);
    if (cut.list !== undefined && (!headed || cut.list.length < 160)) return cut;
  }
  // "Hằng năm Sở Tài chính chủ động …": the comma may be missing.
  const bare = /^(?:[Hh]àng|[Hh]ằng|[Đđ]ịnh kỳ)(?: (?:năm|quý|tháng))?,?\s+/u.exec(own);
  if (bare && beginsBody(own.slice(bare[0].length))) return cutAtVerb(own.slice(bare[0].length));
  return { list: undefined, rest: text };
}

/** "Giao Sở A …", "Để bảo đảm …, Chủ tịch UBND huyện yêu cầu Phòng B …": a sentence that gives somebody work. */
export function isOrder(text: string): boolean {
  if (!adverbial.test(text) && !follows.test(text)) return orders(text);
  return [...text.slice(0, 600).matchAll(behindComma)].some((match) =>
    orders(text.slice(match.index + match[0].length)),
  );
}

/** "Thực hiện Công văn số …, Sở A yêu cầu các phòng …". */
const follows = /^(?:Thực hiện|Tiếp theo|Nhằm)\s/u;
const behindComma = /[,;]\s+(?=(?:Chủ tịch|UBND|(?:Ủy|Uỷ) ban|Văn phòng|Thủ tướng|Chính phủ|Sở|Bộ|Phòng|Cục)\s)/gu;

function orders(text: string): boolean {
  const lead = order.exec(text);
  const own = lead ? text.slice(lead[0].length) : '';
  return lead !== null && !/^(?:chỉ tiêu|kế hoạch|dự toán)/u.test(own) && (beginsBody(own) || several.test(own));
}

/** "Xây dựng đề án …; giao Sở Công Thương chủ trì", "… do Sở Y tế chủ trì": the doer stands behind the work. */
const assigning = new RegExp(
  String.raw`(?<!\p{L})(?:(?:[Gg]iao|[Pp]hân công)\s+(?:cho\s+)?|do\s+(?!\p{Ll})|\(\s*)(?=${bodyBeginning})`,
  'gu',
);

function assigned(text: string): Subject | undefined {
  for (const match of text.matchAll(assigning)) {
    const cut = cutAtVerb(text.slice(match.index + match[0].length));
    if (
      cut.list !== undefined &&
      cut.list.length < 200 &&
      /^(?:chủ trì|là (?:cơ quan|đầu mối)|làm đầu mối|phối hợp|chịu trách nhiệm|thống nhất|theo dõi|tổ chức thực hiện|thực hiện)/u.test(
        cut.rest,
      )
    )
      return cut;
  }
  return undefined;
}

function cutAtVerb(text: string): Subject {
  const colon = /^([^:.;]{3,200}):\s+/u.exec(text);
  const found = verbIn(text);
  if (colon?.[1] && beginsWithVerb(text.slice(colon[0].length)) && (!found || found.index >= colon[1].length))
    return { list: colon[1], rest: text.slice(colon[0].length) };
  if (!found || found.index === 0) return { list: undefined, rest: text };
  const at = generic.test(text.slice(0, found.index)) && found[0] === 'được' ? dutyIn(text) : found.index;
  const list = text.slice(0, at).replace(/[\s,]+$/u, '');
  return list.length > 700 || /(?<!(?<!\p{L})(?:TP|TX|TT|Tp|Tx|Q|P))[.;]\s+\p{Lu}/u.test(list.replace(listMark, ', '))
    ? { list: undefined, rest: text }
    : { list, rest: text.slice(at) };
}

const listMark = new RegExp(`;\\s+(?=${bodyBeginning})`, 'gu');

/** "Các cơ quan được giao chủ trì nhiệm vụ có trách nhiệm …": only the whole says which ones. */
const generic = /^[Cc]ác\s+(?:(?:cơ quan|đơn vị|địa phương)(?:,\s*|\s+và\s+|\s+))+$/u;
const dutyIn = (text: string): number => {
  const at = text.search(/\s(?:có trách nhiệm|chủ động|khẩn trương|phải)\s/u);
  return at === -1 ? text.indexOf('được') : at + 1;
};

/** "A chỉ đạo B thực hiện": both do it. */
function directed(rest: string): string[] {
  const found =
    /^(?:(?:tập trung\s+)?(?:lãnh đạo|chỉ đạo),?\s+)+(?:phân công\s+|các\s+(?=các\s))?/u.exec(rest) ??
    /^phối hợp với\s[^,.;]{3,80}?\schỉ đạo\s+/u.exec(rest);
  if (!found || !beginsBody(rest.slice(found[0].length))) return [];
  const { list } = cutAtVerb(rest.slice(found[0].length));
  return list === undefined ? [] : splitBodies(list);
}

/** "…; Ủy ban nhân dân tỉnh yêu cầu các sở khẩn trương …": the paragraph orders somebody else, too. */
export function orderedLater(text: string): string[] {
  const found =
    /[;.]\s+(?=(?:(?:UBND|(?:Ủy|Uỷ) ban nhân dân) tỉnh (?:yêu cầu|giao|đề nghị)|giao(?: cho)?|yêu cầu|đề nghị)\s)/giu;
  return [...text.matchAll(found)].flatMap((match) => {
    const clause = text.slice(match.index + match[0].length).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    const lead = order.exec(clause);
    const own = lead ? clause.slice(lead[0].length) : '';
    const { list } = beginsBody(own) ? cutAtVerb(own) : { list: undefined };
    return list === undefined ? [] : splitBodies(list);
  });
}

/** "Giao UBND tỉnh tổ chức thực hiện; các Ban của HĐND giám sát": who watches over it acts by the same article. */
function watching(text: string): string[] {
  const found = new RegExp(String.raw`;\s+(?=${bodyBeginning})`, 'gu');
  return [...text.matchAll(found)].flatMap((match) => {
    const { list, rest } = cutAtVerb(text.slice(match.index + match[0].length));
    return list !== undefined && rest.startsWith('giám sát') ? splitBodies(list) : [];
  });
}

const together =
  /[Pp]hối (?:kết )?hợp(?:,?\s+(?:chặt chẽ|thường xuyên|đồng bộ|tốt|kịp thời|hiệu quả|có hiệu quả))*(?:\s+(?:cùng|với))*\s+(?=\S)/u;

function partnersOf(text: string): string[] {
  const found = together.exec(text) ?? withWhom.exec(text);
  if (!found) return [];
  const rest = text.slice(found.index + found[0].length);
  if (/^Trung ương/u.test(rest)) return [];
  // Without "với" only a body can be meant: "phối hợp tổ chức lớp tập huấn" names nobody.
  if (!/(?:[Vv]ới|cùng)\s+$/u.test(found[0]) && !beginsBody(rest)) return [];
  const list = (cutAtVerb(rest).list ?? rest).replace(listMark, ', ').replace(/[.;].*$/su, '');
  const work = [...list.matchAll(/:\s+(?=\p{Lu})/gu)].find((match) =>
    beginsWithVerb(list.slice(match.index + match[0].length)),
  );
  return splitBodies(work ? list.slice(0, work.index) : list);
}

/** "báo cáo kết quả gửi Sở Kế hoạch và Đầu tư trước ngày 30 tháng 11 để tổng hợp": who gathers the reports. */
function gatherersOf(text: string): string[] {
  const found =
    /(?:báo cáo|kết quả|tình hình)[^.;]*?\sgửi\s+(?<body>(?:Sở|Văn phòng|Ban|Cục|UBND|Ủy ban|Phòng|Bộ|Thanh tra|Công an|Chi cục)[^.;]*?)\s+(?:trước\s[^.;]*?\s)?(?:\([^)]*\)\s*)?(?:để\s+)?(?:tổng hợp|theo dõi, tổng hợp)/u.exec(
      text,
    );
  return found?.groups?.body
    ? splitBodies(found.groups.body.replace(/\s+trước (?:ngày|tháng).*$/u, '').replace(/\s+để$/u, ''))
    : [];
}
