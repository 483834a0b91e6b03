import { z } from 'zod';
import { Contribution, FigureSentence, ReportAddress, ReportPage, ReportSection } from '../registry/report.ts';
import { SectionContent } from '../registry/section-content.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });
const SectionKey = z.string().min(1).max(40);
const Seen = z.int().min(1);

export const getReport = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/report',
  access: 'seeReporting',
  summary: 'The consolidated report of a round, where there is one that whoever asks may see',
  params: Id,
  response: ReportPage,
});

export const beginReport = endpoint({
  method: 'POST',
  path: '/api/rounds/:id/report',
  access: 'writeReport',
  summary: 'Begin to consolidate a round: the report gets the sections of its outline',
  params: Id,
  response: ReportPage,
});

export const listContributions = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/contributions/:section',
  access: 'seeReporting',
  summary: 'What agencies have sent for one section, side by side',
  params: Id.extend({ section: SectionKey }),
  response: z.object({ contributions: z.array(Contribution) }),
});

export const listSentences = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/sentences',
  access: 'seeReporting',
  summary:
    'A sentence composed from the figures of each line: of all that were sent, or of one submission while it is written',
  params: Id,
  query: z.object({ submission: z.uuid().optional() }),
  response: z.object({ sentences: z.array(FigureSentence) }),
});

/** May be sent again as often as it takes: a saving that has arrived is answered with what is stored. */
export const saveReportSection = endpoint({
  method: 'POST',
  path: '/api/reports/:id/sections/:section',
  access: 'writeReport',
  summary: 'Save one section of a consolidated report',
  params: Id.extend({ section: SectionKey }),
  body: z.object({ content: SectionContent, version: Seen }),
  response: ReportSection.pick({ content: true, changed: true, version: true }),
});

export const stepReport = endpoint({
  method: 'POST',
  path: '/api/reports/:id',
  access: 'seeReporting',
  summary: 'Say whom it addresses and who gets it, submit it to the leader, take it back, return, sign or publish it',
  params: Id,
  body: z.discriminatedUnion('verb', [
    z.object({ verb: z.enum(['submit', 'withdraw', 'sign']), version: Seen }),
    z.object({ verb: z.literal('address'), version: Seen, ...ReportAddress.shape }),
    z.object({ verb: z.literal('return'), version: Seen, reason: z.string().trim().min(1).max(2000) }),
    z.object({
      verb: z.literal('publish'),
      version: Seen,
      number: z.string().trim().min(1).max(60),
      issuedOn: PlainDate,
    }),
  ]),
  response: ReportPage,
});

export const writeReportDocument = endpoint({
  method: 'GET',
  path: '/api/reports/:id/document',
  access: 'seeReporting',
  costly: true,
  summary: 'The consolidated report with its appendices, as .docx or .pdf, or its tables as .xlsx',
  query: z.object({ format: z.enum([...DocumentFormat.options, 'xlsx']).default('docx') }),
  params: Id,
});
