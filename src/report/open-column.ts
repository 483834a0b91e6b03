import type { Language } from '../values/format.ts';

/** What a table of open data is made of. Ids of tables and columns never change. */

export type OpenValue = string | number | boolean | null;
export type Meaning = Record<Language, string>;
export type OpenColumn<Row> = {
  id: string;
  type: 'string' | 'number' | 'date' | 'boolean';
  meaning: Meaning;
  value: (row: Row) => OpenValue;
};
export type OpenTable<Row> = { id: string; title: Meaning; row: Meaning; columns: readonly OpenColumn<Row>[] };

export const column = <Row>(
  id: string,
  type: OpenColumn<Row>['type'],
  [vi, en]: readonly [string, string],
  value: (row: Row) => OpenValue,
): OpenColumn<Row> => ({ id, type, meaning: { vi, en }, value });

export const indicatorId = column<{ indicatorId: string | null }>(
  'indicator_id',
  'string',
  ['mã chỉ tiêu trong danh mục', 'identifier of the indicator'],
  (row) => row.indicatorId,
);
export const line = column<{ line: string | null }>(
  'line',
  'string',
  ['phân theo; rỗng là toàn bộ', 'breakdown; empty: the whole'],
  (row) => row.line,
);
