import type { Agency } from '../registry/agency.ts';
import type { AgencyGroup } from '../registry/agency-group.ts';
import { type MembersContext, membersOf, placesOfPart } from '../registry/group-members.ts';
import type { HeldFinding } from '../registry/held-finding.ts';
import { documentDay, documentPlace, placeNames } from '../registry/place-names.ts';
import { agenciesAt } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import type { Db } from '../store/database.ts';
import type { HeldDocument } from '../store/documents-in-review.ts';
import { listPlaces } from '../store/places.ts';
import type { DocumentHeader } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The members of every group that these findings name, for this document's place on a day; none where an officer chooses. */
export async function groupMembers(
  trx: Db,
  { header }: Pick<HeldDocument, 'header'>,
  findings: readonly HeldFinding[],
  day: PlainDate,
): Promise<(groupId: string) => readonly string[]> {
  const named = new Set(findings.flatMap(({ mentions }) => mentions.flatMap(({ groupId }) => groupId ?? [])));
  const groups =
    named.size === 0 ? [] : (await listAgencyGroups(trx)).filter((one) => !one.chosenByOfficer && named.has(one.id));
  if (groups.length === 0) return () => [];
  const context = await contextOf(trx, header, day);
  const members = new Map<string, readonly string[]>();
  for (const group of groups)
    members.set(
      group.id,
      (await membersIn(trx, group, context)).map(({ id }) => id),
    );
  return (groupId) => members.get(groupId) ?? [];
}

/** The place that a document's "các sở" are of, with the register of another day, too. */
export async function contextOf(db: Db, header: DocumentHeader, day: PlainDate): Promise<MembersContext> {
  const places = await listPlaces(db);
  const place = documentPlace(header, placeNames(places, documentDay(header, day)));
  return { day, names: placeNames(places, day), place };
}

export async function membersIn(db: Db, group: Pick<AgencyGroup, 'rule'>, context: MembersContext): Promise<Agency[]> {
  const places = group.rule.flatMap((part) => placesOfPart(part, context.place, context.names));
  const agencies = await agenciesAt(db, {
    placeIds: places.filter((id) => id !== null),
    nation: places.includes(null),
    kinds: group.rule.flatMap(({ kinds }) => kinds),
    profiles: group.rule.flatMap(({ profiles }) => profiles),
  });
  return membersOf(group, agencies, context);
}
