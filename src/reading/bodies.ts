import { squeeze } from '../values/vietnamese.ts';

/**
 * Bodies (sở, ngành, UBND, …) in cells and sentences. A list is split at a comma, a semicolon or "và" only before a word
 * that begins a body or a group, because names hold commas too ("Sở Văn hóa, Thể thao và Du lịch").
 */

const heads = [
  'Sở',
  'Ban',
  'Cục',
  'Chi cục',
  'Tổng cục',
  'Vụ',
  'Bộ',
  'UBND',
  'UB MTTQ',
  'UBMTTQ',
  'Ủy ban',
  'Uỷ ban',
  'HĐND',
  'Hội đồng',
  'Văn phòng',
  'VP',
  'Thanh tra',
  'Công an',
  'BCH',
  'Bộ Chỉ huy',
  'Bộ CHQS',
  'Bộ đội',
  'Báo',
  'Đài',
  'Trường',
  'Trung tâm',
  'Bệnh viện',
  'Viện',
  'Kho bạc',
  'Ngân hàng',
  'Chi nhánh',
  'Bảo hiểm',
  'BHXH',
  'Mặt trận',
  'Liên đoàn',
  'Liên minh',
  'Hội',
  'Đoàn',
  'Tỉnh đoàn',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Tòa án',
  'Viện Kiểm sát',
  'Viện kiểm sát',
  'Phòng',
  'Thủ trưởng',
  'Giám đốc',
  'Chủ tịch',
  'Trưởng phòng',
  'Trưởng ban',
  'Chánh Văn phòng',
  'Chi cục trưởng',
  'Cục trưởng',
  'Thường trực',
  'Công ty',
  'Tập đoàn',
  'Tổng công ty',
  'Điện lực',
  'Thi hành án',
  'Kiểm toán',
  'Quỹ',
  'Thuế',
  'Thống kê',
  'Hải quan',
  'Đảng ủy',
  'Lực lượng',
  'Quân khu',
  'Bưu điện',
  'Viễn thông',
  'Cảng vụ',
  'Hiệp hội',
  'Thành viên',
  'Cơ quan',
  'Đơn vị',
  'Đề nghị',
  'BQL',
  'Sở,',
  'MTTQ',
  'Cơ sở',
  'Doanh nghiệp',
  'Toà án',
  'Thông tấn xã',
  'NHNN',
];
const groups = [
  'các sở',
  'các ban',
  'các ngành',
  'các cơ quan',
  'các đơn vị',
  'các địa phương',
  'các huyện',
  'các xã',
  'các phường',
  'các tổ chức',
  'các hội',
  'các đoàn thể',
  'các doanh nghiệp',
  'các cấp',
  'các phòng',
  'các bộ',
  'các trường',
  'các chủ đầu tư',
  'các thành viên',
  'các viện',
  'các cơ sở',
  'các hiệp hội',
  'các ban quản lý',
  'các tập đoàn',
  'các tổng công ty',
  'các nhà mạng',
  'các thôn',
  'sở, ban',
  'sở, ngành',
  'địa phương',
  'cơ quan',
  'cơ sở',
  'đơn vị',
  'thị xã',
  'phường xã',
  'thủ trưởng',
  'chủ tịch',
  'người đứng đầu',
];

