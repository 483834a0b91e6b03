import type { ListCatalogue, Looked } from '../registry/figure-rows.ts';
import type { Indicator } from '../registry/indicator.ts';
import { type AgencyMatcher, agencyMatcher } from '../registry/match-agency.ts';
import { lineWithin } from '../registry/match-indicator.ts';
import type { Person } from '../registry/may.ts';
import { chainOf, placeNames } from '../registry/place-names.ts';
import { inForce } from '../registry/validity.ts';
import { agenciesByIds, agenciesIn } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import type { Db } from '../store/database.ts';
import { knownLines } from '../store/imported-figures.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPlaces } from '../store/places.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { fold, squeeze } from '../values/vietnamese.ts';

/** What the words of a list mean to this person: bodies of the own province as of each period, indicators by any of their names. */
export async function listCatalogue(db: Db, person: Person, day: PlainDate): Promise<ListCatalogue> {
  const indicators = await listIndicators(db);
  const lines = await knownLines(db);
  return {
    today: day,
    agency: await agencyFinder(db, person, day),
    indicator: indicatorFinder(indicators),
    line: (indicator, words) => (lines.get(indicator.id)?.has(words) ? words : lineIn(indicator, words)),
  };
}

const lineIn = (indicator: Indicator, words: string): string =>
  lineWithin(indicator, {
    ...{ name: indicator.name, variant: words, op: '=', value: null, unit: indicator.unit },
    ...{ change: 'level', base: null, year: null },
  });

async function agencyFinder(db: Db, { posts }: Person, day: PlainDate): Promise<ListCatalogue['agency']> {
  const own = await agenciesByIds(
    db,
    posts.map(({ agencyId }) => agencyId),
  );
  const places = await listPlaces(db);
  const placeId = own.find((agency) => agency.placeId !== null)?.placeId;
  const place = places.find(({ id }) => id === placeId) ?? null;
  const province = chainOf(place, placeNames(places, day)).at(-1);
  const agencies = await agenciesIn(db, province ? [province.id] : []);
  const catalogue = { places, agencies, groups: await listAgencyGroups(db) };
  const byCode = new Map(
    agencies.flatMap(({ id, exchangeCode }) => [
      [id, id] as const,
      ...(exchangeCode ? [[exchangeCode, id] as const] : []),
    ]),
  );
  const matchers = new Map<PlainDate, AgencyMatcher>();
  const matcherAt = (on: PlainDate): AgencyMatcher => {
    const known = matchers.get(on) ?? agencyMatcher(catalogue, { day: on, place });
    matchers.set(on, known);
    return known;
  };
  return (name, { from, to }) => {
    const id = byCode.get(name);
    if (id !== undefined) return { found: id };
    // As of the period; one that ended within it reported for its first days.
    const last = to < day ? to : day;
    const first = [from, last].sort()[0] ?? last;
    const found = [last, first].map((on) => soleAgency(matcherAt(on)(name))).find((one) => one !== undefined);
    return found ?? nowNamed(matcherAt(day)(name), last) ?? { code: 'agencyUnknown' };
  };
}

/** A body that stood then already is found by the name that it has today, too: people write months of before with it. */
function nowNamed(match: ReturnType<AgencyMatcher>, on: PlainDate): Looked<string> | undefined {
  return match?.agency && inForce(match.agency, on) ? soleAgency(match) : undefined;
}

/** A name that is nearly somebody's is not taken for it: what it would store is official. */
function soleAgency(match: ReturnType<AgencyMatcher>): Looked<string> | undefined {
  if (!match?.agency) return undefined;
  if (match.matchedBy !== 'near') return { found: match.agency.id };
  return { code: 'agencyUnsure', detail: { name: match.agency.names[0]?.name ?? '' } };
}

const nameKey = (text: string): string => squeeze(fold(text).replace(/[^a-z0-9%]+/g, ' '));

function indicatorFinder(indicators: readonly Indicator[]): ListCatalogue['indicator'] {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const byKey = new Map<string, Set<Indicator>>();
  for (const one of indicators)
    for (const name of [one.name, ...one.synonyms, ...(one.statisticalCode ? [one.statisticalCode] : [])])
      byKey.set(nameKey(name), (byKey.get(nameKey(name)) ?? new Set()).add(one));
  return (words) => {
    const named = byKey.get(nameKey(words)) ?? new Set();
    const official = [...named].filter(({ name }) => nameKey(name) === nameKey(words));
    const found = byId.get(words) ?? (official.length === 1 ? official[0] : [...named][0]);
    if (!found) return { code: 'indicatorUnknown' };
    if (named.size > 1 && official.length !== 1 && !byId.has(words))
      return { code: 'indicatorAmbiguous', detail: { names: [...named].map(({ id }) => id).join(', ') } };
    return found.measure === 'condition' ? { code: 'indicatorWithoutNumber' } : { found };
  };
}
