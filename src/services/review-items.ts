import type { ActionRecord } from '../registry/action.ts';
import { officialName } from '../registry/agency.ts';
import { stepsFrom } from '../registry/document-state.ts';
import type { HeldFinding, Mention } from '../registry/held-finding.ts';
import type { Named } from '../registry/named.ts';
import type { AgencyMention, ReviewedDocument, ReviewItem } from '../registry/review.ts';
import { blockersOf, type ChosenGroups, inQueueOrder, isUnderReview, mayBeDone } from '../registry/review-rules.ts';
import { heirsOn } from '../registry/succession.ts';
import { latestActions } from '../store/actions.ts';
import { agenciesByIds } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { notesOfDocument } from '../store/documents.ts';
import type { HeldDocument } from '../store/documents-in-review.ts';
import type { Quoted } from '../store/held-findings.ts';
import { agencyNamesOn, type GroupName, groupNames, indicatorNames } from '../store/names.ts';
import { successionsFrom } from '../store/successions.ts';
import type { Note } from '../values/note.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Findings of a document as its reviewers see them. */

type Shown = {
  state: HeldDocument['state'];
  groups: Map<string, GroupName>;
  chosen: ChosenGroups;
  agencies: Map<string, string>;
  /** Today's, of agencies that are no more. */
  heirs: Map<string, Named[]>;
  indicators: Map<string, string>;
  notes: Map<string | null, Note[]>;
  latest: Map<string, ActionRecord>;
};

export const chosenGroups = (groups: Map<string, GroupName>): ChosenGroups =>
  new Set([...groups.values()].filter(({ chosenByOfficer }) => chosenByOfficer).map(({ id }) => id));

/** In queue order. */
export async function itemsOf(
  db: Db,
  document: HeldDocument,
  findings: readonly Quoted[],
  day: PlainDate,
): Promise<ReviewItem[]> {
  const mentions = findings.flatMap((finding) => finding.mentions);
  const agencyIds = mentions.flatMap(({ agencyId, members }) => [...(agencyId ? [agencyId] : []), ...(members ?? [])]);
  const indicatorIds = findings.flatMap((one) => (one.kind === 'target' && one.indicator ? [one.indicator.id] : []));
  const groups = await groupNames(db);
  const shown: Shown = {
    state: document.state,
    groups,
    chosen: chosenGroups(groups),
    agencies: await agencyNamesOn(db, [...new Set(agencyIds)], dayOf(document)),
    heirs: await heirsOf(db, [...new Set(mentions.flatMap(({ agencyId }) => agencyId ?? []))], day),
    indicators: await indicatorNames(db, [...new Set(indicatorIds)]),
    notes: Map.groupBy(await notesOfDocument(db, document.id), ({ findingId }) => findingId),
    latest: await latestActions(db, document.id),
  };
  const items = findings.map((finding) => itemOf(finding, shown));
  return inQueueOrder(items, ({ review, position, record, blockers, notes }) => ({
    review,
    position,
    start: record.span.start,
    blocked: blockers.length > 0,
    notes,
    confidence: record.confidence,
  }));
}

async function heirsOf(db: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, Named[]>> {
  const successions = await successionsFrom(db, ids);
  const touched = successions.flatMap(({ toAgencyId }) => toAgencyId ?? []);
  const agencies = new Map((await agenciesByIds(db, [...new Set([...ids, ...touched])])).map((one) => [one.id, one]));
  const named = (id: string): Named => ({ id, name: officialName(agencies.get(id)?.names ?? [], day) });
  return new Map(ids.map((id) => [id, heirsOn(id, day, successions, agencies).map(({ agencyId }) => named(agencyId))]));
}

/** Names are those of its day; the day on which nothing in the register has ended yet where it has none. */
const dayOf = ({ validFrom, issuedOn }: HeldDocument): string => validFrom ?? issuedOn ?? '9999-12-31';

function itemOf(finding: Quoted, shown: Shown): ReviewItem {
  const { record, review, version, position, quote } = finding;
  const last = shown.latest.get(`${finding.kind} ${record.id}`);
  const judged = {
    id: record.id,
    version,
    review,
    position,
    quote,
    notes: shown.notes.get(record.id) ?? [],
    mentions: finding.mentions.map((mention) => mentionOf(mention, shown)),
    blockers: blockersOf(finding, shown.chosen),
    may: mayBeDone(shown.state, finding, shown.chosen),
    last: last ? { verb: last.verb, by: last.by, at: last.at } : null,
  };
  if (finding.kind === 'task') return { ...judged, kind: 'task', record: finding.record };
  const { indicator } = finding;
  return {
    ...judged,
    kind: 'target',
    record: finding.record,
    valueQuote: finding.valueQuote,
    indicator: indicator && { ...indicator, name: shown.indicators.get(indicator.id) ?? indicator.id },
  };
}

function mentionOf(mention: Mention, { agencies, groups, heirs }: Shown): AgencyMention {
  const named = (id: string): Named => ({ id, name: agencies.get(id) ?? id });
  const { role, position, name, agencyId, groupId, matchedBy, members } = mention;
  const group = groupId === null ? undefined : groups.get(groupId);
  return {
    role,
    position,
    name,
    agency: agencyId === null ? null : named(agencyId),
    group: group ? { ...group, members: members?.map(named) ?? null } : null,
    matchedBy,
    heirs: (agencyId === null ? undefined : heirs.get(agencyId)) ?? [],
  };
}

export function reviewedDocument(
  document: HeldDocument,
  findings: readonly HeldFinding[],
  chosen: ChosenGroups,
): ReviewedDocument {
  const { id, state, version, validFrom, validUntil } = document;
  const counted = (review: HeldFinding['review']) => findings.filter((one) => one.review === review).length;
  const undecided = counted('proposed');
  const blocked = findings.filter(
    (one) => (one.review === 'proposed' || one.review === 'accepted') && blockersOf(one, chosen).length > 0,
  ).length;
  return {
    id,
    state,
    version,
    validFrom,
    validUntil,
    undecided,
    blocked,
    accepted: counted('accepted'),
    may: stepsFrom(state, { blocked, undecided }),
    mayAdd: isUnderReview(state),
  };
}
