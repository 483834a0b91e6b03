import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import {
  type SavedSearch,
  type SearchAnswer,
  type SearchChoice,
  type SearchChosen,
  type SearchHit,
  searchKinds,
} from '../registry/search.ts';
import { type Found, type Ranked, ranked } from '../registry/search-ranking.ts';
import { documentsOfFound, dutiesOfFound, type FoundIn, wordsOfFound } from '../store/found-words.ts';
import { agencyNamesOn } from '../store/names.ts';
import { namesLike } from '../store/near-names.ts';
import * as saved from '../store/saved-searches.ts';
import { findSaying } from '../store/search.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { plainSearch, type SearchTerms, searchPatterns, searchTerms } from '../values/search-terms.ts';
import { snippetOf } from '../values/snippet.ts';
import { fold } from '../values/vietnamese.ts';
import { type App, inOneReading } from './app.ts';
import { today } from './clock.ts';
import { workDay } from './work-day.ts';

type Here = Pick<App, 'db' | 'clock'>;

export type Search = SearchChosen & { q: string; asOf?: PlainDate | undefined; offset: number; limit: number };

/** So many of each shelf are looked at; with something chosen more of what is left. */
const lookedAt = 60;
const lookedAtChosen = 300;
/** With so little found a name may have been mistyped. */
const fewHits = 3;

const nothing: SearchAnswer = {
  total: 0,
  more: false,
  hits: [],
  facets: { kind: [], year: [], agency: [], standing: [] },
  meant: [],
};

/** Everything that the person may see and that says what was typed: best first, page by page, with what it can be narrowed by. */
export async function search(app: Here, asked: Search): Promise<SearchAnswer> {
  const terms = searchTerms(asked.q);
  if (!terms) return nothing;
  return inOneReading(app, async (here) => {
    const day = asked.asOf ?? today(app.clock);
    const all = await findAll(here, terms, asked, undefined);
    const chosen = isNarrowed(asked) ? await findAll(here, terms, asked, asked) : all;
    const shown = ranked(chosen.found.filter(meets(asked)), terms, day);
    return {
      total: shown.length,
      more: chosen.more,
      hits: await hitsOf(here, shown.slice(asked.offset, asked.offset + asked.limit), terms, day),
      facets: await facetsOf(here, ranked(all.found, terms, day), day),
      meant: shown.length < fewHits && asked.offset === 0 ? await meantBy(here, terms) : [],
    };
  });
}

const isNarrowed = ({ kind, year, agency, standing }: SearchChosen): boolean =>
  [kind, year, agency, standing].some((of) => of.length > 0);

const findAll = ({ db }: Here, terms: SearchTerms, { asOf }: Search, chosen: SearchChosen | undefined) =>
  findSaying(db, {
    ...searchPatterns(terms),
    kinds: chosen && chosen.kind.length > 0 ? chosen.kind : searchKinds,
    years: chosen?.year ?? [],
    agencies: chosen?.agency ?? [],
    asOf,
    most: chosen ? lookedAtChosen : lookedAt,
  });

/** What the database was asked only roughly. */
const meets =
  ({ year, standing }: SearchChosen) =>
  (found: Found): boolean =>
    (year.length === 0 || year.includes(yearOf(found) ?? 0)) &&
    (standing.length === 0 || standing.includes(found.standing));

/** An agency has none but that of its end. */
const yearOf = ({ day, kind }: Found): number | undefined =>
  day === null || kind === 'agency' ? undefined : Number(day.slice(0, 4));

async function hitsOf(app: Here, shown: readonly Ranked[], terms: SearchTerms, day: PlainDate): Promise<SearchHit[]> {
  const { db } = app;
  const words = await wordsOfFound(db, shown);
  const documents = await documentsOfFound(db, shown);
  const duties = await dutiesOfFound(db, shown, words, documents, await workDay(app));
  const agencies = await agencyNamesOn(db, [...new Set(words.flatMap(({ agencyId }) => agencyId ?? []))], day);
  return words.flatMap(({ at, title, text, agencyId, roundId }) => {
    const found = shown[at];
    if (!found) return [];
    const { pieces, span } = snippetOf(text, terms);
    const start = found.kind === 'passage' && found.span ? found.span.start : null;
    const agency = agencyId === null ? null : { id: agencyId, name: agencies.get(agencyId) ?? agencyId };
    return {
      ...{ kind: found.kind, id: found.id, standing: found.standing, day: found.day, others: found.others },
      title: found.kind === 'agency' ? found.name : title,
      pieces,
      span: start === null ? found.span : { start: start + span.start, end: start + span.end },
      document: documentOf(found, documents),
      ...{ agency, duty: duties.get(at) ?? null, roundId },
    };
  });
}

function documentOf({ documentId }: Ranked, documents: ReadonlyMap<string, FoundIn>): SearchHit['document'] {
  const found = documentId === null ? undefined : documents.get(documentId);
  if (!found) return null;
  const { id, kind, number, title } = found;
  return { id, kind, number, title };
}

const mostChoices = 12;

async function facetsOf({ db }: Here, found: readonly Ranked[], day: PlainDate): Promise<SearchAnswer['facets']> {
  const agencies = counted(found.flatMap(({ agencyIds }) => agencyIds));
  const names = await agencyNamesOn(
    db,
    agencies.map(({ value }) => value),
    day,
  );
  return {
    kind: counted(found.map(({ kind }) => kind)),
    year: counted(found.flatMap((one) => yearOf(one) ?? [])).toSorted((a, b) => Number(b.value) - Number(a.value)),
    agency: agencies.map((choice) => ({ ...choice, label: names.get(choice.value) ?? choice.value })),
    standing: counted(found.map(({ standing }) => standing)),
  };
}

/** The most frequent first. */
function counted(values: readonly (string | number)[]): SearchChoice[] {
  const counts = [...Map.groupBy(values, String)].map(([value, of]) => ({ value, label: value, count: of.length }));
  return counts.toSorted((a, b) => b.count - a.count).slice(0, mostChoices);
}

const mostMeant = 4;

async function meantBy({ db }: Here, terms: SearchTerms): Promise<string[]> {
  const typed = plainSearch(terms);
  const names = await namesLike(db, typed, mostMeant * 2);
  return names.filter((name) => fold(name) !== typed).slice(0, mostMeant);
}

export const listSavedSearches = ({ db }: Here, user: User): Promise<SavedSearch[]> =>
  saved.listSavedSearches(db, user.id);

export async function saveSearch({ db }: Here, user: User, search: Omit<SavedSearch, 'id'>): Promise<SavedSearch[]> {
  return db.transaction().execute(async (trx) => {
    await saved.putSavedSearch(trx, user.id, { ...search, id: randomUUID() });
    return saved.listSavedSearches(trx, user.id);
  });
}

export async function forgetSearch({ db }: Here, user: User, id: string): Promise<SavedSearch[]> {
  return db.transaction().execute(async (trx) => {
    if (!(await saved.deleteSavedSearch(trx, user.id, id))) throw new Refusal('notFound');
    return saved.listSavedSearches(trx, user.id);
  });
}
