/** One demo document: its legal frame as data, its body in the small notation that `parse.ts` reads. */
export interface Sample {
  file: string;
  layout: 'markdown' | 'export' | 'prose';
  form: 'state' | 'party';
  /** Word's own numbering instead of typed numbers, in the .docx only. */
  autoNumber?: boolean;
  head: {
    parent?: string;
    issuer: string;
    number: string;
    placeAndDate: string;
    /** Exports of an appendix-only or unsigned file have no header: it is then left out of the text form. */
    inText: boolean;
  };
  title: { kind: string; subject: string; inText?: string };
  sign: { lines: string[]; name: string; signed?: boolean; recipients: string[]; recipientsInText: boolean };
  gold: {
    number: string | null;
    kind: string;
    issuer: string;
    place: string | null;
    issuedOn: string | null;
    title: string;
    period: { from: number; to: number };
    signer: { name: string; title: string };
    references: [number: string, date: string | null][];
  };
  tier: 'province' | 'district';
  year: number;
  body: string;
}

/** A target as the writer of the sentence meant it; its place is found when the text is made. */
export interface Mark {
  quote: string;
  name: string;
  variant: string | null;
  op: string;
  value: number | null;
  value2?: number;
  of?: number;
  unit: string | null;
  change: 'level' | 'increase' | 'decrease';
  base: string | null;
  year?: number;
  yearFrom?: number;
  /** How many marks back in the same passage the whole stands. */
  up?: number;
  nth: number;
}

export interface TaskNote {
  lead: string[];
  coord: string[];
  monitor: string[];
  timeRaw: string | null;
  time: Record<string, string>;
}

export interface Heading {
  kind: 'heading';
  level: number;
  raw: string;
  label: string;
  words: string;
}
export interface Paragraph {
  kind: 'paragraph';
  style: 'body' | 'base' | 'centre' | 'note' | 'article';
  /** As the text form shows it, with its dash or number and, in Markdown, its marks. */
  raw: string;
  section: string[];
  group: string | null;
  ordinal: string | null;
  counted: boolean;
  listed: boolean;
  task: TaskNote | undefined;
  marks: Mark[];
  decomposed: boolean;
  /** The last words of an opening clause that does not fill its paragraph. */
  until?: string;
}
export type Role =
  | 'tt'
  | 'task'
  | 'target'
  | 'name'
  | 'unit'
  | 'national'
  | 'value'
  | 'agencies'
  | 'lead'
  | 'coord'
  | 'monitor'
  | 'time'
  | 'product'
  | 'funding'
  | 'note';
export interface Row {
  kind: 'head' | 'group' | 'row';
  cells: string[];
  section: string[];
  group: string | null;
  ordinal: string | null;
  marks: Mark[];
  note: Map<string, string>;
  time: Record<string, string>;
}
export interface Table {
  kind: 'table';
  roles: Role[];
  widths: number[];
  /** Group rows have one cell for the rest of the row, as merged cells are exported. */
  merged: boolean;
  numbering: 'typed' | 'restart' | 'through';
  rows: Row[];
}
export interface Appendix {
  kind: 'appendix';
  label: string;
  title: string;
  attached: string;
  landscape: boolean;
}
export interface Fixed {
  kind: 'head' | 'title' | 'sign' | 'blank';
}
/** The plan that a decision issues: its own title on a new page of the same file. */
export interface Enclosure {
  kind: 'enclosure';
  type: string;
  title: string;
  attached: string;
}
export type Node = Heading | Paragraph | Table | Appendix | Enclosure | Fixed;

export const splitBodies = (cell: string): string[] =>
  cell
    .replaceAll('//', ' ')
    .split('¦')
    .map((body) => fold(body).replace(/[,;.]+$/, ''))
    .filter((body) => body !== '');

/** " // " divides the paragraphs of a cell; empty ones at its end are empty paragraphs in the file too. */
export const cellParagraphs = (cell: string): string[] => cell.replaceAll('¦', '').split(/ *\/\/ */);

export const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** `{right|slip}`: the Word file has the right word, the scanned text the slip. `⏎`: a page ends inside the sentence. */
export const asScanned = (text: string): string =>
  spaced(text.replace(/\{([^|}]*)\|([^}]*)\}/g, '$2')).replace(/ ?⏎ ?/g, '\n\n');
export const asWritten = (text: string): string =>
  spaced(text.replace(/\{([^|}]*)\|([^}]*)\}/g, '$1')).replace(/ ?⏎ ?/g, ' ');
export const withoutMarks = (text: string): string => text.replace(/^#+ /, '').replace(/\*+/g, '');

const spaced = (text: string): string => text.replaceAll('&nbsp;', '\u00a0');
