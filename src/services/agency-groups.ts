import type { ActionRecord } from '../registry/action.ts';
import type { AgencyGroup } from '../registry/agency-group.ts';
import type { AgencySummary } from '../registry/agency-summary.ts';
import type { Place } from '../registry/place.ts';
import { chainOf, documentPlace, placeNames } from '../registry/place-names.ts';
import { readStory } from '../store/actions.ts';
import { listAgencyGroups, listProfiles, type Profile } from '../store/agency-groups.ts';
import { listDocuments } from '../store/documents.ts';
import { listPlaces } from '../store/places.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import { type Asked, contextFor, summariesOf } from './agencies.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { membersIn } from './group-members.ts';

/** All groups, the provinces that they can be asked for, and the one that the newest document is of. */
export async function listGroups(
  { db, clock }: App,
  asOf: PlainDate | undefined,
): Promise<{ groups: AgencyGroup[]; places: Place[]; usualPlace: string | null }> {
  const names = placeNames(await listPlaces(db), asOf ?? today(clock));
  const places = [...names.provinces].sort((a, b) => compareVietnamese(a.name, b.name));
  const documents = (await listDocuments(db)).slice(0, 50);
  const usual = documents.flatMap(
    ({ issuer }) => chainOf(documentPlace({ issuer, place: null }, names), names).at(-1) ?? [],
  );
  const groups = (await listAgencyGroups(db)).sort((a, b) => compareVietnamese(a.name, b.name));
  return { groups, places, usualPlace: usual[0]?.id ?? null };
}

/** Who belongs to a group on a day, for the place of a document. */
export async function groupMembers(app: App, id: string, asked: Asked): Promise<{ agencies: AgencySummary[] }> {
  const group = (await listAgencyGroups(app.db)).find((one) => one.id === id);
  if (!group) throw new Refusal('notFound');
  return tryGroup(app, { ...asked, rule: group.rule });
}

/** Who would belong to a group of this rule. */
export async function tryGroup(
  app: App,
  { rule, ...asked }: Asked & Pick<AgencyGroup, 'rule'>,
): Promise<{ agencies: AgencySummary[] }> {
  const context = await contextFor(app, asked);
  return { agencies: await summariesOf(app, await membersIn(app.db, { rule }, context), context.day) };
}

export const groupProfiles = async ({ db }: App): Promise<{ profiles: Profile[] }> => ({
  profiles: (await listProfiles(db)).sort((a, b) => compareVietnamese(a.name, b.name)),
});

export const groupStory = async ({ db }: App, id: string): Promise<{ actions: ActionRecord[] }> => ({
  actions: await readStory(db, { subject: { kind: 'group', id } }, { limit: 50 }),
});
