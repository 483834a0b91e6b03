import type { Catalogue } from '../registry/agency-index.ts';
import type { Intake, NamedAgency } from '../registry/intake.ts';
import { type AgencyMatcher, agencyMatcher, type MatchContext } from '../registry/match-agency.ts';
import type { Place } from '../registry/place.ts';
import { chainOf, documentDay, documentPlace, placeNames, provincesIn } from '../registry/place-names.ts';
import { agenciesIn } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import type { Db } from '../store/database.ts';
import { listPlaces } from '../store/places.ts';
import type { DocumentHeader, OwnHeader } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Span } from '../values/span.ts';

/** Whom each name of a document means: looked for in the register of the document's own day and place. */
export async function matchAgencies(db: Db, intake: Intake, receivedOn: PlainDate): Promise<Intake> {
  const entries = [...intake.targets.map(({ agencies }) => agencies), ...intake.tasks.map(({ agencies }) => agencies)];
  const names = new Set(entries.flat().map(({ name }) => name));
  if (names.size === 0) return intake;
  const matcherAt = await matchersOf(db, intake.header, names, receivedOn);
  const matched = (span: Span, agencies: NamedAgency[]): NamedAgency[] => {
    const find = matcherAt(span);
    return agencies.map((named) => ({ ...named, match: find(named.name) ?? null }));
  };
  return {
    ...intake,
    targets: intake.targets.map((one) => ({ ...one, agencies: matched(one.target.span, one.agencies) })),
    tasks: intake.tasks.map((one) => ({ ...one, agencies: matched(one.task.span, one.agencies) })),
  };
}

/** The matcher of a place in the text: of the document there, where the file holds several. */
export async function matchersOf(
  db: Db,
  header: DocumentHeader,
  names: Iterable<string>,
  receivedOn: PlainDate,
): Promise<(span: Span) => AgencyMatcher> {
  const places = await listPlaces(db);
  const contextOf = (own: OwnHeader): MatchContext => {
    const day = documentDay(own, receivedOn);
    return { day, place: documentPlace(own, placeNames(places, day)) };
  };
  const first = contextOf(header);
  const further = header.further.map((own) => ({ span: own.span, context: contextOf(own) }));
  const contexts = [first, ...further.map(({ context }) => context)];
  const catalogue = await readCatalogue(db, places, contexts, names);
  const matcher = agencyMatcher(catalogue, first);
  const others = further.map(({ span, context }) => ({ span, matcher: agencyMatcher(catalogue, context) }));
  return ({ start }) => others.find(({ span }) => span.start <= start && start < span.end)?.matcher ?? matcher;
}

/** All that these documents may mean: the nation, the provinces that they are of, and those that they name. */
async function readCatalogue(
  db: Db,
  places: Place[],
  contexts: readonly MatchContext[],
  names: Iterable<string>,
): Promise<Catalogue> {
  const wanted = new Set<string>();
  for (const { day, place } of contexts) {
    const known = placeNames(places, day);
    for (const province of provincesIn(names, known)) wanted.add(province.id);
    const top = chainOf(place, known).at(-1);
    if (top) wanted.add(top.id);
  }
  return { places, groups: await listAgencyGroups(db), agencies: await agenciesIn(db, [...wanted]) };
}
