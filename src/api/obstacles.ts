import { z } from 'zod';
import { ObstacleFields, ObstacleItem, ObstacleVerb } from '../registry/obstacle.ts';
import { endpoint } from './endpoint.ts';
import { Id, Seen } from './progress.ts';

export const raiseObstacle = endpoint({
  method: 'POST',
  path: '/api/duties/:id/obstacles',
  access: 'raiseObstacle',
  summary: 'Say what stands in the way of a duty',
  params: Id,
  body: ObstacleFields.extend({ id: z.uuid() }),
  response: ObstacleItem,
});

export const stepObstacle = endpoint({
  method: 'POST',
  path: '/api/obstacles/:id',
  access: 'answerObstacle',
  summary: 'Answer it, say that it no longer stands in the way, or that it does again',
  params: Id,
  body: z.discriminatedUnion('verb', [
    z.object({ verb: z.literal('answer'), version: Seen, answer: z.string().trim().min(1).max(5000) }),
    z.object({ verb: ObstacleVerb.extract(['close', 'reopen']), version: Seen }),
  ]),
  response: ObstacleItem,
});
