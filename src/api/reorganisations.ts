import { z } from 'zod';
import { AgencyWork, agencyMaps } from '../registry/filed-work.ts';
import { Rehearsal } from '../registry/rehearsal.ts';
import { Decision, ReorganisationState, WrittenEvent } from '../registry/reorganisation.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.string().min(1).max(120) });

const ReorganisationLine = z.object({
  id: z.string(),
  title: z.string(),
  effectiveOn: PlainDate,
  legalBasis: z.string(),
  state: ReorganisationState,
  version: z.int(),
  /** Written by an officer, not a fact that the register came with. */
  own: z.boolean(),
  /** How many bodies end, change or hand something over in it. */
  agencies: z.int(),
  /** Rows of open work that still lie with a body it ended. */
  waiting: z.int(),
});
export type ReorganisationLine = z.infer<typeof ReorganisationLine>;

export const listReorganisations = endpoint({
  method: 'GET',
  path: '/api/reorganisations',
  access: 'readRegister',
  summary: 'Reorganisations, latest first, with the open work that still waits for each',
  response: z.object({
    reorganisations: z.array(ReorganisationLine),
    /** Open work of bodies that have ended, of which no event says who carries on. */
    orphans: z.array(z.object({ agencyId: z.string(), name: z.string(), endedOn: PlainDate, waiting: z.int() })),
  }),
});

export const planReorganisation = endpoint({
  method: 'POST',
  path: '/api/reorganisations',
  access: 'reorganise',
  summary: 'Write down an event; the register does not change before it is confirmed',
  body: WrittenEvent,
  response: Rehearsal,
});

export const getReorganisation = endpoint({
  method: 'GET',
  path: '/api/reorganisations/:id',
  access: 'readRegister',
  summary: 'An event rehearsed: everything it would move now, and what it has moved',
  params: Id,
  response: Rehearsal,
});

export const changeReorganisation = endpoint({
  method: 'POST',
  path: '/api/reorganisations/:id',
  access: 'reorganise',
  summary: 'Rewrite an event that is not confirmed, or decide who gets which work',
  params: Id,
  body: z.object({
    version: z.int(),
    event: WrittenEvent.optional(),
    /** They replace earlier ones about the same rows. */
    decisions: z.array(Decision).max(20_000).optional(),
  }),
  response: Rehearsal,
});

export const removeReorganisation = endpoint({
  method: 'DELETE',
  path: '/api/reorganisations/:id',
  access: 'reorganise',
  summary: 'Drop an event that an officer wrote and nobody confirmed',
  params: Id,
  query: z.object({ version: z.coerce.number().int() }),
  response: z.object({}),
});

export const confirmReorganisation = endpoint({
  method: 'POST',
  path: '/api/reorganisations/:id/confirmation',
  access: 'reorganise',
  summary: 'Carry an event out, whole or not at all',
  params: Id,
  /** The numbers of rows that the rehearsal showed. */
  body: z.object({ version: z.int(), ended: z.int(), made: z.int() }),
  response: Rehearsal,
});

export const undoReorganisation = endpoint({
  method: 'POST',
  path: '/api/reorganisations/:id/undoing',
  access: 'reorganise',
  summary: 'Give back exactly what was before, as long as nothing rests on it',
  params: Id,
  body: z.object({ version: z.int(), reason: z.string().max(2000).optional() }),
  response: Rehearsal,
});

export const countAgencyWork = endpoint({
  method: 'GET',
  path: '/api/agency-work',
  access: 'readRegister',
  summary: 'Open work by agency: as the documents gave it out, or on the map of the day',
  query: z.object({ map: z.enum(agencyMaps).default('filed'), asOf: PlainDate.optional() }),
  response: z.object({ agencies: z.array(AgencyWork) }),
});
