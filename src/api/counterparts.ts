import { z } from 'zod';
import { Answer } from '../registry/alignment.ts';
import { Amended } from '../registry/amendment.ts';
import { Counterpart, Judgement } from '../registry/counterpart.ts';
import { DocumentSummary } from '../registry/plan-document.ts';
import { TargetRecord } from '../registry/target.ts';
import { TaskRecord } from '../registry/task.ts';
import { Reference } from '../values/finding.ts';
import { endpoint } from './endpoint.ts';
import { exportFormats, many } from './listing.ts';

/** A document with what can be held against another. */
const Side = z.object({
  document: DocumentSummary,
  targets: z.array(TargetRecord),
  tasks: z.array(TaskRecord),
});

const AlignmentQuery = z.object({
  higher: z.uuid(),
  /** The higher one itself asks for its own parts: national beside provincial values, the plan beside its appendices. */
  lower: many(z.uuid()).refine((ids) => ids.length > 0 && ids.length <= 30),
});
export type AlignmentQuery = z.infer<typeof AlignmentQuery>;

export const Alignment = z.object({
  higher: Side,
  columns: z.array(Side.extend({ answers: z.object({ targets: z.array(Answer), tasks: z.array(Answer) }) })),
});
export type Alignment = z.infer<typeof Alignment>;

export const getAlignment = endpoint({
  method: 'GET',
  path: '/api/alignment',
  access: 'readRegister',
  summary: 'What of a higher document the lower ones answer, and how',
  query: AlignmentQuery,
  response: Alignment,
});

export const exportAlignment = endpoint({
  method: 'GET',
  path: '/api/alignment/export',
  access: 'readRegister',
  costly: true,
  summary: 'The answers as .xlsx or .csv, all of them or the gaps only',
  query: AlignmentQuery.extend({
    gaps: z.enum(['true', 'false']).default('false'),
    format: z.enum(exportFormats),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
});

export const Amending = z.object({
  earlier: Side,
  later: Side,
  /** The later one takes the place of the earlier as a whole. */
  replaces: z.boolean(),
  targets: z.array(Amended),
  tasks: z.array(Amended),
});
export type Amending = z.infer<typeof Amending>;

export const getAmending = endpoint({
  method: 'GET',
  path: '/api/documents/:id/amending/:earlier',
  access: 'readRegister',
  summary: 'What a document makes of an earlier one: unchanged, changed, new, dropped',
  params: z.object({ id: z.uuid(), earlier: z.uuid() }),
  response: Amending,
});

export const RelatedDocument = z.object({
  document: DocumentSummary,
  relation: Reference.shape.relation.unwrap(),
  /** True where it names this one; false where this one names it. */
  later: z.boolean(),
});
export type RelatedDocument = z.infer<typeof RelatedDocument>;

export const listRelated = endpoint({
  method: 'GET',
  path: '/api/documents/:id/related',
  access: 'readRegister',
  summary: 'Documents of the register that this one names, or that name it',
  params: z.object({ id: z.uuid() }),
  response: z.object({ related: z.array(RelatedDocument) }),
});

export const judgeCounterpart = endpoint({
  method: 'POST',
  path: '/api/counterparts',
  access: 'compareDocuments',
  summary: 'Confirm or reject that two findings belong together, or take that back',
  body: Counterpart.extend({ judgement: Judgement.nullable(), reason: z.string().max(2000).optional() }),
  response: z.object({ done: z.literal(true) }),
});
