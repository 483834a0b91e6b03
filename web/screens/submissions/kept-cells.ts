import { z } from 'zod';
import { CellChange } from '../../../src/registry/cell.ts';
import { keptHere } from '../../parts/kept-here.ts';

const { readKept, keep, forget } = keptHere('cells', z.array(CellChange));

export const readKeptCells = (submissionId: string, userId: string): CellChange[] =>
  readKept(submissionId, userId) ?? [];

export function keepCells(submissionId: string, userId: string, changes: CellChange[]): void {
  if (changes.length === 0) forget(submissionId, userId);
  else keep(submissionId, userId, changes);
}
