import { z } from 'zod';
import { NoticeRecord } from '../registry/notice.ts';
import { NoticeChoice, NoticeRules } from '../registry/notice-choice.ts';
import { endpoint } from './endpoint.ts';

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices',
  access: 'signedIn',
  summary: 'What the person has been told, latest first',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(30),
    /** Only those before this one. */
    before: z.coerce.number().int().optional(),
    unread: z.enum(['true']).optional(),
  }),
  response: z.object({
    notices: z.array(NoticeRecord),
    /** Counted no further than 100. */
    unread: z.int(),
  }),
});

export const readOffNotices = endpoint({
  method: 'POST',
  path: '/api/notices/read',
  access: 'signedIn',
  summary: 'Mark notices as read: those named, or all up to one',
  body: z.union([z.object({ ids: z.array(z.int()).min(1).max(500) }), z.object({ upTo: z.int() })]),
  response: z.object({ unread: z.int() }),
});

export const noticeEvents = endpoint({
  method: 'GET',
  path: '/api/notices/events',
  access: 'signedIn',
  summary: 'That there is something new, as server-sent events: "noticed", "figures" and "round"',
});

const Choice = z.object({
  choice: NoticeChoice,
  rules: NoticeRules,
  /** Whether this installation sends letters at all. */
  mail: z.boolean(),
  address: z.string(),
});

export const getNoticeChoice = endpoint({
  method: 'GET',
  path: '/api/notices/choice',
  access: 'signedIn',
  summary: 'How the person is told, and what of it may be chosen',
  response: Choice,
});

export const changeNoticeChoice = endpoint({
  method: 'POST',
  path: '/api/notices/choice',
  access: 'signedIn',
  summary: 'Choose how to be told',
  body: NoticeChoice,
  response: Choice,
});
