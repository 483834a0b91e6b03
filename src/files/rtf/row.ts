import type { RtfRowShape } from './table.ts';

/** A row's definition while its words come in. */
export type RtfRowBuilder = {
  shape: RtfRowShape;
  next: { mergesLeft: boolean; mergesUp: boolean; beginsMerge: boolean };
  /** The line now described is one of the row or of a cell, not of a paragraph. */
  isOwnLine: boolean;
};

/** More cells are no row that Word can make (63). */
const maxCells = 256;

const plainCell = { mergesLeft: false, mergesUp: false, beginsMerge: false };

export const newRow = (): RtfRowBuilder => ({
  shape: { left: 0, cells: [], header: false, isRuled: false },
  next: { ...plainCell },
  isOwnLine: false,
});

/** Takes a control word that may define the row; any other changes nothing. */
export function shapeRow(row: RtfRowBuilder, name: string, value: number | undefined): void {
  const { shape, next } = row;
  if (name === 'cellx') {
    if (shape.cells.length < maxCells) shape.cells.push({ right: value ?? 0, ...next });
    row.next = { ...plainCell };
  } else if (name === 'clmrg') next.mergesLeft = true;
  else if (name === 'clvmgf') next.beginsMerge = true;
  else if (name === 'clvmrg') next.mergesUp = true;
  else if (name === 'trleft') shape.left = value ?? 0;
  else if (name === 'trhdr') shape.header = true;
  else if (/^(?:clbrdr|trbrdr)[tblrhv]$/.test(name)) row.isOwnLine = true;
  else if (/^brdr[tblr]$|^brdrb(?:tw|ar)$|^box$/.test(name)) row.isOwnLine = false;
  else if (row.isOwnLine && /^brdr(?!none|nil|tbl|w|cf|sh)/.test(name)) shape.isRuled = true;
}
