import { z } from 'zod';
import { Due } from './due.ts';
import { Note } from './note.ts';
import { PlainDate } from './plain-date.ts';
import { Span } from './span.ts';

/** What the reader finds in a document. Every offset points into the document's canonical text (UTF-16). */

export const documentKinds = [
  'nghi_quyet',
  'quyet_dinh',
  'ke_hoach',
  'ke_hoach_hanh_dong',
  'chuong_trinh',
  'phu_luc',
  'khac',
] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Why a document cites another: as its basis, to carry it out, to change or end it. */
const Relation = z.enum(['basis', 'implements', 'amends', 'replaces', 'repeals', 'mentions']);

/** The defaults are those of documents stored before a field was read. */
export const Reference = z.object({
  number: z.string(),
  date: PlainDate.nullable(),
  span: Span,
  /** "Nghị quyết", "Quyết định", … */
  kind: z.string().nullable().default(null),
  issuer: z.string().nullable().default(null),
  /** Which part of it is meant: "khoản 2 Điều 5". */
  part: z.string().nullable().default(null),
  relation: Relation.default('mentions'),
});
export type Reference = z.infer<typeof Reference>;

/** How a document is marked as a state secret: Mật, Tối mật, Tuyệt mật. */
export const Secrecy = z.enum(['confidential', 'secret', 'topSecret']);
export type Secrecy = z.infer<typeof Secrecy>;

/** What one document of a file says of itself. */
const OwnHeader = z.object({
  number: z.string().nullable(),
  kind: DocumentKind,
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  title: z.string().nullable(),
  /** Files stored before it was looked for have none. */
  secrecy: Secrecy.nullable().default(null),
  /** The years its targets are set for. */
  period: z.object({ from: z.int(), to: z.int() }).nullable(),
  signer: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  legalBases: z.array(Span),
  recipients: z.array(Span),
  references: z.array(Reference),
  /** Where the header's fields were read, for those that stand in the text. */
  spans: z.partialRecord(z.enum(['number', 'issuer', 'issuedOn', 'title', 'signer']), Span),
});
export type OwnHeader = z.infer<typeof OwnHeader>;

/** A document that stands behind another in the same file, with the stretch that it takes. */
const FurtherDocument = OwnHeader.extend({ span: Span });
export type FurtherDocument = z.infer<typeof FurtherDocument>;

/** The header of a file's first document, and the documents behind it; files stored before they were told apart have none. */
export const DocumentHeader = OwnHeader.extend({ further: z.array(FurtherDocument).default([]) });
export type DocumentHeader = z.infer<typeof DocumentHeader>;
/** As an earlier version may have stored it, without what is read since. */
export type StoredHeader = z.input<typeof DocumentHeader>;

export const Comparison = z.enum(['=', '>=', '>', '<=', '<', 'range', '~', 'text']);
export type Comparison = z.infer<typeof Comparison>;
export const Change = z.enum(['level', 'increase', 'decrease']);
export type Change = z.infer<typeof Change>;
export const Tier = z.enum(['national', 'province', 'district', 'commune']);
export type Tier = z.infer<typeof Tier>;

/** How sure the reader is of a finding: the share of such findings that are right, measured on annotated documents. */
const Confidence = z.number().min(0).max(1);

/** One number, or one stated condition, that is to be reached. */
export const Target = z.object({
  /** "t1", "t2", … in order of appearance. */
  id: z.string(),
  span: Span,
  /** The value cell, where a table puts name and value in different cells. */
  valueSpan: Span.nullable(),
  section: z.array(z.string()),
  /** The nearest heading above it in words. */
  group: z.string().nullable(),
  ordinal: z.string().nullable(),
  /** True inside a list or table of targets, false inside a task or another paragraph. */
  listed: z.boolean(),
  name: z.string(),
  variant: z.string().nullable(),
  op: Comparison,
  value: z.number().nullable(),
  /** The upper end of a range. */
  value2: z.number().nullable(),
  /** The denominator of "67/85 xã". */
  of: z.number().nullable(),
  unit: z.string().nullable(),
  change: Change,
  /** The comparison as written: "so với thực hiện năm 2023". */
  base: z.string().nullable(),
  year: z.int().nullable(),
  yearFrom: z.int().nullable(),
  tier: Tier,
  agencies: z.array(z.string()),
  parentId: z.string().nullable(),
  confidence: Confidence,
});
export type Target = z.infer<typeof Target>;

/** What a document states as reached, as expected at year's end, or as planned for a year that is gone. */
export const Basis = z.enum(['actual', 'estimated', 'planned']);
export type Basis = z.infer<typeof Basis>;

/** A value of times gone by that a document names beside what is to be reached: a baseline, the column "thực hiện 2023". */
export const PastFigure = z.object({
  /** "f1", "f2", … in order of appearance. */
  id: z.string(),
  span: Span,
  /** The value cell, where a table puts name and value in different cells. */
  valueSpan: Span.nullable(),
  section: z.array(z.string()),
  group: z.string().nullable(),
  /** As a target of the same row or sentence is called. */
  name: z.string(),
  variant: z.string().nullable(),
  op: Comparison,
  value: z.number(),
  value2: z.number().nullable(),
  of: z.number().nullable(),
  unit: z.string().nullable(),
  change: Change,
  basis: Basis,
  /**
   * From the first to the last day that it counts: a year, nine months, one day for how things stood on it. What "hiện nay"
   * says stood so on the day of issue. Null where the document names no time, nor its own day.
   */
  period: z.object({ from: PlainDate, to: PlainDate }).nullable(),
  tier: Tier,
  agencies: z.array(z.string()),
  /** The target that it stands beside. */
  targetId: z.string().nullable(),
});
export type PastFigure = z.infer<typeof PastFigure>;

/** One piece of work that somebody is to do. */
export const Task = z.object({
  /** "n1", "n2", … in order of appearance. */
  id: z.string(),
  source: z.enum(['table', 'prose']),
  span: Span,
  section: z.array(z.string()),
  group: z.string().nullable(),
  ordinal: z.string().nullable(),
  lead: z.array(z.string()),
  coord: z.array(z.string()),
  monitor: z.array(z.string()),
  timeRaw: z.string().nullable(),
  time: Due,
  productRaw: z.string().nullable(),
  fundingRaw: z.string().nullable(),
  noteRaw: z.string().nullable(),
  confidence: Confidence,
});
export type Task = z.infer<typeof Task>;

export const Reading = z.object({
  document: DocumentHeader,
  targets: z.array(Target),
  figures: z.array(PastFigure),
  tasks: z.array(Task),
  notes: z.array(Note),
});
export type Reading = z.infer<typeof Reading>;
