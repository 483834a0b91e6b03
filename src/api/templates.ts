import { z } from 'zod';
import { Named } from '../registry/named.ts';
import {
  TemplateJudged,
  TemplatePlaceholder,
  TemplateRecord,
  TemplateScope,
  TemplateShown,
  TemplateUse,
} from '../registry/template.ts';
import { WrittenFormat } from '../values/document-format.ts';
import { PlainDate } from '../values/plain-date.ts';
import { TemplateKind } from '../values/template.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

const Templates = z.object({
  templates: z.array(TemplateRecord),
  /** Latest day first. */
  uses: z.array(TemplateUse),
  /** Ids of the uses that hold today. */
  inForce: z.array(z.int()),
  today: PlainDate,
  placeholders: z.record(TemplateKind, z.array(TemplatePlaceholder)),
});
export type Templates = z.infer<typeof Templates>;

export const getTemplates = endpoint({
  method: 'GET',
  path: '/api/templates',
  access: 'changeTemplates',
  summary: 'Templates of documents, and from which day which documents follow them',
  response: Templates,
});

export const writeStandardTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/standard',
  access: 'changeTemplates',
  costly: true,
  summary: "A kind of document in the program's own form, as a .docx with placeholders to begin a template with",
  query: z.object({ kind: TemplateKind, agencyId: z.string().max(100) }),
});

export const uploadTemplate = endpoint({
  method: 'POST',
  path: '/api/templates',
  access: 'changeTemplates',
  costly: true,
  takes: 'file',
  summary:
    'Upload a template (multipart: "order" with its kind, then "file"): kept, or what is broken in it with its place',
  response: TemplateJudged,
});
export const UploadTemplate = z.object({ kind: TemplateKind });

export const readTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/:id/file',
  access: 'changeTemplates',
  summary: 'A template as it was uploaded',
  params: Id,
});

export const listTemplateSamples = endpoint({
  method: 'GET',
  path: '/api/templates/samples',
  access: 'changeTemplates',
  summary: 'Documents of the register that a template of a kind can be looked at with',
  query: z.object({ kind: TemplateKind }),
  response: z.object({ samples: z.array(Named) }),
});

export const showTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/:id/preview',
  access: 'changeTemplates',
  summary:
    'A document of the register in the form of a template: its first pages as pictures, and where it departs from the form',
  params: Id,
  query: z.object({ sample: z.string().max(100) }),
  response: TemplateShown,
});

export const previewTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/:id/document',
  access: 'changeTemplates',
  costly: true,
  summary: 'The same as .docx or .pdf',
  params: Id,
  query: z.object({ sample: z.string().max(100), format: WrittenFormat }),
});

export const putTemplateInForce = endpoint({
  method: 'POST',
  path: '/api/templates/:id/put-in-force',
  access: 'changeTemplates',
  summary: 'Documents of an office, or of all offices of its kind, follow a template from a day on',
  params: Id,
  body: TemplateScope.omit({ kind: true }).extend({ from: PlainDate }),
  response: z.object({}),
});

export const endTemplate = endpoint({
  method: 'POST',
  path: '/api/templates/end',
  access: 'changeTemplates',
  summary: "Documents follow no template of their own from today on: back to the program's own form",
  body: TemplateScope,
  response: z.object({}),
});
