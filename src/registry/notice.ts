import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';

/** Everything that somebody can be told. What it says stands in notice-words.ts. */
export const NoticeKind = z.enum([
  // a duty and who has it
  'assigned',
  'named',
  'dutyReturned',
  'dutyInsisted',
  'dutyReassigned',
  'dutyDropped',
  'taskChanged',
  'conditionMet',
  'handedOver',
  // progress and its result
  'submitted',
  'progressReturned',
  'resultReported',
  'resultConfirmed',
  'resultSentBack',
  // reports of a round
  'reportAsked',
  'reportSubmitted',
  'reportReturned',
  'reportSent',
  'reportSentBack',
  'reportApproved',
  // the consolidated report of a round
  'summarySubmitted',
  'summaryReturned',
  'summarySigned',
  'summaryPublished',
  'correctionAsked',
  'correctionGranted',
  'correctionRefused',
  // deadlines, obstacles, questions
  'dueAsked',
  'dueGranted',
  'dueRefused',
  'obstacleRaised',
  'obstacleAnswered',
  'questionAsked',
  'questionAnswered',
  // urging
  'dueSoon',
  'dueToday',
  'overdue',
  'toHead',
  'toLeader',
  'urged',
  // the installation
  'accountReviewDue',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What fills a notice's sentence. */
export const NoticeDetails = z.object({
  /** The duty's or document's own words. */
  what: z.string().optional(),
  agency: z.string().optional(),
  /** Who did it. */
  by: z.string().optional(),
  reason: z.string().optional(),
  due: PlainDate.optional(),
  /** Working days to the deadline or past it. */
  days: z.int().optional(),
  /** What was asked or answered. */
  words: z.string().optional(),
});
export type NoticeDetails = z.infer<typeof NoticeDetails>;

export const NoticeRecord = z.object({
  id: z.int(),
  kind: NoticeKind,
  /** About an urgent document: it waits neither for the digest nor for the morning. */
  urgent: z.boolean(),
  dutyId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  /** Of its consolidated report. */
  roundId: z.uuid().nullable(),
  details: NoticeDetails,
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;

/** The page that a notice is about, as a path of the application. */
export function noticePath({
  kind,
  dutyId,
  documentId,
  roundId,
}: Partial<Pick<NoticeRecord, 'kind'>> & Pick<NoticeRecord, 'dutyId' | 'documentId' | 'roundId'>): string {
  if (kind === 'accountReviewDue') return '/quan-tri/ra-soat';
  if (dutyId) return `/viec/${dutyId}`;
  if (roundId) return `/dot-bao-cao/${roundId}/tong-hop`;
  return documentId ? `/van-ban/${documentId}` : '/thong-bao';
}
