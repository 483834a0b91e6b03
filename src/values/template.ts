import { z } from 'zod';
import type { DocumentBlock } from './official-document.ts';

/**
 * Mẫu văn bản: a .docx of an office's own in place of the form that the program sets. What is to be filled in stands in it as
 * placeholders, which people type and read in Word: `{don_vi}` a value, `{DON_VI}` the same in capitals, `{#nhiem_vu}` … `{/nhiem_vu}` what is
 * repeated for each item of a list (or stands there only where there is something), `{@noi_dung}` what the program sets itself.
 */
export const templateKinds = [
  'report',
  'plan',
  'actionPlan',
  'urgingLetter',
  'extensionNotice',
  'scorecard',
  'minutes',
  'conclusions',
] as const;
export const TemplateKind = z.enum(templateKinds);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** What may stand in a template, by name: a text, a block, or the names within a list. */
export type TemplateFields = { readonly [name: string]: 'text' | 'block' | TemplateFields };

/** What a kind of document fills in, and what no template of that kind may leave out. */
export type TemplateGrammar = { fields: TemplateFields; required: readonly string[] };

/** As it is typed in Word. */
export const typedAs = (name: string, field: TemplateFields[string] | undefined): string =>
  field === 'block' ? `{@${name}}` : typeof field === 'object' ? `{#${name}}…{/${name}}` : `{${name}}`;

/** Texts and tables that the program sets as the form wants; their width is that of the page where they stand. */
export type TemplateBlock =
  | { block: 'body'; blocks: readonly DocumentBlock[]; closes: boolean }
  | { block: 'bases'; bases: readonly string[] }
  | { block: 'to'; to: readonly string[] };
export type TemplateValue = string | TemplateBlock | readonly TemplateValues[];
export type TemplateValues = { readonly [name: string]: TemplateValue };

export const isBlock = (value: TemplateValue | undefined): value is TemplateBlock =>
  typeof value === 'object' && 'block' in value;

/** Why a file cannot be used as a template, or a placeholder in it not be filled. */
export const templateFaultCodes = [
  // the braces
  'unclosed',
  'unopened',
  'malformed',
  // the names
  'unknown',
  'elsewhere',
  'missing',
  // what is repeated
  'endMissing',
  'startMissing',
  'crossing',
  'listAsText',
  'blockAsText',
  'textAsBlock',
  // where blocks stand
  'blockNotAlone',
  'blockMisplaced',
  // what must not leave with a document
  'trackedChanges',
  'comment',
  'macro',
  'embedded',
  'linkedOutside',
  'field',
  'strict',
] as const;
export type TemplateFaultCode = (typeof templateFaultCodes)[number];

export const TemplatePlace = z.object({
  part: z.enum(['body', 'header', 'footer', 'notes', 'file']),
  textBox: z.boolean(),
  /** Which paragraph with words it is, counted outside tables; null in a table. */
  paragraph: z.int().nullable(),
  /** Which table, row and cell, each from 1. */
  cell: z.object({ table: z.int(), row: z.int(), cell: z.int() }).nullable(),
  /** The words around it, so that it can be searched for in Word. */
  excerpt: z.string(),
});
export type TemplatePlace = z.infer<typeof TemplatePlace>;

export const TemplateFault = z.object({
  code: z.enum(templateFaultCodes),
  /** As it is typed: "{don_vj}"; or the part of the file that is at fault. */
  found: z.string(),
  place: TemplatePlace,
  /** What may have been meant, or where it belongs. */
  suggestion: z.string().nullable(),
});
export type TemplateFault = z.infer<typeof TemplateFault>;
