import { z } from 'zod';
import { AgencyGroup } from '../registry/agency-group.ts';
import { AgencySummary } from '../registry/agency-summary.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.string().max(200) });

/** As of a day, today where none is given; for the place of a document where one is given. */
const Asked = { asOf: PlainDate.optional(), document: z.uuid().optional() };

export const searchAgencies = endpoint({
  method: 'GET',
  path: '/api/agencies/search',
  access: 'signedIn',
  summary: 'Agencies and groups by what is typed of their names; those of the document’s place stand first',
  query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(20), ...Asked }),
  response: z.object({
    agencies: z.array(AgencySummary),
    groups: z.array(AgencyGroup.pick({ id: true, name: true, chosenByOfficer: true })),
  }),
});

export const groupMembers = endpoint({
  method: 'GET',
  path: '/api/agency-groups/:id/members',
  access: 'signedIn',
  summary: 'Who belongs to a group on a day',
  params: Id,
  query: z.object(Asked),
  response: z.object({ agencies: z.array(AgencySummary) }),
});
