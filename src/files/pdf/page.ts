import type { OldFont } from '../encoding/fonts.ts';

/** What stands on a page, in points from its upper left corner as it is shown (turned as the file says). */
export type PdfPage = {
  width: number;
  height: number;
  letters: Letter[];
  rules: Rule[];
  /** Text that is not shown, where it is most of the page's: what a scanner recognised in the picture before it. */
  behind?: Letter[];
  /** Share of the page that pictures cover, at most 1. */
  pictures: number;
  /** Letters whose font does not say what they are, and all letters. */
  unknown: number;
  known: number;
  /** Degrees by which the page was turned to the right, beyond what the file says, to make its text level. */
  turn?: number;
  /** Of a picture that was made level to be read: where a place of it stands on the page as it is shown. */
  asShown?: (x: number, y: number) => [number, number];
};

export type Letter = {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  width: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** The encoding before Unicode that its font was made for. */
  old?: OldFont;
  /** Of a word that was recognised in a picture and is all one letter here: how sure that is, from 0 to 1. */
  confidence?: number;
};

/** A straight ruling line, upright or level. */
export type Rule = { upright: boolean; at: number; from: number; to: number };

/** A line of letters read together: a line of a page, of a cell, or of one side of a letterhead. */
export type Line = {
  page: number;
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  firstWord: number;
  /** Words of it that may be misread, by their place in its text. */
  doubts?: LineDoubt[];
};

export type LineDoubt = { from: number; to: number; confidence: number };
