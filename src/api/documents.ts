import { z } from 'zod';
import { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import { PlanForm } from '../registry/plan-draft.ts';
import { ReceivedEnvelope } from '../registry/received-envelope.ts';
import { Block, Page, Place } from '../values/block.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { EnvelopeStatus } from '../values/envelope.ts';
import { PastFigure, Target, Task } from '../values/finding.ts';
import { Note } from '../values/note.ts';
import { endpoint } from './endpoint.ts';
import { AsOf } from './listing.ts';

const Id = z.object({ id: z.uuid() });

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/documents',
  access: 'readRegister',
  summary: 'All documents, or those in force on a day, newest issued first',
  query: AsOf,
  response: z.object({ documents: z.array(DocumentSummary) }),
  example: {},
});

export const DocumentDetail = PlanDocument.extend({
  text: z.string(),
  blocks: z.array(Block),
  /** Empty where the file has no pages. */
  pages: z.array(Page),
  places: z.array(Place),
  targets: z.array(Target),
  figures: z.array(PastFigure),
  tasks: z.array(Task),
  notes: z.array(Note),
  /** Those of the national document axis in which it came, latest first. */
  envelopes: z.array(ReceivedEnvelope),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const getDocument = endpoint({
  method: 'GET',
  path: '/api/documents/:id',
  access: 'readRegister',
  summary: 'A document with its text, blocks and everything found in it',
  params: Id,
  response: DocumentDetail,
  example: { params: { id: '$ID' } },
});

/** Pixels of a page's width that may be asked for; a closed list, so that few pictures serve everybody. */
export const pageWidths = ['480', '800', '1240', '1860'] as const;

export const getDocumentPage = endpoint({
  method: 'GET',
  path: '/api/documents/:id/pages/:page',
  access: 'readRegister',
  summary: 'A page of the original file as a picture (WebP); pages count from 1',
  params: Id.extend({ page: z.coerce.number().int().min(1).max(100_000) }),
  query: z.object({ width: z.enum(pageWidths) }),
});

export const getDocumentFile = endpoint({
  method: 'GET',
  path: '/api/documents/:id/file',
  access: 'readRegister',
  summary: 'The original file, unchanged',
  params: Id,
});

const EnvelopeId = Id.extend({ envelope: z.string().regex(/^[0-9a-f]{64}$/) });

export const getEnvelopeFile = endpoint({
  method: 'GET',
  path: '/api/documents/:id/envelopes/:envelope/files/:position',
  access: 'readRegister',
  summary: 'A file that came beside a document in an envelope of the document axis',
  params: EnvelopeId.extend({ position: z.coerce.number().int().min(1).max(1000) }),
});

export const answerEnvelope = endpoint({
  method: 'GET',
  path: '/api/documents/:id/envelopes/:envelope/answer',
  access: 'importDocuments',
  summary: 'An envelope that tells the sender of a document how far it is; nothing is sent',
  params: EnvelopeId,
  query: z.object({ status: EnvelopeStatus, words: z.string().trim().max(1000).default('') }),
});

const planFormats = [...DocumentFormat.options, 'xlsx'] as const;

export const exportPlan = endpoint({
  method: 'GET',
  path: '/api/documents/:id/plan',
  access: 'makeDocuments',
  costly: true,
  summary:
    'What of a document is in force, as the decision that assigns it or issues it as an action plan: .docx, .pdf, or its tables as .xlsx',
  params: Id,
  query: z.object({ format: z.enum(planFormats), form: PlanForm.default('assignment') }),
});
