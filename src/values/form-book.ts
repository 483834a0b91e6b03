/** A workbook that is filled in and sent back: what stands in it, apart from how Excel keeps it. */

export type FormCell =
  | { text: string; bold?: true; wrap?: true; locked?: true }
  | { number: number; format: string }
  /** To be filled in; `choices` are words that may stand in place of a number. */
  | { open: 'number' | 'text'; held: string | number | null; format: string; choices: readonly string[] }
  | null;

export type FormSheet = {
  name: string;
  /** Widths in characters. */
  columns: readonly number[];
  rows: readonly (readonly FormCell[])[];
  /** So many rows stay in sight. */
  frozen: number;
  isHidden: boolean;
};

export type FormBook = { sheets: readonly FormSheet[] };
