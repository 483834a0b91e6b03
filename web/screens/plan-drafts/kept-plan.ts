import { z } from 'zod';
import { PlanDraftContent } from '../../../src/registry/plan-draft.ts';
import { keptHere } from '../../parts/kept-here.ts';

/** With the content that it was typed over, so that what somebody else saves meanwhile can be told from it. */
const KeptPlan = z.object({ base: PlanDraftContent, content: PlanDraftContent });
export type KeptPlan = z.infer<typeof KeptPlan>;

export const { readKept, keep, forget } = keptHere('plan', KeptPlan);
