import type { PlainDate } from './plain-date.ts';

/** A công văn as its form wants it (NĐ 30/2020/NĐ-CP, Phụ lục I), before it becomes a file. Number and day are left to be filled in. */
export type OfficialLetter = {
  /** The body above the issuer; People's Committees and Councils have none. */
  parent: string | null;
  issuer: string;
  /** What stands after the number: "/UBND-TH". */
  symbol: string;
  place: string;
  date: PlainDate;
  about: string;
  to: string[];
  /** Paragraphs; the last ends with "./." in the file. */
  body: string[];
  recipients: string[];
  /** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  signing: string[];
  appendix: LetterTable;
};

export type LetterTable = {
  title: string;
  /** Widths in percent, together 100. */
  columns: { header: string; percent: number; centred?: boolean }[];
  rows: string[][];
};
