import { z } from 'zod';
import type { PeriodCode } from '../values/period.ts';
import { cellText, type RawCell } from '../values/raw-cell.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import { CellChange, type GridLine } from './cell.ts';
import { type CellCheck, cellCheckCodes, checkCell, surroundingsOf } from './cell-checks.ts';
import { checkedLines } from './checked-lines.ts';
import { FigureKey, FigureValue, figureKey, sameValue } from './figure.ts';
import { columnLetters } from './figure-import.ts';
import { Named } from './named.ts';
import { readTyped } from './typed-number.ts';

/** The form of a submission as a workbook: which cell of it is which figure, and what has come back in it. */

/** The sheet that people do not see, and what its first cell says. */
export const keySheet = 'khoa';
export const bookMark = 'tiendo-bieu-so-lieu-1';

/** Where things stand on the sheet of figures, counted from 0. */
const formColumns = { label: 1, value: 8, reason: 9 } as const;

/** What the hidden sheet says of the whole: mark, submission, round's title, agency's name. Below it a row for each figure. */
export type BookHead = { submissionId: string; roundTitle: string; agencyName: string; sheet: string };
type BookKey = FigureKey & { row: number; label: string; version: number };

/** undefined where it is no workbook of ours, or its keys are broken. */
export function readKeys(rows: readonly (readonly RawCell[])[]): { head: BookHead; keys: BookKey[] } | undefined {
  const [mark, submissionId, roundTitle, agencyName, sheet] = (rows[0] ?? []).map(cellText);
  if (mark !== bookMark || !submissionId || !sheet) return undefined;
  const keys: BookKey[] = [];
  for (const cells of rows.slice(1)) {
    const [row, label, indicatorId, line, span, basis, version] = cells.map(cellText);
    const key = FigureKey.safeParse({ indicatorId, line: line ?? '', span, basis });
    const place = Number(row);
    if (!key.success || !Number.isSafeInteger(place) || !Number.isSafeInteger(Number(version))) return undefined;
    keys.push({ ...key.data, row: place, label: label ?? '', version: Number(version) });
  }
  return { head: { submissionId, roundTitle: roundTitle ?? '', agencyName: agencyName ?? '', sheet }, keys };
}

export const keyRow = ({ row, label, indicatorId, line, span, basis, version }: BookKey): string[] => [
  ...[String(row), label, indicatorId, line, span, basis, String(version)],
];

/** `cell` as Excel names it: "I12". */
const WorkbookFault = z.object({
  cell: z.string(),
  code: z.enum(['altered', 'formula', 'notANumber', 'unitUnknown', 'tooLarge', 'reasonTooLong']),
  value: z.string(),
});
type WorkbookFault = z.infer<typeof WorkbookFault>;

const Said = FigureValue.extend({ reason: z.string() });

const WorkbookChange = z.object({
  cell: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  old: Said,
  /** What would be stored, with the version as it is now. */
  change: CellChange,
  checks: z.array(z.object({ code: z.enum(cellCheckCodes), detail: z.record(z.string(), z.number()) })),
  /** Who has written here since the workbook was made. */
  meanwhile: z.object({ by: Named.nullable(), at: z.iso.datetime().nullable() }).nullable(),
});
type WorkbookChange = z.infer<typeof WorkbookChange>;

/** What differs between a workbook that came back and what is here. */
export const WorkbookComparison = z.object({
  changes: z.array(WorkbookChange),
  faults: z.array(WorkbookFault),
  same: z.int(),
});
export type WorkbookComparison = z.infer<typeof WorkbookComparison>;

type Grid = { lines: readonly GridLine[]; period: PeriodCode };
type Come = FigureValue & { reason: string };

/** @param rows of the sheet of figures */
export function compareWorkbook(
  keys: readonly BookKey[],
  rows: readonly (readonly RawCell[])[],
  { lines, period }: Grid,
): WorkbookComparison {
  const cells = new Map(lines.flatMap((line) => line.cells.map((cell) => [figureKey(cell), { line, cell }] as const)));
  const come = new Map<string, { key: BookKey; said: Come }>();
  const faults: WorkbookFault[] = [];
  for (const key of keys) {
    const there = cells.get(figureKey(key));
    const found = there
      ? readRow(key, rows[key.row - 1] ?? [], there.line)
      : { fault: faultAt(key.row, 'label', 'altered', '') };
    if ('fault' in found) faults.push(found.fault);
    else come.set(figureKey(key), { key, said: found.said });
  }
  const checks = checksOf(lines, come, period);
  const changes = [...come].flatMap(([id, { key, said }]): WorkbookChange[] => {
    const there = cells.get(id);
    if (!there || (sameValue(there.cell, said) && there.cell.reason === said.reason)) return [];
    const { line, cell } = there;
    const { indicatorId, span, basis, version } = cell;
    return [
      {
        cell: `${columnLetters(formColumns.value)}${key.row}`,
        name: key.label,
        unit: line.unit,
        old: { value: cell.value, missing: cell.missing, reason: cell.reason },
        change: { indicatorId, line: cell.line, span, basis, version, ...said },
        checks: checks.get(id) ?? [],
        meanwhile: version === key.version ? null : { by: cell.changedBy, at: cell.changedAt },
      },
    ];
  });
  return { changes, faults, same: come.size - changes.length };
}

const longestReason = 2000;
const largest = 1e15;

const faultAt = (
  row: number,
  column: keyof typeof formColumns,
  code: WorkbookFault['code'],
  value: string,
): WorkbookFault => ({ cell: `${columnLetters(formColumns[column])}${row}`, code, value: value.slice(0, 200) });

const sameWords = (one: string, other: string): boolean => squeeze(nfc(one)) === squeeze(nfc(other));

function readRow(key: BookKey, cells: readonly RawCell[], line: GridLine): { said: Come } | { fault: WorkbookFault } {
  const [label, value, why] = [
    cells[formColumns.label],
    cells[formColumns.value] ?? '',
    cells[formColumns.reason] ?? '',
  ];
  const fault = (column: keyof typeof formColumns, code: WorkbookFault['code'], text: string) => ({
    fault: faultAt(key.row, column, code, text),
  });
  // A row that was moved would carry its number to another figure.
  if (!sameWords(cellText(label), key.label)) return fault('label', 'altered', cellText(label));
  if (typeof value === 'object') return fault('value', 'formula', `=${value.formula}`);
  if (typeof why === 'object') return fault('reason', 'formula', `=${why.formula}`);
  const reason = nfc(String(why)).trim();
  if (reason.length > longestReason) return fault('reason', 'reasonTooLong', reason);
  if (typeof value === 'number') {
    if (Math.abs(value) > largest) return fault('value', 'tooLarge', String(value));
    return { said: { value, missing: null, reason } };
  }
  const typed = readTyped(value, line);
  if ('fault' in typed) return fault('value', typed.fault, value);
  return { said: { ...typed.figure, reason } };
}

/** What is unusual, with all that has come put in its place. */
function checksOf(
  lines: readonly GridLine[],
  come: ReadonlyMap<string, { said: Come }>,
  period: PeriodCode,
): Map<string, CellCheck[]> {
  const filled = lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => ({ ...cell, ...come.get(figureKey(cell))?.said })),
  }));
  const checked = checkedLines(filled);
  const around = surroundingsOf(checked, period);
  const found = new Map<string, CellCheck[]>();
  for (const [at, line] of checked.entries())
    for (const cell of line.cells) {
      const beside = around[at];
      if (beside)
        found.set(
          figureKey({ ...cell, indicatorId: line.indicatorId, line: line.line }),
          checkCell(cell, line, beside),
        );
    }
  return found;
}
