import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { DutyRecord } from './duty.ts';
import { Matter, MatterFacts } from './matter.ts';
import { Named } from './named.ts';

/** Cuộc họp kiểm điểm tiến độ: what is looked at, what is decided, and what becomes of it. */

/** Planned: its agenda is made and its decisions are written down. Held: closed, as the minutes have it. */
const stages = ['planned', 'held'] as const;
export const StocktakeStage = z.enum(stages);

/** Why something is on the agenda, or proposed for it. */
export const AgendaReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('followed') }),
  z.object({ kind: z.literal('added') }),
  /** Days past its deadline. */
  z.object({ kind: z.literal('overdue'), days: z.int() }),
  /** In percent of what was to be reached. */
  z.object({ kind: z.literal('farBehind'), gap: z.number().nullable() }),
  /** Days since it was raised. */
  z.object({ kind: z.literal('obstacle'), days: z.int(), what: z.string() }),
  z.object({ kind: z.literal('extension'), due: PlainDate.nullable(), reason: z.string() }),
]);
export type AgendaReason = z.infer<typeof AgendaReason>;

/** From how many days on the system proposes what is overdue, and obstacles that nobody has removed. */
export const ProposalRules = z.object({
  overdueDays: z.coerce.number().int().min(0).max(3650).default(30),
  obstacleDays: z.coerce.number().int().min(0).max(3650).default(15),
});
export type ProposalRules = z.infer<typeof ProposalRules>;

export const AgendaProposal = z.object({
  key: z.string(),
  matter: Matter,
  name: z.string(),
  agencies: z.array(Named),
  reasons: z.array(AgendaReason),
});
export type AgendaProposal = z.infer<typeof AgendaProposal>;

export const StocktakeFields = z.object({
  title: z.string().trim().min(1).max(300),
  heldOn: PlainDate,
  begins: z.string().trim().max(60),
  ends: z.string().trim().max(60),
  place: z.string().trim().max(200),
  chairId: z.string().min(1).max(200),
  secretary: z.string().trim().max(200),
  /** Who takes part. */
  agencies: z.array(z.string().min(1).max(200)).max(500),
});
export type StocktakeFields = z.infer<typeof StocktakeFields>;

export const DecisionFields = z.object({
  agencyId: z.string().min(1).max(200),
  content: z.string().trim().min(1).max(4000),
  due: PlainDate.nullable(),
});
export type DecisionFields = z.infer<typeof DecisionFields>;

export const StocktakeDecision = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  agency: Named,
  content: z.string(),
  due: PlainDate.nullable(),
  version: z.int(),
  /** What it became; null: not given yet. */
  duty: DutyRecord.pick({ id: true, stage: true, state: true, daysLeft: true, due: true, share: true }).nullable(),
});
export type StocktakeDecision = z.infer<typeof StocktakeDecision>;

export const StocktakeSummary = z.object({
  id: z.uuid(),
  agency: Named,
  title: z.string(),
  heldOn: PlainDate,
  chair: Named,
  stage: StocktakeStage,
  /** On the agenda; decided; not given to anybody yet. */
  items: z.int(),
  decisions: z.int(),
  notGiven: z.int(),
  version: z.int(),
});
export type StocktakeSummary = z.infer<typeof StocktakeSummary>;

export const StocktakeItem = z.object({
  id: z.uuid(),
  kept: z.boolean(),
  reasons: z.array(AgendaReason),
  discussion: z.string(),
  version: z.int(),
  /** Of one that was held: as it stood then. */
  facts: MatterFacts,
  decisions: z.array(StocktakeDecision),
});
export type StocktakeItem = z.infer<typeof StocktakeItem>;

/** What was decided the last time, and what has become of it. */
const LastStocktake = z.object({
  id: z.uuid(),
  title: z.string(),
  heldOn: PlainDate,
  decisions: z.array(StocktakeDecision),
});

export const StocktakePage = z.object({
  stocktake: StocktakeSummary.extend({
    begins: z.string(),
    ends: z.string(),
    place: z.string(),
    secretary: z.string(),
    agencies: z.array(Named),
  }),
  items: z.array(StocktakeItem),
  last: LastStocktake.nullable(),
  /** Whether whoever asks prepares and holds it. */
  holds: z.boolean(),
});
export type StocktakePage = z.infer<typeof StocktakePage>;

/** Where something was looked at, and what was decided there. */
const Discussion = z.object({
  stocktake: z.object({ id: z.uuid(), title: z.string(), heldOn: PlainDate }),
  stage: StocktakeStage,
  discussion: z.string(),
  decisions: z.array(StocktakeDecision),
});

/** Who follows something, where it comes from, and where it was discussed. */
export const Attention = z.object({
  /** Of a duty that a stocktake gave: which one. */
  origin: z.object({ id: z.uuid(), title: z.string(), heldOn: PlainDate }).nullable(),
  followers: z.array(z.object({ id: z.uuid(), leader: Named })),
  discussions: z.array(Discussion),
});
export type Attention = z.infer<typeof Attention>;
