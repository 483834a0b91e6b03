import { squeeze } from '../../values/vietnamese.ts';

/** Names of issuing bodies: from capitals to the form of running text, and completed by the place where written in part. */

const words: [RegExp, string][] = [
  [/^ỦY BAN NHÂN DÂN/u, 'Ủy ban nhân dân'],
  [/^UỶ BAN NHÂN DÂN/u, 'Uỷ ban nhân dân'],
  [/^UBND(?=\s)/u, 'Ủy ban nhân dân'],
  [/^HĐND(?=\s)/u, 'Hội đồng nhân dân'],
  [/^HỘI ĐỒNG NHÂN DÂN/u, 'Hội đồng nhân dân'],
  [/^ỦY BAN THƯỜNG VỤ QUỐC HỘI/u, 'Ủy ban Thường vụ Quốc hội'],
  [/^THỦ TƯỚNG CHÍNH PHỦ/u, 'Thủ tướng Chính phủ'],
  [/^CHÍNH PHỦ/u, 'Chính phủ'],
  [/^VĂN PHÒNG CHÍNH PHỦ/u, 'Văn phòng Chính phủ'],
  [/^THANH TRA CHÍNH PHỦ/u, 'Thanh tra Chính phủ'],
  [/^NGÂN HÀNG NHÀ NƯỚC(?: VIỆT NAM)?/u, 'Ngân hàng Nhà nước Việt Nam'],
  [/^QUỐC HỘI/u, 'Quốc hội'],
  [/^BAN CHẤP HÀNH TRUNG ƯƠNG/u, 'Ban Chấp hành Trung ương'],
  [/^BAN CHẤP HÀNH/u, 'Ban Chấp hành'],
  [/^BAN THƯỜNG VỤ/u, 'Ban Thường vụ'],
  [/^BỘ CHÍNH TRỊ/u, 'Bộ Chính trị'],
  [/^BAN BÍ THƯ/u, 'Ban Bí thư'],
  [/^TỈNH [ỦU][YỶ]/u, 'Tỉnh ủy'],
  [/^THÀNH [ỦU][YỶ]/u, 'Thành ủy'],
  [/^HUYỆN [ỦU][YỶ]/u, 'Huyện ủy'],
  [/^ĐẢNG ỦY/u, 'Đảng ủy'],
  [/^ĐẢNG BỘ/u, 'Đảng bộ'],
  [/^ĐẢNG ĐOÀN/u, 'Đảng đoàn'],
  [/^BAN CÁN SỰ ĐẢNG/u, 'Ban cán sự đảng'],
  [/^THÀNH PHỐ (?=HỒ CHÍ MINH)/u, 'Thành phố '],
  [/^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG)(?=\s|$)/u, ''],
];

/** "ỦY BAN NHÂN DÂN TỈNH TRÀ VINH" -> "Ủy ban nhân dân tỉnh Trà Vinh". */
export function issuerInWords(capitals: string): string {
  // "HỘI ĐỒNG NHÂN DÂN TỈNH …, KHÓA X - KỲ HỌP THỨ 12": the term and session are no part of the name.
  let rest = squeeze(capitals)
    .replace(/,?\s*KH[ÓO][ÁA]\s.*$/u, '')
    .replace(/[\s,.:_-]+$/u, '');
  const parts: string[] = [];
  while (rest !== '') {
    const rule = words.find(([pattern]) => pattern.test(rest));
    const match = rule?.[0].exec(rest)?.[0] ?? /^\S+/u.exec(rest)?.[0] ?? rest;
    parts.push(rule ? rule[1] || match.toLowerCase() : nameCase(match));
    rest = rest.slice(match.length).trim();
  }
  return squeeze(parts.join(' '));
}

const nameCase = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

