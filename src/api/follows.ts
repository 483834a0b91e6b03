import { z } from 'zod';
import { FollowedBriefly, LeaderList } from '../registry/follow.ts';
import { Matter, MatterKey } from '../registry/matter.ts';
import { Attention } from '../registry/stocktake.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });
const PersonId = z.string().min(1).max(200);

export const getLeaderList = endpoint({
  method: 'GET',
  path: '/api/follows',
  access: 'follow',
  summary:
    'What a leader follows in person: where each stands, what changed since the last stocktake, what was said last',
  /** Without, the first of those whose lists one sees; null where one sees none. */
  query: z.object({ leader: PersonId.optional() }),
  response: LeaderList.nullable(),
});

export const listFollowed = endpoint({
  method: 'GET',
  path: '/api/follows/brief',
  access: 'follow',
  summary: 'What is on the lists that one looks after, in short',
  response: FollowedBriefly,
});

export const follow = endpoint({
  method: 'POST',
  path: '/api/follows',
  access: 'follow',
  summary: 'Put a target, a duty or an agency on the list of a leader',
  body: z.object({ leaderId: PersonId, matter: Matter }),
  response: z.object({ id: z.uuid() }),
});

export const unfollow = endpoint({
  method: 'DELETE',
  path: '/api/follows/:id',
  access: 'follow',
  summary: 'Take something off the list',
  params: Id,
  response: z.object({}),
});

export const writeFollowNote = endpoint({
  method: 'POST',
  path: '/api/follows/:id/note',
  access: 'follow',
  summary: 'Why it is followed: for the leader, and whoever prepares the list',
  params: Id,
  body: z.object({ note: z.string().max(2000), version: z.int().min(0) }),
  response: z.object({ version: z.int() }),
});

export const getAttention = endpoint({
  method: 'GET',
  path: '/api/attention',
  access: 'readRegister',
  summary: 'Who follows a target, a duty or an agency, and what stocktakes decided about it',
  query: z.object({ matter: MatterKey }),
  response: Attention,
});
