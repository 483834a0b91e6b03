import { z } from 'zod';
import { PlainDate } from '../../../src/values/plain-date.ts';
import { keptHere } from '../../parts/kept-here.ts';

/** `seen`: what was stored when typing began. */
export const keptDiscussion = keptHere('discussion', z.object({ text: z.string(), seen: z.string() }));

export const keptDecision = keptHere(
  'decision',
  z.object({ agencyId: z.string().nullable(), content: z.string(), due: PlainDate.nullable() }),
);