const issuing =
  /^(?:ỦY BAN NHÂN DÂN|UBND\s|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|VĂN PHÒNG CHÍNH PHỦ|THANH TRA CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC|QUỐC HỘI|BỘ\s|TỈNH [ỦU][YỶ]|THÀNH [ỦU][YỶ]|HUYỆN [ỦU][YỶ]|ĐẢNG [ỦU][YỶ]|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ĐẢNG BỘ|ĐẢNG ĐOÀN|BAN CÁN SỰ ĐẢNG|SỞ\s|ỦY BAN THƯỜNG VỤ|CHỦ TỊCH (?:ỦY BAN|UBND))/u;

/** A department under the committee: its line stands below the parent's, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.2. */
export const isDepartment = (line: string): boolean =>
  /^(?:SỞ|BAN|CHI CỤC|VĂN PHÒNG|PHÒNG|THANH TRA|CỤC)\s/u.test(squeeze(line));

/** The department's name where it stands behind its parent's in one line: "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN SỞ Y TẾ". */
export const departmentBehind = (line: string): RegExpExecArray | null =>
  /(?<=^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s.+\s)(?:SỞ|BAN|CHI CỤC|VĂN PHÒNG|PHÒNG|THANH TRA)\s.*$/u.exec(
    squeeze(line),
  );

const shortForms: [RegExp, string][] = [
  [/^BỘ\s/u, 'Bộ '],
  [/^SỞ\s/u, 'Sở '],
  [/^BAN\s/u, 'Ban '],
  [/^VĂN PHÒNG\s/u, 'Văn phòng '],
  [/^THANH TRA\s/u, 'Thanh tra '],
  [/^CHI CỤC\s/u, 'Chi cục '],
  [/^CỤC\s/u, 'Cục '],
  [/^PHÒNG\s/u, 'Phòng '],
];

/** "SỞ Y TẾ" -> "Sở Y tế": only the field's first word keeps its capital, and what follows "và" or a comma. */
export function departmentInWords(capitals: string): string {
  const line = squeeze(capitals).replace(/[\s,.:_-]+$/u, '');
  const form = shortForms.find(([pattern]) => pattern.test(line));
  const rest = (form ? line.replace(form[0], '') : line).toLowerCase();
  const field = rest.replace(
    /(^|, |\svà |\s-\s)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return (form?.[1] ?? '') + field;
}

/** True for the line in capitals that names who issues. */
export const isIssuer = (line: string): boolean =>
  issuing.test(squeeze(line).replaceAll('UỶ', 'ỦY')) && line.length < 120;

const place =
  /(tỉnh|thành phố|Thành phố|huyện|quận|thị xã|phường|xã) +((?:\p{Lu}[\p{Ll}]+)(?: +\p{Lu}[\p{Ll}]+){0,4})/gu;

/** "Đại hội tỉnh Đảng bộ", "thành phố Hội đồng": the words of a body behind the word of a level. */
const noPlace = /^(?:Đảng|Ủy|Uỷ|Hội|Đoàn|Ban|Mặt|Liên|Trung|Công)(?!\p{L})/u;

/** "Chủ tịch UBND tỉnh Nguyễn Văn An": the words of a person's name. */
const person =
  /(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã) +(?!Hồ Chí Minh)(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương)(?: +\p{Lu}\p{Ll}+){2,}/u;

/** "tỉnh Trà Vinh": the place of that level that the text names most often. @param level "tỉnh", "thành phố", … or undefined for any */
export function placeNamedMost(text: string, level: string | undefined): string | undefined {
  return commonest(
    [...text.matchAll(place)].flatMap(([, kind = '', name = '']) =>
      (level !== undefined && kind.toLowerCase() !== level) ||
      noPlace.test(name) ||
      person.test(`${kind.toLowerCase()} ${name}`)
        ? []
        : [`${kind} ${name}`],
    ),
  );
}

/** The word that stands most often; of several the first. */
export function commonest(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** True where the body's name needs a place behind it: "Ủy ban nhân dân tỉnh", "Tỉnh ủy". */
export const lacksPlace = (issuer: string): boolean =>
  /^(?:(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|UBND|HĐND)(?:\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường))?$|^(?:Tỉnh|Thành|Huyện) ủy$/iu.test(
    issuer,
  );
