import type { PlainDate } from './plain-date.ts';

/**
 * The rules of form of official documents, as data with their days of validity. The writer and the checker read the same
 * table, so that what is written is what is checked.
 */
export type IssuerKind = 'state' | 'party';
export const formCodes = ['ND30-2020', 'HD36-2018', 'HD05-2026'] as const;
export type FormCode = (typeof formCodes)[number];

/** Elements of the form, named for what they are; `box` is the number in the form's own diagram. */
export const formElements = [
  'nation',
  'motto',
  'parent',
  'issuer',
  'number',
  'placeDate',
  'kind',
  'about',
  'letterAbout',
  'bases',
  'body',
  'partLabel',
  'partTitle',
  'article',
  'signAuthority',
  'signPosition',
  'signer',
  'to',
  'recipientsWord',
  'recipients',
  'urgency',
  'circulation',
  'drafter',
  'contact',
  'pageNumber',
  'appendixWord',
  'appendixTitle',
  'appendixReference',
] as const;
export type FormElement = (typeof formElements)[number];

export type ElementRule = {
  box: string;
  /** Least and greatest size in points; what the writer takes. */
  size: readonly [number, number];
  written: number;
  bold: boolean;
  italic: boolean;
  /** Capitals, or as a sentence is written. */
  caps: boolean;
  underline?: boolean;
  clause: string;
};

/** Lengths in millimetres, from least to greatest, and what the writer takes. */
export type Length = { least: number; most: number; written: number; clause: string };

export type DocumentForm = {
  code: FormCode;
  issuedBy: IssuerKind;
  /** What the rules are called. */
  name: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  /** Known from a digest only, not from the text itself. */
  secondHand: boolean;
  font: { name: string; clause: string };
  paper: { clause: string };
  margins: Record<'top' | 'bottom' | 'left' | 'right', Length>;
  elements: Record<FormElement, ElementRule>;
  body: {
    /** Millimetres; the form names these and nothing between. */
    firstLine: readonly number[];
    firstLineClause: string;
    /** Points between paragraphs, at least. */
    gap: number;
    gapClause: string;
    /** Either a share of the single line, or exact points. */
    lines:
      | { as: 'share'; least: number; most: number; written: number }
      | { as: 'points'; least: number; written: number };
    linesClause: string;
    end: './.' | '.';
    endClause: string;
    alignClause: string;
  };
  words: {
    nation: string;
    motto: string | null;
    /** "Số: 05/QĐ-UBND" or "Số 05-QĐ/TU". */
    number: { word: string; between: '/' | '-'; groups: '-' | '/' };
    letterAbout: string;
    signing: Record<'onBehalf' | 'for' | 'byOrder' | 'byMandate' | 'acting', string>;
    bases: { dash: boolean; between: string; last: string };
    recipients: { between: string; archive: string };
    to: string;
    appendixNumbers: 'roman' | 'arabic';
    romanMark: '. ' | '- ';
  };
  pageNumber: { clause: string };
  /** Each appendix counts its pages from 1. */
  appendixPages: { own: boolean; clause: string };
};
