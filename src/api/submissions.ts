import { z } from 'zod';
import { SubmissionPage } from '../registry/submission.ts';
import { endpoint } from './endpoint.ts';

export const getSubmission = endpoint({
  method: 'GET',
  path: '/api/submissions/:id',
  access: 'seeReporting',
  summary: 'What one agency owes in a round, how far it is, and what may be done with it',
  params: z.object({ id: z.uuid() }),
  response: SubmissionPage,
});
