import { z } from 'zod';
import { PeriodCode } from '../values/period.ts';
import { PathMethod } from './expected-path.ts';
import { Named } from './named.ts';
import { Sparkline } from './sparkline.ts';
import { StandingStory } from './standing-story.ts';
import { TargetStanding } from './target-standing.ts';

/** What the page of one target shows. */
export const TargetStory = z.object({
  target: TargetStanding,
  agencies: z.array(Named),
  story: StandingStory.nullable(),
  /** What was reached since each January, or as it stood, through the years: to set one beside another. */
  monthly: Sparkline,
  /** What documents of the same place ask for of the same line, each with its sentence. */
  steps: z.array(
    z.object({
      documentId: z.uuid(),
      id: z.string(),
      documentNumber: z.string().nullable(),
      quote: z.string(),
      year: z.int(),
      value: z.number(),
    }),
  ),
  /** The way that somebody has set. */
  path: z
    .object({
      method: PathMethod,
      points: z.array(z.object({ period: PeriodCode, value: z.number() })),
      version: z.int(),
    })
    .nullable(),
});
export type TargetStory = z.infer<typeof TargetStory>;
