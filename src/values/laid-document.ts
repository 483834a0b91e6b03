/** A Word file as it is laid out: what the checker of the form looks at. Lengths in millimetres, sizes in points. */
export type LaidDocument = { sections: LaidSection[] };

export type LaidSection = {
  page: {
    width: number;
    height: number;
    landscape: boolean;
    margins: Record<'top' | 'bottom' | 'left' | 'right', number>;
  };
  /** The first page has a header and footer of its own. */
  titlePage: boolean;
  /** The number of its first page; null goes on from the section before. */
  startsAt: number | null;
  header: LaidParagraph[];
  firstHeader: LaidParagraph[];
  footer: LaidParagraph[];
  firstFooter: LaidParagraph[];
  blocks: LaidBlock[];
};

export type LaidBlock = LaidParagraph | LaidTable;

export type LaidParagraph = {
  kind: 'paragraph';
  /** With the number that Word puts before it. */
  text: string;
  runs: LaidRun[];
  align: 'left' | 'centre' | 'right' | 'justify';
  firstLine: number;
  left: number;
  right: number;
  /** How wide its column or cell is. */
  room: number;
  /** Room above and below, in points. */
  before: number;
  after: number;
  line: { as: 'share' | 'exactly' | 'atLeast'; value: number };
  /** Word numbers it: where its first line begins is then the list's matter. */
  numbered: boolean;
  /** A line is drawn below it, of that length; null where the length is not known. */
  ruled: number | null | false;
  /** It stands in a frame, of that size where the file says so. */
  framed: { width: number | null } | false;
  /** A page begins with it. */
  pageBreak: boolean;
};

export type LaidRun = {
  text: string;
  font: string | null;
  size: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** Six digits, or null for the usual black. */
  colour: string | null;
  /** It shows the number of the page. */
  page?: boolean;
};

export type LaidTable = {
  kind: 'table';
  borderless: boolean;
  rows: { header: boolean; cells: { width: number; paragraphs: LaidParagraph[] }[] }[];
};
