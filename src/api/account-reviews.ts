import { z } from 'zod';
import { AccountReview, ReviewCounts, ReviewDecision, ReviewDue, ReviewedAccount } from '../registry/account-review.ts';
import { languages } from '../values/format.ts';
import { endpoint } from './endpoint.ts';
import { Page } from './listing.ts';

const params = z.object({ id: z.uuid() });

export const listAccountReviews = endpoint({
  method: 'GET',
  path: '/api/account-reviews',
  access: 'manageUsers',
  summary: 'When the accounts of the agencies that one administers are to be reviewed, and the reviews there were',
  query: z.object(Page.shape),
  response: z.object({
    /** From one review to the next. */
    months: z.int(),
    due: z.array(ReviewDue),
    reviews: z.array(AccountReview),
    total: z.int(),
  }),
});

export const beginAccountReview = endpoint({
  method: 'POST',
  path: '/api/account-reviews',
  access: 'manageUsers',
  summary: 'Begin a review of the accounts that the administrators of an agency look after, or go on in the open one',
  body: z.object({ agencyId: z.string().min(1).max(200) }),
  response: z.object({ id: z.uuid() }),
});

/** As the address of the page has it. */
export const AccountReviewFilter = z.object({
  show: z.enum(['all', 'undecided', 'remarked']).optional(),
  q: z.string().max(200).optional(),
});
export type AccountReviewFilter = z.infer<typeof AccountReviewFilter>;

export const getAccountReview = endpoint({
  method: 'GET',
  path: '/api/account-reviews/:id',
  access: 'manageUsers',
  summary: 'A review with its accounts, in the order of the alphabet',
  params,
  query: AccountReviewFilter.extend(Page.shape),
  response: z.object({
    review: AccountReview,
    counts: ReviewCounts,
    accounts: z.array(ReviewedAccount),
    total: z.int(),
  }),
});

export const decideOnAccounts = endpoint({
  method: 'POST',
  path: '/api/account-reviews/:id/decisions',
  access: 'manageUsers',
  summary: 'Keep accounts, lock them, or end their posts, with a reason',
  params,
  body: z.object({
    decision: ReviewDecision,
    reason: z.string().trim().max(500).nullable(),
    accounts: z
      .array(z.object({ userId: z.string().min(1).max(100), version: z.int() }))
      .min(1)
      .max(500),
  }),
  response: z.object({}),
});

export const closeAccountReview = endpoint({
  method: 'POST',
  path: '/api/account-reviews/:id/close',
  access: 'manageUsers',
  summary: 'Close a review in which every account was decided on',
  params,
  body: z.object({ note: z.string().trim().max(1000).nullable() }),
  response: z.object({}),
});

export const exportAccountReview = endpoint({
  method: 'GET',
  path: '/api/account-reviews/:id/export',
  access: 'manageUsers',
  costly: true,
  summary: 'A review as a spreadsheet',
  params,
  query: z.object({ language: z.enum(languages).default('vi') }),
});
