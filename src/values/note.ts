import { z } from 'zod';
import { Span } from './span.ts';

/** What an officer should look at: what is missing, what was not understood, what the reader is not sure of. */

/** `error`: probably wrong or missing; `warning`: to be checked; `info`: good to know. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Every kind of note with its weight; their sentences stand in note-words.ts. */
export const noteSeverity = {
  numberMissing: 'warning',
  issuerMissing: 'warning',
  dateMissing: 'warning',
  titleMissing: 'warning',
  kindUnknown: 'info',
  periodUnknown: 'warning',
  pageNotRead: 'error',
  tableNotUnderstood: 'error',
  columnNotUnderstood: 'warning',
  timeNotUnderstood: 'error',
  leadMissing: 'error',
  agencyUnknown: 'warning',
  rowIncomplete: 'warning',
  spellingSuspected: 'warning',
  figureSuspected: 'error',
  dateImpossible: 'error',
  yearOutOfRange: 'warning',
  yearUnknown: 'warning',
  unitMissing: 'warning',
  valueImpossible: 'error',
  rangeReversed: 'error',
  baselineUnchanged: 'warning',
  partsNotHundred: 'warning',
  valuesDiffer: 'warning',
  duplicated: 'warning',
  nameCut: 'warning',
  scanDoubtful: 'error',
  readingUncertain: 'warning',
  envelopeNumberDiffers: 'warning',
  envelopeDayDiffers: 'warning',
  envelopeIssuerDiffers: 'warning',
  envelopeSubjectDiffers: 'info',
  envelopeHoldsMore: 'info',
} as const satisfies Record<string, Severity>;

export type NoteCode = keyof typeof noteSeverity;
export const noteCodes = Object.keys(noteSeverity) as [NoteCode, ...NoteCode[]];
export const NoteCode = z.enum(noteCodes);

/** Why a reading is uncertain (`readingUncertain`). */
export const doubtReasons = [
  // Of targets
  'nameShort',
  'tableOdd',
  'shareUnnamed',
  'goesOn',
  'nameLong',
  'nameOdd',
  'comparatorUnread',
  'changeUnclear',
  'countsAdded',
  'unitUnusual',
  'yearBorrowed',
  'otherNumbers',
  'severalYears',
  'allowance',
  'fewTargets',
  'outsideTargets',
  // Of tasks
  'noAction',
  'opensWithCondition',
  'doersUnread',
  'coordUnread',
  'timeInText',
  'manyDoers',
  'taskShort',
  'introduces',
  'cutStart',
  'everybody',
  'statement',
  // Of both
  'ruleDocument',
  'headerIncomplete',
  'neighboursUnsure',
] as const;
export const DoubtReason = z.enum(doubtReasons);
export type DoubtReason = z.infer<typeof DoubtReason>;

export const Note = z.object({
  code: NoteCode,
  span: Span.nullable(),
  /** The target or task it is about. */
  findingId: z.string().nullable(),
  /** The document's own words or figures that the sentence is about. */
  detail: z.string().nullable(),
  /** What probably was meant instead of `detail`. The text and the finding keep what is written. */
  suggestion: z.string().nullable(),
  reasons: z.array(DoubtReason),
});
export type Note = z.infer<typeof Note>;

/** The heaviest of several notes; undefined where there are none. */
export const heaviest = (notes: readonly Pick<Note, 'code'>[]): Severity | undefined =>
  severities.find((severity) => notes.some(({ code }) => noteSeverity[code] === severity));
