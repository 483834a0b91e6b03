import { z } from 'zod';
import { Target, Task } from '../values/finding.ts';
import { type FindingKind, MatchedBy, MentionRole } from './review.ts';
import { ReviewState } from './review-state.ts';

/** A finding as the register holds it: what was read or corrected, what its bodies mean, how far its review is. */

/** A body as a finding names it, and what that means in the register. */
export const Mention = z.object({
  role: MentionRole,
  /** With the role it says which one is meant; rising as the names stand, not without gaps. */
  position: z.int(),
  name: z.string(),
  agencyId: z.string().nullable(),
  groupId: z.string().nullable(),
  matchedBy: MatchedBy.nullable(),
  /** Of a group: the agencies that the name itself says, or that an officer chose; null: as the group's rule goes. */
  members: z.array(z.string()).nullable(),
});
export type Mention = z.infer<typeof Mention>;

/** What a name means. */
export type MentionMeaning = Pick<Mention, 'agencyId' | 'groupId' | 'matchedBy' | 'members'>;
export const meansNothing: MentionMeaning = { agencyId: null, groupId: null, matchedBy: null, members: null };

const IndicatorMatch = z.object({
  id: z.string(),
  /** Which line of it; '' is the whole. */
  line: z.string().default(''),
  matchedBy: z.string().nullable(),
  certainty: z.number().nullable(),
});
export type IndicatorMatch = z.infer<typeof IndicatorMatch>;

type Held = { version: number; review: ReviewState; position: number; mentions: Mention[] };
export type HeldTarget = Held & { kind: 'target'; record: Target; indicator: IndicatorMatch | null };
export type HeldTask = Held & { kind: 'task'; record: Task };
export type HeldFinding = HeldTarget | HeldTask;

export const rolesOf: Record<FindingKind, readonly MentionRole[]> = {
  target: ['named'],
  task: ['lead', 'coord', 'monitor'],
};

/** What another finding or an officer may still be pointed to. */
export const isLive = ({ review }: Pick<Held, 'review'>): boolean => review === 'proposed' || review === 'accepted';

export const namesIn = (mentions: readonly Mention[], role: MentionRole): string[] =>
  mentions.filter((mention) => mention.role === role).map(({ name }) => name);

/** The same finding naming other bodies, or the same ones with another meaning. */
export function withMentions<F extends HeldFinding>(finding: F, mentions: Mention[]): F {
  const names = (role: MentionRole) => namesIn(mentions, role);
  const record =
    finding.kind === 'target'
      ? { ...finding.record, agencies: names('named') }
      : { ...finding.record, lead: names('lead'), coord: names('coord'), monitor: names('monitor') };
  return { ...finding, record, mentions };
}

/** A finding's fields as recorded actions keep them; its bodies are told by `mentions` alone. */
const Shown = { review: ReviewState, mentions: z.array(Mention), position: z.int() };
const TargetSnapshot = Target.omit({ id: true, agencies: true }).extend({
  ...Shown,
  indicator: IndicatorMatch.nullable(),
});
const TaskSnapshot = Task.omit({ id: true, lead: true, coord: true, monitor: true }).extend(Shown);

export type Snapshot = Record<string, unknown>;

export function snapshotOf(finding: HeldFinding): Snapshot {
  const { review, position, mentions } = finding;
  if (finding.kind === 'target') {
    const { id: _, agencies: __, ...fields } = finding.record;
    return { review, position, ...fields, indicator: finding.indicator, mentions };
  }
  const { id: _, lead: __, coord: ___, monitor: ____, ...fields } = finding.record;
  return { review, position, ...fields, mentions };
}

/** The fields in which two states of a finding differ. */
export function differences(one: Snapshot, other: Snapshot): { before: Snapshot; after: Snapshot } {
  const names = Object.keys({ ...one, ...other }).filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );
  const only = (snapshot: Snapshot) => Object.fromEntries(names.map((name) => [name, snapshot[name]]));
  return { before: only(one), after: only(other) };
}

/** A finding with some fields as a recorded action has them. */
export function restored(finding: HeldFinding, fields: Snapshot): HeldFinding {
  if (finding.kind === 'target') {
    const { review, position, mentions, indicator, ...record } = TargetSnapshot.parse({
      ...snapshotOf(finding),
      ...fields,
    });
    return withMentions(
      { ...finding, review, position, indicator, record: { ...finding.record, ...record } },
      mentions,
    );
  }
  const { review, position, mentions, ...record } = TaskSnapshot.parse({ ...snapshotOf(finding), ...fields });
  return withMentions({ ...finding, review, position, record: { ...finding.record, ...record } }, mentions);
}
