import { z } from 'zod';
import { FormCheck } from '../values/form-check.ts';
import { PlainDate } from '../values/plain-date.ts';
import { TemplateFault, TemplateKind } from '../values/template.ts';
import { Named } from './named.ts';

/** A template that was uploaded: none of its placeholders is broken, for others are not kept. */
export const TemplateRecord = z.object({
  id: z.uuid(),
  kind: TemplateKind,
  fileName: z.string(),
  by: Named,
  at: z.iso.datetime(),
});
export type TemplateRecord = z.infer<typeof TemplateRecord>;

const IssuedBy = z.enum(['state', 'party']);

/** Whose documents: an office's, or those of every office of the state or the Party that has none of its own. */
export const TemplateScope = z.object({ kind: TemplateKind, issuedBy: IssuedBy, agencyId: z.string().nullable() });
export type TemplateScope = z.infer<typeof TemplateScope>;

/** From which day the documents of a scope follow a template, or none of their own any more. */
export const TemplateUse = z.object({
  id: z.int(),
  kind: TemplateKind,
  issuedBy: IssuedBy,
  agency: Named.nullable(),
  from: PlainDate,
  template: z.object({ id: z.uuid(), fileName: z.string() }).nullable(),
  by: Named,
  at: z.iso.datetime(),
});
export type TemplateUse = z.infer<typeof TemplateUse>;

export const sameScope = (one: TemplateUse, other: TemplateUse): boolean =>
  one.kind === other.kind && one.issuedBy === other.issuedBy && one.agency?.id === other.agency?.id;

/** What holds on a day, of uses with the latest first: of each scope the first that has begun. */
export const usesOn = (uses: readonly TemplateUse[], day: PlainDate): TemplateUse[] => {
  const begun = uses.filter(({ from }) => from <= day);
  return begun.filter((use, at) => begun.findIndex((one) => sameScope(one, use)) === at && use.template !== null);
};

/** A placeholder as it is typed, and the list that it can only stand in. */
export const TemplatePlaceholder = z.object({
  typed: z.string(),
  name: z.string(),
  within: z.string().nullable(),
  required: z.boolean(),
});
export type TemplatePlaceholder = z.infer<typeof TemplatePlaceholder>;

/** What is said of a file that somebody wants to be a template. */
export const TemplateJudged = z.object({
  /** null where something is broken: then nothing is kept. */
  kept: TemplateRecord.nullable(),
  faults: z.array(TemplateFault),
  /** Names that its kind fills in and that do not stand in it. */
  unused: z.array(z.string()),
});
export type TemplateJudged = z.infer<typeof TemplateJudged>;

/** A document of the register in the form of a template: its first pages as pictures (data URLs), and what the checker says. */
export const TemplateShown = z.object({ pages: z.array(z.string()), check: FormCheck });
export type TemplateShown = z.infer<typeof TemplateShown>;
