/** Places in a grid: which cell is active, and from where to where a selection goes. */

export type Place = { row: number; column: number };
/** Where a selection was begun, and the cell it reaches to, which is the active one. */
export type Selection = { anchor: Place; active: Place };
export type Size = { rows: number; columns: number };
export type Rectangle = { top: number; left: number; bottom: number; right: number };

export const rectangleOf = ({ anchor, active }: Selection): Rectangle => ({
  top: Math.min(anchor.row, active.row),
  bottom: Math.max(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  right: Math.max(anchor.column, active.column),
});

export const at = (place: Place): Selection => ({ anchor: place, active: place });

export const holds = ({ top, bottom, left, right }: Rectangle, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const within = ({ row, column }: Place, { rows, columns }: Size): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** So many rows a page key goes. */
const pageRows = 15;

type Keys = { key: string; ctrl: boolean; shift: boolean };

const steps: Record<string, (place: Place, size: Size, ctrl: boolean) => Place> = {
  ArrowUp: ({ row, column }, _, ctrl) => ({ row: ctrl ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, ctrl) => ({ row: ctrl ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, ctrl) => ({ row, column: ctrl ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, ctrl) => ({ row, column: ctrl ? columns - 1 : column + 1 }),
  Home: ({ row }, _, ctrl) => ({ row: ctrl ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, ctrl) => ({ row: ctrl ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - pageRows, column }),
  PageDown: ({ row, column }) => ({ row: row + pageRows, column }),
};

/** undefined where the key does not move. */
export function moved(selection: Selection, { key, ctrl, shift }: Keys, size: Size): Selection | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const active = within(step(selection.active, size, ctrl), size);
  return shift ? { anchor: selection.anchor, active } : at(active);
}
