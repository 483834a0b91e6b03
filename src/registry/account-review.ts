import { z } from 'zod';
import { dateOfNumber, dayNumber, PlainDate, plainDate } from '../values/plain-date.ts';
import { type AccountRules, accountStates } from './account.ts';
import { Named } from './named.ts';
import { Role } from './post.ts';

/** What the administrators of an agency decide about each account that they look after, every so often. */
export const reviewDecisions = ['keep', 'lock', 'endPosts'] as const;
export const ReviewDecision = z.enum(reviewDecisions);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** What speaks for looking at an account twice. */
const accountRemarks = ['neverUsed', 'unused', 'noSecondFactor', 'noPosts', 'locked'] as const;
export const AccountRemark = z.enum(accountRemarks);
export type AccountRemark = z.infer<typeof AccountRemark>;

/** An account as it stands, or stood when it was decided on. */
export const AccountFacts = z.object({
  name: z.string(),
  email: z.string(),
  state: z.enum(accountStates),
  posts: z.array(z.object({ role: Role, agencyId: z.string(), agencyName: z.string() })),
  seenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  secondFactor: z.boolean(),
  remarks: z.array(AccountRemark),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

export const ReviewedAccount = z.object({
  userId: z.string(),
  version: z.int(),
  decision: ReviewDecision.nullable(),
  reason: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: Named.nullable(),
  facts: AccountFacts,
  /** What can be decided about it now. */
  may: z.array(ReviewDecision),
});
export type ReviewedAccount = z.infer<typeof ReviewedAccount>;

export const ReviewCounts = z.object({
  all: z.int(),
  undecided: z.int(),
  remarked: z.int(),
  keep: z.int(),
  lock: z.int(),
  endPosts: z.int(),
  left: z.int(),
});
export type ReviewCounts = z.infer<typeof ReviewCounts>;

export const AccountReview = z.object({
  id: z.uuid(),
  agency: Named,
  beganAt: z.iso.datetime(),
  beganBy: Named,
  closedAt: z.iso.datetime().nullable(),
  closedBy: Named.nullable(),
  note: z.string().nullable(),
  accounts: z.int(),
  undecided: z.int(),
});
export type AccountReview = z.infer<typeof AccountReview>;

/** When the administrators of one agency review next. */
export const ReviewDue = z.object({
  agency: Named,
  due: PlainDate,
  /** The last one that was closed, of this agency or of one above it. */
  lastClosedAt: z.iso.datetime().nullable(),
  openId: z.uuid().nullable(),
  /** Less than two weeks are left, or none. */
  pressing: z.boolean(),
});
export type ReviewDue = z.infer<typeof ReviewDue>;

type Remarkable = Pick<AccountFacts, 'state' | 'posts' | 'seenAt' | 'createdAt' | 'secondFactor'>;

/** @param now by the machine's clock, as sessions are */
export function remarksOf(
  { state, posts, seenAt, createdAt, secondFactor }: Remarkable,
  { unusedDays, secondFactorFor }: Pick<AccountRules, 'unusedDays' | 'secondFactorFor'>,
  now: Date,
): AccountRemark[] {
  const idle = (now.getTime() - Date.parse(seenAt ?? createdAt)) / 86_400_000;
  const found: Record<AccountRemark, boolean> = {
    neverUsed: seenAt === null,
    unused: seenAt !== null && idle > unusedDays,
    noSecondFactor: !secondFactor && posts.some(({ role }) => secondFactorFor.includes(role)),
    noPosts: posts.length === 0,
    locked: state === 'locked',
  };
  return state === 'left' ? [] : accountRemarks.filter((remark) => found[remark]);
}

/** @param own the account of whoever asks: nobody shuts themselves out */
export function mayDecide({ state, posts }: Pick<AccountFacts, 'state' | 'posts'>, own: boolean): ReviewDecision[] {
  if (state === 'left') return [];
  if (own) return ['keep'];
  return [
    'keep',
    ...(state === 'locked' ? [] : (['lock'] as const)),
    ...(posts.length > 0 ? (['endPosts'] as const) : []),
  ];
}

/** Keeping what nothing speaks against needs no words; everything else does. */
export const needsReason = (decision: ReviewDecision, remarks: readonly AccountRemark[]): boolean =>
  decision !== 'keep' || remarks.length > 0;

/** The same day so many months later; in a shorter month its last one. */
export function reviewDue(last: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = last.split('-').map(Number);
  const whole = year * 12 + month - 1 + months;
  for (let on = day; on > 28; on--) {
    const found = plainDate(Math.floor(whole / 12), (whole % 12) + 1, on);
    if (found) return found;
  }
  return plainDate(Math.floor(whole / 12), (whole % 12) + 1, Math.min(day, 28)) ?? last;
}

/** Two weeks before it is due, on the day, and once a week after it. */
const firstReminderDays = 14;
const repeatedAfterDays = 7;

/** The latest reminder that has come by a day: 0 before it is due, 1 on the day, then one more each week; null: none yet. */
export function reminderStep(due: PlainDate, today: PlainDate): number | null {
  const past = dayNumber(today) - dayNumber(due);
  if (past < -firstReminderDays) return null;
  return past < 0 ? 0 : 1 + Math.floor(past / repeatedAfterDays);
}

export const isPressing = (due: PlainDate, today: PlainDate): boolean => reminderStep(due, today) !== null;

/** The day from which people who left are shown, where no review was closed before. */
export const beforeAnyReview = (today: PlainDate, months: number): PlainDate =>
  dateOfNumber(dayNumber(today) - months * 31);
