import { squeeze } from '../../values/vietnamese.ts';
import { bodyBeginning } from './body-words.ts';

/**
 * Bodies (sở, ngành, UBND, …) in cells and sentences. A list is split at a comma, a semicolon or "và" only before a word
 * that begins a body or a group, because names hold commas too ("Sở Văn hóa, Thể thao và Du lịch").
 */

const separator = new RegExp(
  String.raw`\s*(?:(?<!&amp)[;,.\n]\s*(?:và\s+)?|\s+và\s+|\s+–\s+(?=UBND))(?=${bodyBeginning})`,
  'gu',
);
const begins = new RegExp(`^${bodyBeginning}`, 'u');

/** What belongs to a group's own name and is never a body by itself: "các sở, ban, ngành tỉnh". */
const insideGroup =
  /(?:^|\s)(?:các|của)?\s*(?:sở|ban|ngành|cơ quan|đơn vị|huyện|thị xã|thành phố|địa phương|phòng|bộ|cấp|(?<!Quốc |xã )hội|xã|phường|tổ chức)\s*,?$/iu;

const bareKind =
  /^Đoàn thể|^Hội(?=\s*[,;])|^(?:(?:Vụ|Cục|Sở|Ban|Bộ|Tập đoàn|Tổng [Cc]ông ty|Công ty|Phòng|Chi cục|Viện|Trường|Ngành)(?=\s+\p{Ll}|\s*[,;]|$)|(?:Tổng )?[Cc]ông ty(?: [Nn]hà nước)?(?:,|$)|Lãnh đạo\s+các\s|Phó\s)/u;

/** "các sở, ban, ngành, đoàn thể tỉnh": with its level the group is whole. */
const wholeGroup = /(?:ngành|đoàn thể|sở|ban|đơn vị|cơ quan),?\s+(?:cấp )?(?:tỉnh|thành phố)$/iu;

/** The bodies of an agency cell, one an item, as written. @param paragraphs the cell's paragraphs; each holds bodies of its own */
export function bodiesOfCell(paragraphs: string[]): string[] {
  return paragraphs.flatMap((paragraph) => splitBodies(paragraph.replace(/^\s*\(?\d{1,2}[.)]\s*(?=\p{Lu})/u, '')));
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
  // "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, …" is the one formula for the members of the Government and their like.
  if (/Bộ trưởng$/u.test(left) && /^Thủ trưởng/u.test(right)) return false;
  // "Các Vụ, Cục, Tập đoàn", "Thủ trưởng, Lãnh đạo các đơn vị": kinds of bodies, none of them a name yet.
  if (
    /^(?:(?:[Tt]hủ trưởng|[Gg]iám đốc|[Ll]ãnh đạo)\s+)?(?:[Cc]ác\s+\p{L}+|Thủ trưởng|Giám đốc|Lãnh đạo)(?:,\s*[\p{L}\s]+)*$/u.test(
      left,
    ) &&
    bareKind.test(right)
  )
    return false;
  if (/^địa phương/u.test(right) && mark.includes('và')) return false;
  // "UBND thành phố và các huyện": one head word for both.
  if (/(?:UBND|ban nhân dân) (?:thành phố|thị xã)$/u.test(left) && /^các (?:huyện|xã|phường)/u.test(right))
    return false;
  // "UBND các xã, phường và cơ quan, đơn vị liên quan": after a name a group begins anew.
  if (
    /^(?:UBND|(?:Ủy|Uỷ) ban|Sở|Công an)/u.test(left) &&
    mark.includes('và') &&
    /^(?:cơ quan|đơn vị|tổ chức)[,\s]/u.test(right)
  )
    return true;
  const strong = mark.includes(';') || mark.includes('\n');
  if (small && !/^các\s/u.test(right)) {
    // "các sở, ban, ngành", "các cơ quan, đơn vị, địa phương": the small words go on with the group before them.
    if (/^đại biểu\s/u.test(right)) return !/tổ đại biểu/iu.test(left);
    if (/^(?:chủ tịch|giám đốc|người đứng đầu|đoàn thể nhân dân)(?!\p{L})/u.test(right)) return true;
    // "Các doanh nghiệp viễn thông, doanh nghiệp bưu chính": the same word begins the next.
    if (/^[Cc]ác\s+doanh nghiệp\s+\p{Ll}/u.test(left) && /^doanh nghiệp\s+\p{Ll}/u.test(right)) return true;
    if (/^phường xã/u.test(right) || wholeGroup.test(left)) return true;
    if (mark.includes(';') && /^(?:đơn vị|cơ quan|địa phương|doanh nghiệp)\s/u.test(right)) return true;
    if (/^(?:báo,? đài|báo chí)/u.test(right))
      return !/(?:cơ quan(?: \p{L}+){0,2}|thông tấn|truyền thông),?$/u.test(left);
    if (/sở, ban, ngành$/iu.test(left) && /^cơ quan, đơn vị/u.test(right)) return true;
    if (/(?:^|\s)[Cc]ác\s[^;]*$/u.test(left) && !/(?:tỉnh|liên quan|thành phố)\s*$/u.test(left)) return false;
    return strong || !insideGroup.test(left);
  }
  // "UBND các huyện Trà Cú, Duyên Hải và thị xã …" has one head word; "Sở Khoa học và Công nghệ" one name.
  if (/^các\s+\p{Lu}/u.test(right)) return true;
  if (/^các\s/u.test(right) && insideGroup.test(left) && !strong)
    return (
      /^các\s+(?:địa phương|huyện|xã|phường|đơn vị|hội|đoàn thể|tổ chức|doanh nghiệp|trường|bệnh viện)/u.test(right) ||
      !/^[Cc]ác/u.test(left)
    );
  if (
    /^(?:Hội|Ban|Đoàn|Tổ|Thuế|Thống kê|Quỹ|Phòng)\s+\p{Ll}/u.test(right) &&
    mark.includes('và') &&
    /^(?:Sở|Bộ)/u.test(left) &&
    !/^(?:Hội đồng|Ban quản lý|Ban Quản lý)/u.test(right)
  )
    return false;
  return true;
}