const alternatives = (words: string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');

/** A word that begins a body's name or a group of bodies, as a pattern source. */
const beginning = String.raw`(?:(?:${alternatives(heads)})(?![\p{L}])|Tổ(?!\s+chức)(?![\p{L}])|(?:[Cc]ác|CÁC)\s+\p{L}|BAN\s|(?:${alternatives(groups)})(?![\p{L}]))`;
const separator = new RegExp(String.raw`\s*(?:[;,.\n]\s*(?:và\s+)?|\s+và\s+|\s+–\s+(?=UBND))(?=${beginning})`, 'gu');
const begins = new RegExp(`^${beginning}`, 'u');

/** What belongs to a group's own name and is never a body by itself: "các sở, ban, ngành tỉnh". */
const insideGroup =
  /(?:^|\s)(?:các|của)?\s*(?:sở|ban|ngành|cơ quan|đơn vị|huyện|thị xã|thành phố|địa phương|phòng|bộ|cấp|hội|xã|phường|tổ chức)\s*,?$/iu;

/** The bodies of an agency cell, one an item, as written. @param paragraphs the cell's paragraphs; each holds bodies of its own */
export function bodiesOfCell(paragraphs: string[]): string[] {
  return paragraphs.flatMap((paragraph) => splitBodies(paragraph));
}

export function splitBodies(text: string): string[] {
  const clean = squeeze(text).replace(/^[-–+•]\s*/u, '');
  const parts: string[] = [];
  let from = 0;
  for (const match of clean.matchAll(separator)) {
    const left = clean.slice(from, match.index);
    const right = clean.slice(match.index + match[0].length);
    if (!splits(left, match[0], right)) continue;
    parts.push(left);
    from = match.index + match[0].length;
  }
  parts.push(clean.slice(from));
  return parts
    .flatMap(withMissingComma)
    .map(trimBody)
    .filter((body) => body !== '' && /\p{L}{2}/u.test(body));
}

function splits(left: string, mark: string, right: string): boolean {
  const small = /^\p{Ll}/u.test(right);
  if (/Quốc hội$/u.test(left) && /^(?:HĐND|Hội đồng nhân dân)/u.test(right) && mark.includes('và')) return false;
  if (/HĐND$|Hội đồng nhân dân$/u.test(left) && /^(?:UBND|(?:Ủy|Uỷ) ban nhân dân)/u.test(right) && mark.includes('và'))
    return false;
  if (/^địa phương/u.test(right) && mark.includes('và')) return false;
  const strong = mark.includes(';') || mark.includes('\n');
  if (small && !/^các\s/u.test(right)) {
    // "các sở, ban, ngành", "các cơ quan, đơn vị, địa phương": the small words go on with the group before them.
    if (/^phường xã/u.test(right)) return true;
    if (/(?:^|\s)[Cc]ác\s[^;]*$/u.test(left) && !/(?:tỉnh|liên quan|thành phố)\s*$/u.test(left)) return false;
    return (
      strong ||
      (/^(?:thị xã|thủ trưởng|chủ tịch|địa phương|phường xã|cơ quan|cơ sở|đơn vị|sở)/u.test(right) &&
        !insideGroup.test(left))
    );
  }
  // "UBND các huyện Trà Cú, Duyên Hải và thị xã …" has one head word; "Sở Khoa học và Công nghệ" one name.
  if (/^các\s+\p{Lu}/u.test(right)) return true;
  if (/^các\s/u.test(right) && insideGroup.test(left) && !strong)
    return /^các\s+(?:địa phương|huyện|xã|phường|đơn vị)/u.test(right) || !/^[Cc]ác/u.test(left);
  if (
    /^(?:Hội|Ban|Đoàn|Tổ|Thuế|Thống kê|Quỹ|Phòng)\s+\p{Ll}/u.test(right) &&
    mark.includes('và') &&
    /^(?:Sở|Bộ)/u.test(left) &&
    !/^(?:Hội đồng|Ban quản lý|Ban Quản lý)/u.test(right)
  )
    return false;
  return true;
}

/** "Các sở, ngành tỉnh UBND các huyện …": the comma between two bodies was forgotten. */
function withMissingComma(body: string): string[] {
  const match = /^(.*?(?:tỉnh|liên quan|thành phố))\s+(UBND\s+các\s+.+|Ủy ban nhân dân các\s+.+)$/u.exec(body);
  return match?.[1] && match[2] && !/\/|Chủ tịch|Văn phòng/u.test(match[1]) ? [match[1], match[2]] : [body];
}

function trimBody(body: string): string {
  return (
    squeeze(body)
      .replace(/^(?:và|cùng|với)\s+/iu, '')
      .replace(/[\s.;,:]+$/u, '')
      // "A trình B": A does the work.
      .replace(/\s+trình\s+(?:Hội đồng|HĐND|Ủy ban|Uỷ ban|UBND|Chính phủ|Thủ tướng|Bộ|cấp có thẩm quyền).*$/u, '')
      .replace(
        /\s+(?:là thành viên [^,;]* theo Quyết định|theo (?:chức năng|Quyết định|nhiệm vụ|quy định|thẩm quyền|phân công)).*$/u,
        '',
      )
  );
}

/** True where the text begins like the name of a body or of a group of bodies. */
export const beginsBody = (text: string): boolean => begins.test(text);

/** The shortest phrase that a sentence begins with and that is a body; undefined where it begins otherwise. */
export const bodyBeginning = beginning;
