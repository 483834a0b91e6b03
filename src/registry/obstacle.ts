import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Vướng mắc: what stands in the way of a duty, who is to decide and by when, and the answer. */

export const ObstacleFields = z.object({
  what: z.string().trim().min(1).max(5000),
  impact: z.string().trim().max(5000),
  /** Null: the coordinator and the leaders. */
  deciderId: z.string().max(200).nullable(),
  wantedBy: PlainDate.nullable(),
});
export type ObstacleFields = z.infer<typeof ObstacleFields>;

const obstacleVerbs = ['answer', 'close', 'reopen'] as const;
export const ObstacleVerb = z.enum(obstacleVerbs);
export type ObstacleVerb = z.infer<typeof ObstacleVerb>;

export const Obstacle = ObstacleFields.extend({
  id: z.uuid(),
  dutyId: z.uuid(),
  agencyId: z.string(),
  raised: z.object({ at: z.iso.datetime(), by: Named }),
  answer: z.object({ text: z.string(), at: z.iso.datetime(), by: Named }).nullable(),
  closedAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type Obstacle = z.infer<typeof Obstacle>;

/** With what whoever asks may do with it. */
export const ObstacleItem = Obstacle.extend({ may: z.array(ObstacleVerb) });
export type ObstacleItem = z.infer<typeof ObstacleItem>;

/** Who is to decide answers it, as often as it needs; who raised it says when it no longer stands in the way. */
export function obstacleVerbsOf(
  { closedAt }: Pick<Obstacle, 'closedAt'>,
  { isOwn, decides }: { isOwn: boolean; decides: boolean },
): ObstacleVerb[] {
  if (closedAt !== null) return isOwn ? ['reopen'] : [];
  return [...(decides ? (['answer'] as const) : []), ...(isOwn ? (['close'] as const) : [])];
}
