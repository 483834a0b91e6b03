import { lowerFirst, squeeze } from '../../values/vietnamese.ts';
import { type Column, isTotal } from '../tables/column-roles.ts';
import type { Sheet } from '../tables/columns.ts';
import { tidyName } from './naming.ts';
import { measurePattern, thingPattern } from './units.ts';

/** What a row of a target table, or a column of one turned round, calls its target. */
export type RowName = { name: string; variant: string | null };

/** "Thu ngân sách" in the row of "Xã Hòa An"; the row of the total has no variant. @param title the table's own, where the column says nothing but when */
export function nameOfColumn({ words }: Column, row: string, sheet: Sheet, title: string | null): RowName {
  const name = tidyName(words ?? handedOut(title ?? '') ?? row);
  return { name, variant: sheet.rowsAre === 'years' || isTotal(squeeze(row)) ? null : squeeze(row) };
}

/** "PHÂN BỔ CHỈ TIÊU TRỒNG RỪNG CHO CÁC XÃ NĂM 2026": what is handed out. */
function handedOut(title: string): string | undefined {
  const words = squeeze(title)
    .replace(
      /^(?:giao|phân (?:bổ|khai|giao)|kế hoạch|chỉ tiêu|mục tiêu|biểu|bảng)(?:\s+(?:giao|kế hoạch|chỉ tiêu|thực hiện))*\s+/iu,
      '',
    )
    .replace(/\s+(?:(?:cho|của|tại) (?:các|từng)|theo (?:địa bàn|đơn vị|xã)|năm \d{4}|giai đoạn).*$/iu, '');
  return words === '' ? undefined : lowerFirst(words);
}

/** "Diện tích gieo trồng (ha)": the unit that stands behind the name in brackets. */
export function unitInName(raw: string): { name: string; unit: string } | undefined {
  const groups = /^(?<name>.*\S)\s*\((?:đvt|đơn vị(?: tính)?)?\s*:?\s*(?<unit>[^()]{1,30})\)\s*:?$/iu.exec(
    squeeze(raw),
  )?.groups;
  if (!groups?.name || !groups.unit) return undefined;
  const whole = [measurePattern, thingPattern].some(
    (pattern) => pattern.exec(groups.unit ?? '')?.[0].length === groups.unit?.length,
  );
  return whole ? { name: groups.name, unit: groups.unit } : undefined;
}

/** "Số người", "Số hộ thoát nghèo": what a number without a unit counts. */
export const countedIn = (name: string): string | undefined =>
  /^số\s/iu.test(name) ? thingPattern.exec(name.toLowerCase())?.[1]?.replace(/^số\s+/u, '') : undefined;

/** The row's name; under a heading row its own words are the variant. */
export function nameOfRow(raw: string, head: string | null): RowName {
  const clean = squeeze(raw)
    .replace(/^(?:trong đó|[-–+•])\s*:?\s*/iu, '')
    .replace(/[.:;\s]+$/u, '');
  const strip = (words: string): string =>
    tidyName(
      words
        .replace(/(?<!giá trị gia)\s+(?:giảm|tăng)\s*:?\s*$/iu, '')
        .replace(/\s+giai đoạn\s+\d{4}\s*[-–]\s*\d{4}$/iu, '')
        .replace(/[.:;\s]+$/u, ''),
    );
  if (head === null) return { name: strip(clean), variant: null };
  const period = /^giai đoạn\s+\d{4}/iu.test(clean);
  return { name: strip(head), variant: period ? null : lowerFirst(clean.replace(/^(?:đối với|của)\s+/iu, '')) };
}

/** "Xoài" has a value each for "Lượng" and "Giá trị xuất khẩu": the column's measure tells them apart. */
export function withMeasure({ name, variant }: RowName, { measure }: Column, sheet: Sheet): RowName {
  const measures = new Set(sheet.columns.flatMap((column) => (column.role === 'value' ? [column.measure] : [])));
  if (measure === null || measures.size < 2) return { name, variant };
  // "Phường Lam Sơn", "Quý I".
  const own = /^\p{Lu}\S*\s+\p{Lu}/u.test(measure) ? measure : lowerFirst(measure);
  return { name, variant: variant === null ? own : `${variant}, ${own}` };
}
