import { z } from 'zod';
import { accountStates } from '../registry/account.ts';
import { HeldPost, PostToEnd, PostToGive } from '../registry/people.ts';
import { Role } from '../registry/post.ts';
import { endpoint } from './endpoint.ts';
import { Page } from './listing.ts';

/** As the address of the page has it. */
export const PersonFilter = z.object({
  q: z.string().max(200).optional(),
  role: Role.optional(),
  /** With all below it. */
  agency: z.string().max(200).optional(),
  state: z.enum(accountStates).optional(),
});
export type PersonFilter = z.infer<typeof PersonFilter>;

const ListedPost = HeldPost.extend({ agencyName: z.string() });
export type ListedPost = z.infer<typeof ListedPost>;

const ListedPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Locked also after failures, or because nobody used it for long. */
  state: z.enum(accountStates),
  posts: z.array(ListedPost),
  /** Whether whoever asks looks after this account: all its posts lie in agencies that theirs reach. */
  withinReach: z.boolean(),
});
export type ListedPerson = z.infer<typeof ListedPerson>;

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  access: 'manageUsers',
  summary: 'People with the posts they hold and will hold, in the order of the alphabet',
  query: PersonFilter.extend(Page.shape),
  response: z.object({ people: z.array(ListedPerson), total: z.int() }),
});

export const givePost = endpoint({
  method: 'POST',
  path: '/api/people/:id/posts',
  access: 'manageUsers',
  summary: 'Give somebody a post from a day on',
  params: z.object({ id: z.string().min(1).max(100) }),
  body: PostToGive,
  response: HeldPost,
});

export const endPost = endpoint({
  method: 'POST',
  path: '/api/people/:id/posts/:post/end',
  access: 'manageUsers',
  summary: 'End a post from a day on',
  params: z.object({ id: z.string().min(1).max(100), post: z.uuid() }),
  body: PostToEnd,
  response: HeldPost,
});
