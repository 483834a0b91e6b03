import type { ActionRecord } from '../registry/action.ts';
import type { Agency } from '../registry/agency.ts';
import { officialName } from '../registry/agency.ts';
import type { AgencyGroup } from '../registry/agency-group.ts';
import type { AgencyEvent, AgencyQuery, AgencySummary, AgencyWork } from '../registry/agency-summary.ts';
import type { FilterChoice, PageOf } from '../registry/listing.ts';
import { placeName } from '../registry/place.ts';
import { chainOf, placeNames } from '../registry/place-names.ts';
import { heirsOn } from '../registry/succession.ts';
import { readStory } from '../store/actions.ts';
import { agenciesByIds, findAgency } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import * as store from '../store/agency-search.ts';
import { countAgencyWork, listAgencyWork, type WorkCount } from '../store/agency-work.ts';
import { findDocument } from '../store/documents.ts';
import { listPlaces } from '../store/places.ts';
import { successionsFrom, successionsOf } from '../store/successions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { searchQuery, searchText } from '../values/search-text.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { contextOf } from './group-members.ts';

type Here = Pick<App, 'db' | 'clock'>;

export type Asked = { asOf?: PlainDate | undefined; document?: string | undefined; place?: string | undefined };

/** Agencies and groups by what is typed of their names; with a document, those of its own place stand first. */
export async function searchAgencies(
  app: App,
  { q, limit, ...asked }: Asked & { q: string; limit: number },
): Promise<{ agencies: AgencySummary[]; groups: AgencyGroup[] }> {
  const { day, place, names } = await contextFor(app, asked);
  const { db } = app;
  const nearPlaces = chainOf(place, names).map(({ id }) => id);
  const ids = await store.searchAgencies(db, { typed: q, day, nearPlaces, limit });
  const query = searchQuery(q);
  const groups = (await listAgencyGroups(db)).filter(({ name }) => {
    const words = query && searchText([name])[query.form];
    return words !== undefined && query?.terms.every((term) => words.includes(` ${term}`));
  });
  return { agencies: await summaries(app, ids, day), groups: groups.slice(0, limit) };
}

export async function contextFor({ db, clock }: Here, { asOf, document, place: placeId }: Asked) {
  const found = document === undefined ? undefined : await findDocument(db, document);
  if (document !== undefined && !found) throw new Refusal('notFound');
  const day = asOf ?? today(clock);
  if (found) return contextOf(db, found.header, day);
  const names = placeNames(await listPlaces(db), day);
  return { day, names, place: placeId === undefined ? null : (names.byId.get(placeId) ?? null) };
}

/** In the order of the ids. */
async function summaries(app: Here, ids: readonly string[], day: PlainDate): Promise<AgencySummary[]> {
  const byId = new Map((await agenciesByIds(app.db, ids)).map((agency) => [agency.id, agency]));
  return summariesOf(
    app,
    ids.flatMap((id) => byId.get(id) ?? []),
    day,
  );
}

export async function summariesOf(app: Here, agencies: readonly Agency[], day: PlainDate): Promise<AgencySummary[]> {
  const heirsOf = await heirsToday(app, agencies);
  const names = placeNames(await listPlaces(app.db), day);
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

async function heirsToday(
  { db, clock }: Here,
  agencies: readonly Agency[],
): Promise<(id: string) => AgencySummary['heirs']> {
  const day = today(clock);
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

type ListQuery = AgencyQuery & { asOf?: PlainDate | undefined };

export async function listAgencies(
  app: App,
  { asOf, ...query }: ListQuery,
  page: PageOf,
): Promise<{ total: number; rows: AgencySummary[] }> {
  const day = asOf ?? today(app.clock);
  const { total, ids } = await store.listAgencies(app.db, query, day, page);
  return { total, rows: await summaries(app, ids, day) };
}

export const countAgencyChoices = (
  { db, clock }: App,
  { asOf, ...query }: ListQuery,
): Promise<Record<'tier' | 'kind' | 'place', FilterChoice[]>> =>
  store.countAgencyChoices(db, query, asOf ?? today(clock));

export type AgencyPage = {
  agency: Agency;
  summary: AgencySummary;
  parent: { id: string; name: string } | null;
  cameFrom: AgencyEvent[];
  wentTo: AgencyEvent[];
  work: WorkCount[];
  story: ActionRecord[];
};

/** An agency with its history, and how much work it has on a day. */
export async function getAgency(app: App, id: string, asOf: PlainDate | undefined): Promise<AgencyPage> {
  const { db } = app;
  const day = asOf ?? today(app.clock);
  const agency = await findAgency(db, id);
  const [summary] = await summaries(app, [id], day);
  if (!agency || !summary) throw new Refusal('notFound');
  const successions = await successionsOf(db, id);
  const others = successions.flatMap(({ fromAgencyId, toAgencyId }) => [fromAgencyId, toAgencyId]);
  const ids = [...new Set([...others, agency.parentId].filter((one) => one !== null && one !== id))] as string[];
  const known = new Map((await summaries(app, ids, day)).map((one) => [one.id, one]));
  const events = (own: 'fromAgencyId' | 'toAgencyId', other: 'fromAgencyId' | 'toAgencyId'): AgencyEvent[] =>
    successions
      .filter((one) => one[own] === id)
      .map((one) => {
        const body = known.get(one[other] ?? '');
        return { ...one, other: body ? { id: body.id, name: body.name, placeName: body.placeName } : null };
      });
  const parent = known.get(agency.parentId ?? '');
  return {
    agency,
    summary,
    parent: parent ? { id: parent.id, name: parent.name } : null,
    cameFrom: events('toAgencyId', 'fromAgencyId'),
    wentTo: events('fromAgencyId', 'toAgencyId'),
    work: await countAgencyWork(db, id, day),
    story: await readStory(db, { subject: { kind: 'agency', id } }, { limit: 50 }),
  };
}

export const agencyWork = (
  { db, clock }: App,
  agencyId: string,
  { asOf, role }: { asOf?: PlainDate | undefined; role?: string | undefined },
  page: PageOf,
): Promise<{ total: number; rows: AgencyWork[] }> =>
  listAgencyWork(db, { agencyId, day: asOf ?? today(clock), role }, page);
