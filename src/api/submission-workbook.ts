import { z } from 'zod';
import { WorkbookComparison } from '../registry/submission-workbook.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.uuid() });

export const getFormWorkbook = endpoint({
  method: 'GET',
  path: '/api/submissions/:id/workbook',
  access: 'seeReporting',
  costly: true,
  summary: 'The figures of a submission as a workbook to be filled in',
  params,
});

export const compareFormWorkbook = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/workbook',
  access: 'fillSubmission',
  costly: true,
  takes: 'file',
  summary: 'What differs in a workbook that was filled in (multipart, field "file"); nothing is stored',
  params,
  response: WorkbookComparison,
});
