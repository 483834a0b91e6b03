import { z } from 'zod';
import { ActionRecord } from '../registry/action.ts';
import { AgencyGroup } from '../registry/agency-group.ts';
import { AgencySummary } from '../registry/agency-summary.ts';
import { GroupFields } from '../registry/group-edit.ts';
import { Named } from '../registry/named.ts';
import { Place } from '../registry/place.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { AsOf } from './listing.ts';

const Id = z.object({ id: z.string().max(200) });

/** As of a day, today where none is given; for a place, or the place of a document, where one is given. */
const Asked = { asOf: PlainDate.optional(), document: z.uuid().optional(), place: z.string().max(200).optional() };

const Members = z.object({ agencies: z.array(AgencySummary) });

export const groupMembers = endpoint({
  method: 'GET',
  path: '/api/agency-groups/:id/members',
  access: 'readRegister',
  summary: 'Who belongs to a group on a day',
  params: Id,
  query: z.object(Asked),
  response: Members,
});

export const listAgencyGroups = endpoint({
  method: 'GET',
  path: '/api/agency-groups',
  access: 'readRegister',
  summary: 'The groups that documents name, and the provinces whose members can be asked for',
  query: AsOf,
  response: z.object({
    groups: z.array(AgencyGroup),
    places: z.array(Place.pick({ id: true, name: true, kind: true })),
    /** The province that the newest documents are of. */
    usualPlace: z.string().nullable(),
  }),
});

export const getGroupStory = endpoint({
  method: 'GET',
  path: '/api/agency-groups/:id/story',
  access: 'readRegister',
  summary: 'Who changed a group, latest first',
  params: Id,
  response: z.object({ actions: z.array(ActionRecord) }),
});

export const listProfiles = endpoint({
  method: 'GET',
  path: '/api/agency-profiles',
  access: 'changeAgencies',
  summary: 'Kinds of bodies that provinces have, as parts of groups name them',
  response: z.object({ profiles: z.array(Named) }),
});

export const tryGroup = endpoint({
  method: 'POST',
  path: '/api/agency-groups/tried',
  access: 'readRegister',
  summary: 'Who would belong to a group of this rule on a day; stores nothing',
  body: GroupFields.pick({ rule: true }).extend({ asOf: Asked.asOf, place: Asked.place }),
  response: Members,
});

const reason = z.string().max(2000).optional();

export const changeGroup = endpoint({
  method: 'POST',
  path: '/api/agency-groups/:id',
  access: 'changeAgencies',
  summary: 'Name, spellings and rule of a group, whole',
  params: Id,
  /** `version`: the one that was seen. */
  body: z.object({ fields: GroupFields, version: z.int(), reason }),
  response: z.object({ group: AgencyGroup }),
});

export const addGroup = endpoint({
  method: 'POST',
  path: '/api/agency-groups',
  access: 'changeAgencies',
  summary: 'A group that documents name and the register does not have yet',
  body: z.object({ fields: GroupFields, reason }),
  response: z.object({ group: AgencyGroup }),
});