/** Two bodies of one level with nothing between them, as where one fills the line of a cell above the other. */
const peer = String.raw`(?:Sở\s+\p{Lu}|Công an\s+(?:tỉnh|thành phố)|UBND\s+(?:tỉnh|các|cấp)|Văn phòng\s+(?:UBND|Ủy ban)|Thanh tra\s+tỉnh|Ban\s+(?:Dân tộc|Quản lý)|Bảo hiểm\s+xã hội|Kho bạc\s+Nhà nước|Ngân hàng\s+Nhà nước|Cục\s+(?:Thuế|Thống kê|Hải quan|Quản lý thị trường)|Liên minh\s+Hợp tác xã|Bộ\s+Chỉ huy|Đài\s+Phát thanh|Báo\s+\p{Lu})`;
const unparted = new RegExp(
  String.raw`^(?!.*(?<!\p{L})(?:phối hợp|chủ trì|trình|báo cáo|tham mưu|giúp|cùng|gửi)(?!\p{L}))(?<left>${peer}[\p{L}\s,-]{0,80}?(?<!(?:và|của|thuộc|các|với|tại|hoặc|Chủ tịch|Giám đốc|Phó|-|,)))\s+(?<right>${peer}.*)$`,
  'u',
);
/** "Các sở, ngành tỉnh UBND các huyện …", "Sở Y tế cơ quan, đơn vị liên quan": the comma between two bodies was forgotten. */
const missingCommas = [
  /^(?!.*(?:\/|Chủ tịch|Văn phòng))(?<left>.*?(?:tỉnh|liên quan|thành phố|ngành|địa phương|đoàn thể|cơ quan))\s+(?<right>(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(?:các|cấp)\s+.+)$/u,
  /^(?<left>(?:Sở|Bộ)\s+\p{Lu}.*?(?<!(?:và|của|thuộc|các|với|những|,)))\s+(?<right>(?:[Cc]ác\s+)?[Cc]ơ quan,\s.+)$/u,
  unparted,
];

function withMissingComma(body: string): string[] {
  for (const pattern of missingCommas) {
    const groups = pattern.exec(body)?.groups;
    if (groups?.left && groups.right) return [groups.left, ...withMissingComma(groups.right)];
  }
  return [body];
}

const announcing = new RegExp(`^(?:[Cc]ác|[Nn]hững)\\s[^:,]{2,40}:\\s+(?=${bodyBeginning})`, 'u');

function trimBody(body: string): string {
  return (
    squeeze(body.replaceAll('&amp;', '&'))
      .replace(/^(?:và|cùng|với)\s+/iu, '')
      // "các tổ chức hội: Hội Nông dân, …": the words before the colon only announce the list.
      .replace(announcing, '')
      .replace(/[\s.;,:]+$/u, '')
      // "A trình B": A does the work.
      .replace(/\s+trình\s+(?:Hội đồng|HĐND|Ủy ban|Uỷ ban|UBND|Chính phủ|Thủ tướng|Bộ|cấp có thẩm quyền).*$/u, '')
      .replace(/\s+(?:là thành viên [^,;]* theo Quyết định).*$/u, '')
  );
}

/** True where the text begins like the name of a body or of a group of bodies. */
export const beginsBody = (text: string): boolean => begins.test(text);
