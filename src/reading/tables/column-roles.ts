import { columnWords } from '../../values/column-words.ts';
import type { Tier } from '../../values/finding.ts';
import { lowerFirst, squeeze } from '../../values/vietnamese.ts';

/** What a column of a task or target table holds. */
export type ColumnRole =
  | 'ordinal'
  | 'task'
  | 'target'
  | 'unit'
  | 'value'
  | 'agency'
  | 'lead'
  | 'coord'
  /** Who leads and who coordinates, in one column. */
  | 'doers'
  | 'monitor'
  | 'time'
  /** A month or quarter, marked where the work goes on. */
  | 'when'
  | 'product'
  | 'funding'
  | 'note'
  | 'past'
  | 'unknown';

export type Column = {
  role: ColumnRole;
  header: string;
  tier: Tier | undefined;
  year: number | undefined;
  /** The first year of "giai đoạn 2026 - 2030". */
  yearFrom: number | null;
  /** The heading's lines without units, years and words of planning, the lowest first: what the column measures in a table turned round. */
  words: string | null;
  /** "Sản lượng (Tấn)" under "Kế hoạch 2026": what the column's values measure, and in which unit. */
  measure: string | null;
  unit: string | null;
  /** "Tháng 3", "Quý II": the part of the year that the column is for. */
  stretch: string | null;
};

/** What was reached, and what is worked out from it ("So với kế hoạch", "So sánh KH 2026/ƯTH 2025"). */
const past =
  /^(?:(?:thực hiện|hiện trạng|kết quả thực hiện|số liệu|đánh giá thực hiện)\s.*|(?:ước (?:thực hiện|đạt|th)|ưth|th)(?:\s.*)?|hiện trạng|đánh giá thực hiện|.*(?<!tháng)\sđầu năm(?:\s.*)?|so (?:với|sánh)(?:\s.*)?|%\s*so (?:với|sánh).*)$/u;

const rules: [RegExp, ColumnRole][] = [
  [new RegExp(`^(?:${columnWords.ordinal}|t\\s*t|mã(?: số| chỉ tiêu| nhiệm vụ)?)$`, 'u'), 'ordinal'],
  [new RegExp(columnWords.note, 'u'), 'note'],
  [new RegExp(`${columnWords.funding}|kinh phi`, 'u'), 'funding'],
  [
    new RegExp(
      `${columnWords.time}|^hoàn thành|^hạn(?! (?:mức|ngạch|chế))(?!\\p{L})|^(?:tháng|ngày)(?:[,/ ]+(?:tháng|năm))*$`,
      'u',
    ),
    'time',
  ],
  [new RegExp(`^(?:${columnWords.unit}|đ\\.v\\.t)$`, 'u'), 'unit'],
  // "Nhóm chỉ tiêu", "Lĩnh vực": what the rows are sorted by; "Mã đất", "Ký hiệu": what they are called in another list.
  [/^(?:nhóm|lĩnh vực|phân nhóm|phân loại|mã|ký hiệu)(?!\p{L})/u, 'unknown'],
  // "Nhiệm vụ chủ trì" beside "Đơn vị": what it leads, not who does.
  [/^(?:các )?(?:nhiệm vụ|công việc|nội dung) (?:chủ trì|được (?:giao|phân công))/u, 'task'],
  [/đầu mối(?!.*phối hợp)/u, 'lead'],
  [/(?:chủ trì|đầu mối)(?:\/|,| và| -|;|\s)+(?:cơ quan |đơn vị )?phối hợp/u, 'doers'],
  [new RegExp(columnWords.coord, 'u'), 'coord'],
  [/^cơ quan chủ trì,? theo dõi|chủ trì theo dõi, đánh giá/u, 'agency'],
  [new RegExp(columnWords.monitor, 'u'), 'monitor'],
  [
    /chủ trì|người thực hiện|(?:cơ quan|đơn vị|bộ phận|phòng|ban|ngành|địa phương)(?:(?:,\s*|\/|\s-\s)\p{L}+)* (?:thực hiện|chịu trách nhiệm|phụ trách|tham mưu|chuẩn bị|soạn thảo|xây dựng|trình|đề xuất|triển khai|được giao)|^chủ đầu tư|^phân công|^thực hiện$|^cơ quan$/u,
    'lead',
  ],
  [
    new RegExp(
      `${columnWords.product}|kết quả (?:thực hiện|đầu ra|đạt được|cần đạt|dự kiến|hoàn thành)|^kết quả$|yêu cầu kết quả|cấp (?:ban hành|phê duyệt|có thẩm quyền)`,
      'u',
    ),
    'product',
  ],
  [past, 'past'],
  [new RegExp(`^(?:tên |nội dung |danh mục |các |một số )?(?:${columnWords.task})`, 'u'), 'task'],
  [
    new RegExp(`^(?:tên |danh mục |nội dung |các |hệ thống )?(?:${columnWords.target})(?: chủ yếu| cụ thể)?$`, 'u'),
    'target',
  ],
  [/chỉ tiêu|kế hoạch|mục tiêu|năm|giai đoạn|giá trị|số lượng|cả nước|dự toán|\d{4}/u, 'value'],
];

