import type { IssuerKind } from './document-form.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * An official document as its form wants it, before it becomes a file: makers in `report/` describe, one writer in
 * `files/written/` puts every part into its place under the rules of form of its day. Marks of the form (dashes, "./.", "Số:",
 * Roman numbers, capitals) are the writer's; nobody types them here.
 */
export type OfficialDocument = {
  head: Letterhead;
  /** "Quyết định"; null makes a công văn, whose subject stands under its number. */
  kind: string | null;
  /** Trích yếu: "Về việc giao nhiệm vụ …"; of a công văn what follows "V/v". */
  about: string;
  urgency?: 'urgent' | 'veryUrgent' | 'express';
  /** "LƯU HÀNH NỘI BỘ", in a frame above the letterhead. */
  circulation?: string;
  /** Kính gửi. */
  to?: readonly string[];
  /** Who decides, above the legal bases of a resolution or decision: "ỦY BAN NHÂN DÂN TỈNH …". */
  authority?: string;
  /** Each without its end mark. */
  bases?: readonly string[];
  /** "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" between the legal bases and the articles. */
  enacting?: string;
  body: readonly DocumentBlock[];
  /** Tables too wide for an upright page stand in the body itself. */
  landscape?: boolean;
  signing: Signing;
  /** A second hand on the left, as minutes want it: the secretary. */
  beside?: Signing;
  /** Nơi nhận, without the line of the archive; "Như trên" is put before them where there is a Kính gửi. */
  recipients: readonly string[];
  /** Who keeps it: "VT, TH"; of a Party body "Văn phòng Tỉnh ủy". */
  archive: string;
  /** Box 12: drafter and number of copies, "PL.(300)". */
  drafter?: string;
  /** Box 13: address, telephone, page of the issuer. */
  contact?: readonly string[];
  attachments?: readonly Attachment[];
};

export type Letterhead = {
  issuedBy: IssuerKind;
  /** The body above the issuer; People's Committees and Councils have none. */
  parent: string | null;
  issuer: string;
  /** null: number and day are filled in when it is signed. */
  number: string | null;
  /** What stands after the number: "QĐ-UBND", "UBND-TH". */
  symbol: string;
  place: string;
  date: PlainDate;
  /** Placeholders of a template, in place of the words of `date` and of the issuer's name as the letterhead breaks it. */
  dateWords?: string;
  letterheadIssuer?: string;
};

/** A line above the name: "TM." the body, "KT." the head, "TL.", "TUQ.", "Q.", or the plain office. */
export type SigningLine = { as?: 'onBehalf' | 'for' | 'byOrder' | 'byMandate' | 'acting'; text: string };
export type Signing = { lines: readonly SigningLine[]; name: string | null };

export type TextRun = { text: string; bold?: boolean; italic?: boolean };
export type RichText = string | readonly TextRun[];

/**
 * What numbers a passage. part, chapter, section, subsection and article as laws are built; roman ("I."), clause ("1."), point
 * ("a)") and dash ("-") as reports are.
 */
export const passageLevels = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'roman',
  'clause',
  'point',
  'dash',
] as const;
export type PassageLevel = (typeof passageLevels)[number];

export type DocumentBlock =
  | { kind: 'paragraph'; text: RichText; align?: 'left' | 'centre' | 'right' }
  /** With a title it is a heading; with text alone the text begins on the line of its number ("Điều 1. Phê duyệt …"). */
  | { kind: 'passage'; level: PassageLevel; number: number; title?: string; text?: RichText }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'pageBreak' };

export type DocumentTable = {
  /** "Bảng 1. …", above it. */
  title?: string;
  /** "Đơn vị tính: tỷ đồng", above it on the right. */
  note?: string;
  /** Widths in percent, together 100. */
  columns: readonly { percent: number; align?: CellAlign }[];
  /** Rows of the head, repeated on each page; a cell may stand over several columns and rows. */
  header: readonly (readonly HeaderCell[])[];
  rows: readonly (readonly TableCell[])[];
};

export type CellAlign = 'left' | 'centre' | 'right' | 'justify';
export type HeaderCell = string | { text: string; columns?: number; rows?: number };
export type TableCell =
  | string
  | {
      /** Its paragraphs. */
      text: RichText | readonly TextRun[][];
      columns?: number;
      rows?: number;
      bold?: boolean;
      italic?: boolean;
      align?: CellAlign;
    };

export type Attachment =
  /** Numbered by its place among the appendices; each begins on a page of its own and counts its pages from 1. */
  | {
      as: 'appendix';
      title: string;
      landscape: boolean;
      blocks: readonly DocumentBlock[];
      /** In a template: the placeholder without which it is not there. */
      only?: string;
    }
  /** What a decision issues with it: "KẾ HOẠCH", with a letterhead of its own. */
  | { as: 'issued'; kind: string; about: string; landscape?: boolean; blocks: readonly DocumentBlock[] };
