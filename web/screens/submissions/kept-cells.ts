import { z } from 'zod';
import { CellChange } from '../../../src/registry/cell.ts';

/** Cells that were typed and may not have arrived: kept on this device until the server says that it has them. */
const KeptCells = z.array(CellChange);

/** One person's figures are not shown to the next on the same machine. */
const keyOf = (submissionId: string, userId: string): string => `tiendo.cells.${userId}.${submissionId}`;

export function readKeptCells(submissionId: string, userId: string): CellChange[] {
  try {
    const kept = KeptCells.safeParse(JSON.parse(localStorage.getItem(keyOf(submissionId, userId)) ?? '[]'));
    return kept.success ? kept.data : [];
  } catch {
    // Somebody wrote something else there, or the browser keeps nothing.
    return [];
  }
}

export function keepCells(submissionId: string, userId: string, changes: readonly CellChange[]): void {
  try {
    if (changes.length === 0) localStorage.removeItem(keyOf(submissionId, userId));
    else localStorage.setItem(keyOf(submissionId, userId), JSON.stringify(changes));
  } catch {
    // Full or forbidden: what is typed still goes to the server.
  }
}
