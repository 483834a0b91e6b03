import { z } from 'zod';
import { SubmissionPage } from '../registry/submission.ts';
import { SubmissionAction } from '../registry/submission-action.ts';
import { SubmissionDuties } from '../registry/submission-duty.ts';
import { endpoint } from './endpoint.ts';
import { Page } from './listing.ts';

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

export const dutiesOfSubmission = endpoint({
  method: 'GET',
  path: '/api/submissions/:id/duties',
  access: 'seeReporting',
  summary: 'The duties of the agency with what was sent on them in the period, those that said nothing first',
  params: z.object({ id: z.uuid() }),
  query: Page,
  response: SubmissionDuties,
});
