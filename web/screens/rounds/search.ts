import { z } from 'zod';
import { many } from '../../../src/api/listing.ts';
import { Sending } from '../../../src/registry/round-measures.ts';
import { SubmissionStage } from '../../../src/registry/submission-stage.ts';
import { Tier } from '../../../src/values/finding.ts';

/** Which agencies of a round are shown, as its address has it. */
export const RoundSearch = z.object({
  q: z.string().max(200).optional(),
  stage: many(SubmissionStage),
  sending: many(Sending),
  tier: many(Tier),
});
export type RoundSearch = { [K in keyof z.output<typeof RoundSearch>]?: z.output<typeof RoundSearch>[K] | undefined };
