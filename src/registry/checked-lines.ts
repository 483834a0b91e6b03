import type { GridLine } from './cell.ts';
import type { CheckedLine } from './cell-checks.ts';

/** Rows of a grid as they are looked over. A derived figure is as good as what it follows from. */
export const checkedLines = (lines: readonly GridLine[]): CheckedLine[] =>
  lines.map(({ plan, formula, cells, ...line }) => ({
    ...line,
    plan: plan?.value ?? null,
    cells:
      formula !== null
        ? []
        : cells.map(({ beside, ...cell }) => ({
            ...cell,
            sameBefore: beside.sameBefore?.value ?? null,
            previous: beside.previous?.value ?? null,
            history: beside.history.map(({ value }) => value),
          })),
  }));
