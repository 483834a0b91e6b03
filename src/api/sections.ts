import { z } from 'zod';
import { SectionText, SubmissionSections } from '../registry/report.ts';
import { SectionContent } from '../registry/section-content.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

export const getSubmissionSections = endpoint({
  method: 'GET',
  path: '/api/submissions/:id/sections',
  access: 'seeReporting',
  summary: 'What an agency writes in a round, with what it wrote in the period before',
  params: Id,
  response: SubmissionSections,
});

/** May be sent again as often as it takes: a saving that has arrived is answered with what is stored. */
export const saveSection = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/sections/:section',
  access: 'fillSubmission',
  summary: 'Save what an agency writes under one heading',
  params: Id.extend({ section: z.string().min(1).max(40) }),
  body: z.object({ content: SectionContent, version: z.int().min(0) }),
  response: SectionText,
});
