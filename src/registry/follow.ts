import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { MatterFacts } from './matter.ts';
import { Named } from './named.ts';

/** Danh mục lãnh đạo theo dõi: the few things that a leader follows in person. */

/** Beyond so many it is no short list any more. */
export const manyFollowed = 20;

export const LeaderList = z.object({
  leader: Named,
  /** Whose lists the person may look at: one's own, and those that one prepares. */
  leaders: z.array(Named),
  /** The last stocktake that was held, with which everything is compared. */
  since: z.object({ id: z.uuid(), title: z.string(), heldOn: PlainDate }).nullable(),
  rows: z.array(
    z.object({
      id: z.uuid(),
      addedAt: z.iso.datetime(),
      /** Why it is there: the leader's own words. */
      note: z.string(),
      noteVersion: z.int(),
      facts: MatterFacts,
    }),
  ),
});
export type LeaderList = z.infer<typeof LeaderList>;

/** What is on the lists that a person looks after, for the buttons beside things. */
export const FollowedBriefly = z.object({
  leaders: z.array(Named),
  followed: z.array(z.object({ id: z.uuid(), leaderId: z.string(), key: z.string() })),
});
export type FollowedBriefly = z.infer<typeof FollowedBriefly>;
