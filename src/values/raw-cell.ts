/** A cell of a list as its file has it: a number where a workbook keeps one, otherwise its text; '' where it is empty. */
export type RawCell = string | number | RawFormula;

/** What a workbook computed when it was last saved. */
export type RawFormula = { formula: string; last: string | number };

export const cellText = (cell: RawCell | undefined): string => {
  const plain = typeof cell === 'object' ? cell.last : cell;
  return plain === undefined ? '' : String(plain);
};
