import type { Basis } from '../../values/finding.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { Column } from '../tables/column-roles.ts';
import { basisOfColumn } from './basis.ts';
import { namesTime, type PastTime, pastTimeIn } from './past-time.ts';

/** What a column of a target table says that is no target: of which time, and on which basis. */
export type PastColumn = { basis: Basis; time: PastTime | null };

/** "So với kế hoạch", "TH 2024/KH 2024", "% hoàn thành": worked out from two columns, and no value of its own. */
const compares =
  /so (?:với|sánh)|^\(?%|%\s*(?:th|thực|hoàn|đạt|tăng|kh|so)|(?:tỷ|tỉ) lệ\s*(?:\(?%|đạt|hoàn thành|thực hiện)|\/\s*(?:kh|th|ưth|uth|dt|nq|kế|thực|ước|dự|năm|cùng)|\svới\s|tăng\s*[/(,]|tăng,? giảm|chênh lệch|tốc độ tăng/iu;
/** "DT 2026 với UTH 2025": a column of two years that are no range compares them. */
const twoYears = /(?:19|20)\d{2}(?!\s*[-–—]\s*(?:năm\s+)?(?:19|20)\d{2}).*(?:19|20)\d{2}/u;

const isRange = (header: string): boolean => /(?:19|20)\d{2}\s*[-–—]\s*(?:năm\s+)?(?:19|20)\d{2}/u.test(header);

/** @param first the plan's first year: a column of targets of a year before tells the past, too */
export function pastColumnOf(column: Column, first: number, issuedOn: PlainDate | null): PastColumn | undefined {
  const { role, header, year } = column;
  const past = role === 'past' || (role === 'value' && year !== undefined && year < first);
  if (!past || compares.test(header) || (twoYears.test(header) && !isRange(header))) return undefined;
  const time = pastTimeIn(header, issuedOn) ?? null;
  return { basis: basisOfColumn(header, time, issuedOn), time };
}

/** "Ước thực hiện" below "Năm 2024" says on which basis, and measures nothing. */
export const saysBasis = (measure: string): boolean =>
  namesTime(measure) ||
  /(?<!\p{L})(?:ước|ưth|uth|thực hiện|hiện trạng|đánh giá|kết quả|dự toán|giao)(?!\p{L})/iu.test(measure);
