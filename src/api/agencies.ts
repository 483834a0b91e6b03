import { z } from 'zod';
import { ActionRecord } from '../registry/action.ts';
import { Agency } from '../registry/agency.ts';
import { AgencyFields, NewAgencyFields } from '../registry/agency-edit.ts';
import { AgencyGroup } from '../registry/agency-group.ts';
import { AgencyEvent, AgencySummary, AgencyWork, agencySorts } from '../registry/agency-summary.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { AsOf, Choice, many, Page } from './listing.ts';

const Id = z.object({ id: z.string().max(200) });

/** As of a day, today where none is given; for a place, or the place of a document, where one is given. */
const Asked = { asOf: PlainDate.optional(), document: z.uuid().optional(), place: z.string().max(200).optional() };

export const searchAgencies = endpoint({
  method: 'GET',
  path: '/api/agencies/search',
  access: 'readRegister',
  summary: 'Agencies and groups by what is typed of their names; those of the document’s place stand first',
  query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(20), ...Asked }),
  response: z.object({
    agencies: z.array(AgencySummary),
    groups: z.array(AgencyGroup.pick({ id: true, name: true, chosenByOfficer: true })),
  }),
});

export const AgencyFilter = z.object({
  q: z.string().max(200).optional(),
  tier: many(z.string().max(20)),
  kind: many(z.string().max(20)),
  /** Provinces, with all below them. */
  place: many(z.string().max(200)),
  ...AsOf.shape,
  sort: z.enum(agencySorts).default('place'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type AgencyFilter = z.infer<typeof AgencyFilter>;

export const listAgencies = endpoint({
  method: 'GET',
  path: '/api/agencies',
  access: 'readRegister',
  summary: 'Agencies in force on a day',
  query: AgencyFilter.extend(Page.shape),
  response: z.object({ total: z.int(), rows: z.array(AgencySummary) }),
});

export const agencyChoices = endpoint({
  method: 'GET',
  path: '/api/agencies/choices',
  access: 'readRegister',
  summary: 'What each filter offers under the others',
  query: AgencyFilter,
  response: z.object({ tier: z.array(Choice), kind: z.array(Choice), place: z.array(Choice) }),
});

const Named = z.object({ id: z.string(), name: z.string() });

export const getAgency = endpoint({
  method: 'GET',
  path: '/api/agencies/:id',
  access: 'readRegister',
  summary: 'One agency with its names, its history, and how much work it has on a day',
  params: Id,
  query: AsOf,
  response: z.object({
    agency: Agency,
    summary: AgencySummary,
    parent: Named.nullable(),
    cameFrom: z.array(AgencyEvent),
    wentTo: z.array(AgencyEvent),
    work: z.array(z.object({ findingKind: z.enum(['target', 'task']), role: z.string(), count: z.int() })),
    story: z.array(ActionRecord),
  }),
});
export type AgencyPage = z.infer<typeof getAgency.response>;

export const listAgencyWork = endpoint({
  method: 'GET',
  path: '/api/agencies/:id/work',
  access: 'readRegister',
  summary: 'Tasks and targets that an agency has on a day',
  params: Id,
  query: AsOf.extend({ role: z.string().max(20).optional(), ...Page.shape }),
  response: z.object({ total: z.int(), rows: z.array(AgencyWork) }),
});

const reason = z.string().max(2000).optional();

export const changeAgency = endpoint({
  method: 'POST',
  path: '/api/agencies/:id',
  access: 'changeAgencies',
  summary: 'Names, days and contact of an agency, whole',
  params: Id,
  /** `version`: the one that was seen. */
  body: z.object({ fields: AgencyFields, version: z.int(), reason }),
  response: z.object({ agency: Agency }),
});

export const addAgency = endpoint({
  method: 'POST',
  path: '/api/agencies',
  access: 'changeAgencies',
  summary: 'An agency that the register does not have yet',
  body: z.object({ fields: NewAgencyFields, reason }),
  response: z.object({ agency: Agency }),
});
