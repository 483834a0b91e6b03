import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { DueAskFault, DueChangeItem } from './due-change.ts';
import { DutyStage } from './duty-stage.ts';
import { EvidenceItem } from './evidence.ts';
import { ObstacleItem } from './obstacle.ts';
import { ProgressItem } from './progress.ts';
import { QuestionItem } from './question.ts';

/** Everything that was reported, asked and decided about a duty, for its page: one call. */
export const DutyReport = z.object({
  stage: DutyStage,
  due: PlainDate.nullable(),
  /** The duty names a product: its result wants evidence, or the reason why there is none. */
  wantsProof: z.boolean(),
  /** Steps and parts still to be done: before that there is no result. */
  openPieces: z.int(),
  /** What is not sent yet: one's own first, then that of colleagues. */
  inside: z.array(ProgressItem),
  /** What was sent, the latest first; the story has all of it. */
  sent: z.array(ProgressItem),
  evidence: z.array(EvidenceItem),
  obstacles: z.array(ObstacleItem),
  dueChanges: z.array(DueChangeItem),
  questions: z.array(QuestionItem),
  /** What may be begun on the duty. */
  may: z.object({
    write: z.boolean(),
    /** A head need not submit. */
    send: z.boolean(),
    addEvidence: z.boolean(),
    raiseObstacle: z.boolean(),
    /** Or why not. */
    askDueChange: z.union([z.literal(true), DueAskFault]),
    ask: z.boolean(),
  }),
  /** Names of the agencies that appear, by id. */
  agencies: z.record(z.string(), z.string()),
});
export type DutyReport = z.infer<typeof DutyReport>;
