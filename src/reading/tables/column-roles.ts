import { columnWords } from '../../values/column-words.ts';
import type { Tier } from '../../values/finding.ts';
import { squeeze } from '../../values/vietnamese.ts';

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
  | 'monitor'
  | 'time'
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
  /** "Sản lượng (Tấn)" under "Kế hoạch 2026": what the column's values measure, and in which unit. */
  measure: string | null;
  unit: string | null;
};

/** What was reached, and what is worked out from it ("So với kế hoạch", "So sánh KH 2026/ƯTH 2025"). */
const past =
  /^(?:(?:thực hiện|hiện trạng|kết quả thực hiện|số liệu|đánh giá thực hiện)\s.*|(?:ước (?:thực hiện|đạt|th)|ưth|th)(?:\s.*)?|hiện trạng|đánh giá thực hiện|so (?:với|sánh)(?:\s.*)?|%\s*so (?:với|sánh).*)$/u;

const rules: [RegExp, ColumnRole][] = [
  [new RegExp(`^(?:${columnWords.ordinal}|t\\s*t)$`, 'u'), 'ordinal'],
  [new RegExp(columnWords.note, 'u'), 'note'],
  [new RegExp(`${columnWords.funding}|kinh phi`, 'u'), 'funding'],
  [new RegExp(`${columnWords.time}|^hoàn thành`, 'u'), 'time'],
  [new RegExp(`^(?:${columnWords.unit}|đ\\.v\\.t)$`, 'u'), 'unit'],
  // "Nhiệm vụ chủ trì" beside "Đơn vị": what it leads, not who does.
  [/^(?:các )?(?:nhiệm vụ|công việc|nội dung) (?:chủ trì|được (?:giao|phân công))/u, 'task'],
  [/đầu mối/u, 'lead'],
  [new RegExp(columnWords.coord, 'u'), 'coord'],
  [/^cơ quan chủ trì,? theo dõi|chủ trì theo dõi, đánh giá/u, 'agency'],
  [new RegExp(columnWords.monitor, 'u'), 'monitor'],
  [
    /chủ trì|cơ quan thực hiện|đơn vị thực hiện|người thực hiện|(?:cơ quan|đơn vị|bộ phận)(?:,\s*\p{L}+)* (?:thực hiện|chịu trách nhiệm|phụ trách)|^phân công|^thực hiện$|^cơ quan$/u,
    'lead',
  ],
  [
    new RegExp(
      `${columnWords.product}|kết quả (?:thực hiện|đầu ra|đạt được|dự kiến|hoàn thành)|^kết quả$|yêu cầu kết quả|cấp (?:ban hành|phê duyệt|có thẩm quyền)`,
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
  const stretch = /giai đoạn\s+(?<from>20\d{2})\s*[-–]\s*20\d{2}/u.exec(text)?.groups?.from;
  return {
    role,
    header: squeeze(header),
    tier: /cả nước|quốc gia|toàn quốc/u.test(text) ? 'national' : /tỉnh/u.test(text) ? 'province' : undefined,
    year: year === undefined ? undefined : Number(year),
    yearFrom: stretch === undefined ? null : Number(stretch),
    ...measured,
  };
}

/** "Lượng (Tấn)" below "Kế hoạch 2026", or "Diện tích (ha)" above it: what is measured, and its unit. */
function measureOf(parts: string[]): Pick<Column, 'measure' | 'unit'> {
  const lines = parts.toReversed().map((part) => {
    const words = squeeze(part);
    const unit = /\((?:ĐVT\s*:?\s*|đơn vị(?: tính)?\s*:?\s*)?(?<unit>[%\p{L}][^()\d]{0,24}|m[23])\)\s*$/iu.exec(words);
    return { words: unit ? words.slice(0, unit.index).trim() : words, unit: unit?.groups?.unit ?? null };
  });
  const measure = lines.find(({ words }) => words !== '' && !/\d{4}/u.test(words) && !plans.test(words.toLowerCase()));
  return {
    measure: parts.length > 1 ? (measure?.words ?? null) : null,
    unit: lines.find(({ unit }) => unit !== null)?.unit ?? null,
  };
}

/** Words of a column that says what is to be reached. */
export const plans =
  /kế hoạch|(?:^|\s)kh(?:\s|$)|mục tiêu|chỉ tiêu|dự kiến|dự toán|phấn đấu|(?:đến |năm )\d{4}|giai đoạn/u;
