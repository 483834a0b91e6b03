/** A table on its way into a spreadsheet: what a cell says, and the number behind it where it is one. */
export type SheetCell = string | SheetNumber | null;

export type SheetNumber = {
  number: number;
  /** How Excel shows it, in Excel's own notation. */
  format: string;
  /** How it reads where a file holds text only. */
  text: string;
};

export type Sheet = {
  name: string;
  columns: { header: string; width: number }[];
  /** Batches of rows. */
  rows: AsyncIterable<SheetCell[][]>;
};
