import { z } from 'zod';
import {
  DutyCounts,
  DutyCursor,
  DutyKind,
  DutyPage,
  DutyRecord,
  dutyRoles,
  dutySorts,
  JoinableDuty,
} from '../registry/duty.ts';
import { DutyAction } from '../registry/duty-action.ts';
import { DutyStage } from '../registry/duty-stage.ts';
import { dutyStates } from '../registry/duty-state.ts';
import { Named } from '../registry/named.ts';
import { WholeDuty } from '../registry/whole-duty.ts';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { many } from './listing.ts';

export const DutyFilter = z.object({
  q: z.string().max(200).optional(),
  document: many(z.uuid()),
  agency: many(z.string().max(200)),
  /** Also those of agencies below. */
  below: z.stringbool().default(false),
  /** In which role the agencies named above stand. */
  role: z.enum(dutyRoles).default('lead'),
  officer: many(z.string().max(200)),
  stage: many(DutyStage),
  state: many(z.enum(dutyStates)),
  kind: many(DutyKind),
  dueFrom: PlainDate.optional(),
  dueTo: PlainDate.optional(),
  /** Of agencies of these tiers. */
  tier: many(Tier),
  /** What was not done before the year, nor is due after it. */
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  /** As they stood at the end of a past day. */
  asOf: PlainDate.optional(),
});
export type DutyFilter = z.infer<typeof DutyFilter>;

export const listDuties = endpoint({
  method: 'GET',
  path: '/api/duties',
  access: 'seeDuty',
  summary: 'Duties, page by page',
  query: DutyFilter.extend({
    sort: z.enum(dutySorts).default('due'),
    order: z.enum(['asc', 'desc']).default('asc'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** `next` of the page before. */
    after: DutyCursor.optional(),
  }),
  response: z.object({ rows: z.array(DutyRecord), next: DutyCursor.nullable() }),
  example: { query: { state: 'openOverdue', limit: 100 } },
});

export const countDuties = endpoint({
  method: 'GET',
  path: '/api/duties/counts',
  access: 'seeDuty',
  summary: 'How many duties there are at each stage and in each state',
  query: DutyFilter,
  response: DutyCounts,
});

export const getDuty = endpoint({
  method: 'GET',
  path: '/api/duties/:id',
  access: 'seeDuty',
  summary: 'One duty: what it comes from, the chain above and below it, who has to do with it, and what may be done',
  params: z.object({ id: z.uuid() }),
  response: DutyPage,
});

export const getWholeDuty = endpoint({
  method: 'GET',
  path: '/api/duties/:id/whole',
  access: 'seeDuty',
  summary:
    "Everything a duty's page shows: the duty, what was reported, asked and decided, and the first page of its story; as of a past day what all that was then",
  params: z.object({ id: z.uuid() }),
  query: z.object({ asOf: PlainDate.optional() }),
  response: WholeDuty,
});

export const actOnDuty = endpoint({
  method: 'POST',
  path: '/api/duties/:id/actions',
  // Which of them whoever asks may do with this one, its own table says: registry/duty-stage.ts.
  access: 'seeDuty',
  summary: 'One thing done with a duty: accepted, returned, decided on, divided …',
  params: z.object({ id: z.uuid() }),
  body: DutyAction,
  response: DutyPage,
});

export const dutyOfficers = endpoint({
  method: 'GET',
  path: '/api/duties/:id/officers',
  access: 'seeDuty',
  summary: 'Who can be the officer in charge of a duty',
  params: z.object({ id: z.uuid() }),
  response: z.object({ people: z.array(Named) }),
});

export const agenciesBelowDuty = endpoint({
  method: 'GET',
  path: '/api/duties/:id/agencies-below',
  access: 'seeDuty',
  summary: 'Which agencies can get a part of a duty',
  params: z.object({ id: z.uuid() }),
  response: z.object({ agencies: z.array(Named) }),
});

export const joinableDuties = endpoint({
  method: 'GET',
  path: '/api/duties/:id/joinable',
  access: 'seeDuty',
  summary:
    'Open duties of the same agency that may be the same work: those whose sentences an officer has set beside its own first',
  params: z.object({ id: z.uuid() }),
  response: z.object({ duties: z.array(JoinableDuty) }),
});