/** @param parts the words of the header's cells above the column, uppermost first */
export function columnOf(parts: string[]): Column {
  const header = parts.join(' ');
  const [text = '', ...lines] = [header, ...parts].map((words) =>
    squeeze(words)
      .toLowerCase()
      .replace(/[*.:]+$/u, ''),
  );
  const found = rules.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  // "Năm 2024" above "Ước thực hiện": the line below says what the column holds.
  const role = (found === 'value' || found === 'unknown') && lines.some((line) => past.test(line)) ? 'past' : found;
  const measured = measureOf(parts);
  const year = [...text.matchAll(/(?:19|20)\d{2}/gu)].at(-1)?.[0];
  const since = /(?<!năm học )(?<from>20\d{2})\s*[-–]\s*(?:năm\s+)?20\d{2}/u.exec(text)?.groups?.from;
  return {
    role,
    header: squeeze(header),
    tier: tierOfColumn(text),
    year: year === undefined ? undefined : Number(year),
    yearFrom: since === undefined ? null : Number(since),
    ...measured,
    stretch: stretchOfColumn(parts),
  };
}

function tierOfColumn(text: string): Tier | undefined {
  if (/cả nước|(?<!chuẩn )quốc gia|toàn quốc|(?:trung ương|chính phủ|thủ tướng|(?<!\p{L})tw) giao/u.test(text))
    return 'national';
  return /tỉnh/u.test(text) ? 'province' : undefined;
}

/** "Tháng" above "3", "Th3", "Quý II", "6 tháng đầu năm", with the year that stands above it. */
function stretchOfColumn(parts: string[]): string | null {
  const [own = '', ...above] = parts.map((part) => squeeze(part)).toReversed();
  const months = above.some((part) => /^(?:các )?(?:tháng|thời gian|tiến độ)/iu.test(part));
  const month = /^(?:(?:tháng|th\.?|t\.?)\s*)(?<named>\d{1,2})$|^(?<bare>\d{1,2})$/iu.exec(own)?.groups;
  const number = month?.named ?? (months ? month?.bare : undefined);
  const words =
    number !== undefined && Number(number) >= 1 && Number(number) <= 12
      ? `Tháng ${number}`
      : /^(?:q(?:uý)?\.?\s*(?:i{1,3}|iv|[1-4])|0?[69] tháng(?: (?:đầu|cuối) năm)?)$/iu
          .exec(own)?.[0]
          .replace(/^q(?:uý)?\.?\s*/iu, 'Quý ');
  const year = above.map((part) => /(?:19|20)\d{2}/u.exec(part)?.[0]).find((found) => found !== undefined);
  return words === undefined ? null : `${words}${year === undefined ? '' : `/${year}`}`;
}

/** "Lượng (Tấn)" below "Kế hoạch 2026", or "Diện tích (ha)" above it: what is measured, and its unit. */
function measureOf(parts: string[]): Pick<Column, 'measure' | 'unit' | 'words'> {
  const lines = parts.toReversed().map((part) => {
    const words = squeeze(part);
    const unit = /\((?:ĐVT\s*:?\s*|đơn vị(?: tính)?\s*:?\s*)?(?<unit>[%\p{L}][^()\d]{0,24}|[kcd]?m[23²³])\)\s*$/iu.exec(
      words,
    );
    return { words: unit ? words.slice(0, unit.index).trim() : words, unit: unit?.groups?.unit ?? null };
  });
  const measure = lines.find(
    ({ words }) =>
      words !== '' &&
      !/\d{4}/u.test(words) &&
      !plans.test(words.toLowerCase()) &&
      !/(?:^|\s)giao$|cả năm|^(?:chia (?:ra|theo\s.*)|trong đó|bao gồm|cụ thể)\s*:?$/iu.test(words) &&
      !isTotal(words),
  );
  const stretch = stretchOfColumn(parts);
  return {
    measure: stretch ?? (parts.length > 1 ? (measure?.words ?? null) : null),
    unit: lines.find(({ unit }) => unit !== null)?.unit ?? null,
    words: wordsOf(lines.map(({ words }) => words)),
  };
}

const time =
  /^(?:kế hoạch|kh|mục tiêu|chỉ tiêu|dự kiến)?\s*(?:giao)?\s*(?:đến\s+)?(?:năm\s+)?(?:(?:19|20)\d{2})?$|^(?:trong đó|chia ra)\s*:?$/iu;

function wordsOf(lines: string[]): string | null {
  const words = lines
    .map((line) => line.replace(/\s*(?:đến )?(?:năm\s+)(?:19|20)\d{2}$/iu, ''))
    .filter((line) => line !== '' && !time.test(line))
    .map((line, i) => (i === 0 ? line : lowerFirst(line)))
    .join(' ');
  return words === '' ? null : words;
}

/** The row or column of the whole. */
export const isTotal = (words: string): boolean =>
  /^(?:tổng(?: cộng| số)?|cộng|toàn (?:tỉnh|huyện|xã|thành phố|ngành|phường)|cả tỉnh)$/iu.test(words);

/** Words of a column that says what is to be reached. */
export const plans =
  /kế hoạch|(?:^|\s)kh(?:\s|$)|lộ trình|mục tiêu|chỉ tiêu|dự kiến|dự toán|phấn đấu|(?:đến |năm )\d{4}|giai đoạn/u;
