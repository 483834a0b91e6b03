import { z } from 'zod';
import { SubmissionPage } from '../registry/submission.ts';
import { SubmissionAction } from '../registry/submission-action.ts';
import { endpoint } from './endpoint.ts';

export const getSubmission = endpoint({
  method: 'GET',
  path: '/api/submissions/:id',
  access: 'seeReporting',
  summary: 'What one agency owes in a round, how far it is, and what may be done with it',
  params: z.object({ id: z.uuid() }),
  response: SubmissionPage,
});

export const actOnSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/actions',
  // Who may take which step, its own table says: registry/submission-stage.ts.
  access: 'seeReporting',
  summary: 'A step of a submission: submitted to the head, sent, given back, approved',
  params: z.object({ id: z.uuid() }),
  body: SubmissionAction,
  response: SubmissionPage,
});
