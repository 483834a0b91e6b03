import { citationAt } from '../reading/header/citation.ts';
import { type AgencyKind, agencyKey } from '../registry/agency.ts';
import type { Place } from '../registry/place.ts';
import { chainOf, documentPlace, type PlaceNames, placeNames } from '../registry/place-names.ts';
import type { DocumentSummary } from '../registry/plan-document.ts';
import type { PlanYears, ProposedBasis } from '../registry/plan-draft.ts';
import { agenciesAt, agenciesByIds } from '../store/agencies.ts';
import { listDocuments } from '../store/documents.ts';
import { agencyNamesOn } from '../store/names.ts';
import { listPlaces } from '../store/places.ts';
import { issuerKindOf } from '../values/form-choice.ts';
import { longDay } from '../values/official-words.ts';
import { lowerFirst, squeeze, upperFirst } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

/** Where a plan is made, and what of the documents about it can be its basis. */
type Ground = {
  names: PlaceNames;
  /** The issuer's place, and those above it. */
  chain: readonly Place[];
  /** Bodies of the nation by all their names, with their rank. */
  nation: ReadonlyMap<string, number>;
  issuedByParty: boolean;
};

const nationKinds: readonly AgencyKind[] = ['assembly', 'government', 'ministry', 'party'];

/** Bodies of a place that plans rest on, in the order in which they are cited. */
const placeBodies: readonly RegExp[] = [
  /^(?:(?:ban thường vụ|ban chấp hành) )?(?:(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng bộ)(?!\p{L})/u,
  /^(?:thường trực )?hđnd(?!\p{L})/u,
  /^(?:chủ tịch )?ubnd(?!\p{L})/u,
];

/**
 * Documents in force that a plan of an agency rests on: those of the levels above it, and those of its own place's Party committee,
 * Council and Committee, for the same years. Laws are set for no years and count always.
 */
export const proposePlanBases = (
  app: App,
  { issuerId, ...years }: PlanYears & { issuerId: string },
): Promise<{ bases: ProposedBasis[] }> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = today(clock);
    const [issuer] = await agenciesByIds(db, [issuerId]);
    if (!issuer) return { bases: [] };
    const names = placeNames(await listPlaces(db), day);
    const bodies = await agenciesAt(db, { placeIds: [], nation: true, kinds: nationKinds, profiles: [] });
    const ground: Ground = {
      names,
      chain: chainOf(names.byId.get(issuer.placeId ?? '') ?? null, names),
      nation: new Map(
        bodies.flatMap(({ kind, names: own }) =>
          own.map(({ name }) => [agencyKey(name), nationKinds.indexOf(kind)] as const),
        ),
      ),
      issuedByParty: issuerKindOf((await agencyNamesOn(db, [issuerId], day)).get(issuerId) ?? '') === 'party',
    };
    return { bases: proposedOf(await listDocuments(db, day), years, ground) };
  });

function proposedOf(documents: readonly DocumentSummary[], years: PlanYears, ground: Ground): ProposedBasis[] {
  const found = documents.flatMap((document) => {
    const rank = rankOf(document, ground);
    const words = basisWords(document);
    // What is secret is not named in a document that goes out.
    if (rank === undefined || words === undefined || document.secrecy !== null) return [];
    return isForYears(document, years, rank)
      ? [{ id: document.id, words, rank, issuedOn: document.issuedOn ?? '' }]
      : [];
  });
  return found
    .toSorted((a, b) => a.rank - b.rank || a.issuedOn.localeCompare(b.issuedOn))
    .map(({ id, words }) => ({ id, words }));
}

/** The nation's ranks are below ten. */
const placeRank = 10;

const isForYears = ({ period }: DocumentSummary, { from, to }: PlanYears, rank: number): boolean =>
  period === null ? rank < placeRank : period.from <= to && period.to >= from;

/** The higher, the lower; undefined where it is none of those that a plan rests on. */
function rankOf({ issuer }: DocumentSummary, { names, chain, nation, issuedByParty }: Ground): number | undefined {
  if (issuer === null) return undefined;
  const key = agencyKey(issuer);
  const national = nation.get(key);
  // The Party's documents do not rest on those of the state.
  if (national !== undefined) return issuedByParty && nationKinds[national] !== 'party' ? undefined : national;
  const body = placeBodies.findIndex((pattern) => pattern.test(key));
  const place = documentPlace({ issuer, place: null }, names);
  const level = chain.findIndex(({ id }) => id === place?.id);
  if (body < 0 || level < 0 || (issuedByParty && body > 0)) return undefined;
  return placeRank * (1 + chain.length - level) + body;
}

/**
 * "Căn cứ Nghị quyết số 52/NQ-HĐND ngày 09 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh Bình Châu về …"; laws without number and issuer
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6). Undefined where what it wants was not read.
 */
export function basisWords({
  number,
  kind,
  issuer,
  issuedOn,
  title,
}: Pick<DocumentSummary, 'number' | 'kind' | 'issuer' | 'issuedOn' | 'title'>): string | undefined {
  if (number === null || issuedOn === null || issuer === null || title === null) return undefined;
  const about = squeeze(title);
  if (/\/(?:UBTV)?QH\d+$/u.test(number) && kind !== 'nghi_quyet')
    return `Căn cứ ${/^(?:bộ luật|luật|pháp lệnh)\s/iu.test(about) ? about : `Luật ${upperFirst(about)}`} ${longDay(issuedOn)}`;
  const kindWord = citationAt(number, 0, number.length).kind ?? (kind === 'nghi_quyet' ? 'Nghị quyết' : null);
  if (kindWord === null) return undefined;
  return `Căn cứ ${kindWord} số ${number} ${longDay(issuedOn)} của ${issuer} ${subjectWords(about)}`;
}

/** What a title begins with where it says what is done. */
const deed =
  /^(?:về|v\/v|ban hành|giao|phê duyệt|quy định|thông qua|sửa đổi|bổ sung|bãi bỏ|thay thế|điều chỉnh|hướng dẫn|triển khai|thực hiện|công bố|thành lập|phân công|phân bổ|tổ chức|quyết định)(?!\p{L})/iu;

const subjectWords = (about: string): string =>
  deed.test(about) ? lowerFirst(about).replace(/^v\/v/iu, 'về') : `về ${lowerFirst(about)}`;
