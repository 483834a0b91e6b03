import type { Agency } from '../registry/agency.ts';
import { officialName } from '../registry/agency.ts';
import type { AgencyGroup } from '../registry/agency-group.ts';
import type { AgencySummary } from '../registry/agency-summary.ts';
import { placeName } from '../registry/place.ts';
import { chainOf, placeNames } from '../registry/place-names.ts';
import { heirsOn } from '../registry/succession.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import * as store from '../store/agency-search.ts';
import type { Db } from '../store/database.ts';
import { findDocument } from '../store/documents.ts';
import { listPlaces } from '../store/places.ts';
import { successionsFrom } from '../store/successions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { searchQuery, searchText } from '../values/search-text.ts';
import type { App } from './app.ts';
import { contextOf, membersIn } from './group-members.ts';
import { today } from './today.ts';

type Asked = { asOf?: PlainDate | undefined; document?: string | undefined };

/** Agencies and groups by what is typed of their names; with a document, those of its own place stand first. */
export async function searchAgencies(
  { db }: App,
  { q, limit, ...asked }: Asked & { q: string; limit: number },
): Promise<{ agencies: AgencySummary[]; groups: AgencyGroup[] }> {
  const { day, place, names } = await contextFor(db, asked);
  const nearPlaces = chainOf(place, names).map(({ id }) => id);
  const ids = await store.searchAgencies(db, { typed: q, day, nearPlaces, limit });
  const query = searchQuery(q);
  const groups = (await listAgencyGroups(db)).filter(({ name }) => {
    const words = query && searchText([name])[query.form];
    return words !== undefined && query?.terms.every((term) => words.includes(` ${term}`));
  });
  return { agencies: await summaries(db, ids, day), groups: groups.slice(0, limit) };
}

/** Who belongs to a group on a day, for the place of a document. */
export async function groupMembers({ db }: App, id: string, asked: Asked): Promise<{ agencies: AgencySummary[] }> {
  const group = (await listAgencyGroups(db)).find((one) => one.id === id);
  if (!group) throw new Refusal('notFound');
  const context = await contextFor(db, asked);
  const members = await membersIn(db, group, context);
  return { agencies: await summariesOf(db, members, context.day) };
}

async function contextFor(db: Db, { asOf, document }: Asked) {
  const found = document === undefined ? undefined : await findDocument(db, document);
  if (document !== undefined && !found) throw new Refusal('notFound');
  const day = asOf ?? today();
  if (found) return contextOf(db, found.header, day);
  return { day, names: placeNames(await listPlaces(db), day), place: null };
}

/** In the order of the ids. */
async function summaries(db: Db, ids: readonly string[], day: PlainDate): Promise<AgencySummary[]> {
  const byId = new Map((await agenciesByIds(db, ids)).map((agency) => [agency.id, agency]));
  return summariesOf(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
    day,
  );
}

async function summariesOf(db: Db, agencies: readonly Agency[], day: PlainDate): Promise<AgencySummary[]> {
  const heirsOf = await heirsToday(db, agencies);
  const names = placeNames(await listPlaces(db), day);
  return agencies.map((agency) => ({
    id: agency.id,
    name: officialName(agency.names, day),
    kind: agency.kind,
    tier: agency.tier,
    placeName:
      chainOf(names.byId.get(agency.placeId ?? '') ?? null, names)
        .map(placeName)
        .join(', ') || null,
    validFrom: agency.validFrom,
    validUntil: agency.validUntil,
    heirs: heirsOf(agency.id),
  }));
}

async function heirsToday(db: Db, agencies: readonly Agency[]): Promise<(id: string) => AgencySummary['heirs']> {
  const day = today();
  const ended = agencies.filter(({ validUntil }) => validUntil !== null && validUntil <= day).map(({ id }) => id);
  if (ended.length === 0) return () => [];
  const successions = await successionsFrom(db, ended);
  const ids = new Set(successions.flatMap(({ toAgencyId }) => toAgencyId ?? []));
  const known = new Map([...agencies, ...(await agenciesByIds(db, [...ids]))].map((agency) => [agency.id, agency]));
  return (id) =>
    heirsOn(id, day, successions, known).map(({ agencyId, fields }) => ({
      id: agencyId,
      name: officialName(known.get(agencyId)?.names ?? [], day),
      fields,
    }));
}
