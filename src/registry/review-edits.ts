import type { Target, Task } from '../values/finding.ts';
import { Refusal } from '../values/refusal.ts';
import type { Span } from '../values/span.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import { agencyKey } from './agency.ts';
import type { DocumentState } from './document-state.ts';
import {
  type HeldFinding,
  isLive,
  type Mention,
  type MentionMeaning,
  meansNothing,
  rolesOf,
  withMentions,
} from './held-finding.ts';
import type {
  Draft,
  FindingKind,
  Meaning,
  MentionRole,
  ReviewAction,
  ReviewVerb,
  Seen,
  TargetFields,
  TaskFields,
} from './review.ts';
import { blockersOf, type ChosenGroups, isUnderReview, mayBeDone, mayMeanOtherwise } from './review-rules.ts';

/** What an action makes of a document's findings. Nothing is changed here: the edits say what is to be stored. */

/** Without `before` it is new, without `after` it is there no more. */
export type Edit = { before: HeldFinding | null; after: HeldFinding | null };

export type UnderReview = {
  state: DocumentState;
  findings: readonly HeldFinding[];
  chosen: ChosenGroups;
  textLength: number;
  /** What a name means that no finding has borne so far. */
  meaningOf: (name: string, span: Span) => MentionMeaning;
  /** Which line of an indicator a target is of. */
  lineOf: (indicatorId: string, target: Target) => string;
  newId: (kind: FindingKind) => string;
};

type Deed = Exclude<ReviewAction, { verb: 'undo' }>;
type Of<V extends ReviewVerb> = Extract<Deed, { verb: V }>;

export function editsOf(document: UnderReview, action: Deed): Edit[] {
  const edits = editsAsAsked(document, action).filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  );
  if (document.state === 'issued') for (const { after } of edits) refuseBlocked(after, document);
  return edits;
}

/** What is in force stays something that could be issued. */
function refuseBlocked(finding: HeldFinding | null, { chosen }: UnderReview): void {
  const [blocker] = finding ? blockersOf(finding, chosen) : [];
  if (finding && blocker) throw new Refusal('findingBlocked', { finding: finding.record.id, reason: blocker });
}

function editsAsAsked(document: UnderReview, action: Deed): Edit[] {
  switch (action.verb) {
    case 'accept':
    case 'reject':
    case 'reopen':
      return judged(document, action);
    case 'correct':
      return corrected(document, action);
    case 'split':
      return split(document, action);
    case 'join':
      return joined(document, action);
    case 'add':
      return added(document, action);
    case 'setAgencies':
      return namingOthers(document, action);
    case 'resolveAgency':
      return resolved(document, action);
    case 'chooseMembers':
      return choosingMembers(document, action);
    case 'chooseIndicator':
      return measuredBy(document, action);
  }
}

/** The items that an action names with the version that was seen. */
export function seenBy(action: ReviewAction): Seen[] {
  if ('items' in action) return action.items;
  return 'item' in action ? [action.item] : [];
}

/** Names that an action brings in: what they mean is to be looked up. */
export function newNamesIn(action: ReviewAction): string[] {
  if (action.verb === 'setAgencies') return action.agencies.map(({ name }) => tidy(name));
  const changes =
    action.verb === 'correct'
      ? [action.change]
      : action.verb === 'split'
        ? action.parts
        : action.verb === 'add'
          ? [action.draft]
          : action.verb === 'join' && action.fields
            ? [action.fields]
            : [];
  return changes.flatMap((change) => Object.values(namesOf(change)).flatMap((names) => names?.map(tidy) ?? []));
}

const tidy = (name: string): string => squeeze(nfc(name));

function taken({ findings, state, chosen }: UnderReview, { kind, id }: Seen, verb: ReviewVerb): HeldFinding {
  const finding = findings.find((one) => one.kind === kind && one.record.id === id);
  if (!finding) throw new Refusal('notFound');
  const may = mayBeDone(state, finding, chosen);
  if (verb === 'accept' && may.includes('reject') && !may.includes('accept'))
    throw new Refusal('findingBlocked', { finding: id, reason: blockersOf(finding, chosen)[0] ?? '' });
  if (!may.includes(verb)) throw new Refusal('notPossibleNow', { finding: id });
  return finding;
}

const outcome = { accept: 'accepted', reject: 'rejected', reopen: 'proposed' } as const;

const judged = (document: UnderReview, { verb, items }: Of<'accept' | 'reject' | 'reopen'>): Edit[] =>
  items.map((seen) => {
    const before = taken(document, seen, verb);
    return { before, after: { ...before, review: outcome[verb] } };
  });

/** An officer who has set its fields stands for it, unless something still blocks it. */
const settled = <F extends HeldFinding>(finding: F, { chosen }: UnderReview): F => ({
  ...finding,
  review: blockersOf(finding, chosen).length === 0 ? 'accepted' : 'proposed',
});

/** What was accepted is so no more where something blocks it now. */
const keptOpen = <F extends HeldFinding>(finding: F, document: UnderReview): F =>
  finding.review === 'accepted' ? settled(finding, document) : finding;

type Change = Of<'correct'>['change'];

const namesOf = (change: Change | Draft): Partial<Record<MentionRole, string[] | undefined>> =>
  change.kind === 'target'
    ? { named: change.fields.agencies }
    : { lead: change.fields.lead, coord: change.fields.coord, monitor: change.fields.monitor };

/** Those that were named before, and where in the text the finding stands: a file may hold several documents. */
type Naming = { known: readonly Mention[]; span: Span };

/** Bodies under new names; a name that stood in the role before keeps its meaning. */
function mentionsOf(
  names: readonly string[],
  role: MentionRole,
  { known, span }: Naming,
  { meaningOf }: UnderReview,
): Mention[] {
  const rest = known.filter((mention) => mention.role === role);
  return names
    .map(tidy)
    .filter((name) => name !== '')
    .map((name, position) => {
      const at = rest.findIndex((mention) => mention.name === name);
      const [same] = at < 0 ? [] : rest.splice(at, 1);
      return same ? { ...same, position } : { role, position, name, ...meaningOf(name, span) };
    });
}

function mentionsAfter(change: Change | Draft, naming: Naming, document: UnderReview): Mention[] {
  const names = namesOf(change);
  return rolesOf[change.kind].flatMap((role) => {
    const wanted = names[role];
    return wanted
      ? mentionsOf(wanted, role, naming, document)
      : naming.known.filter((mention) => mention.role === role);
  });
}

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

function corrected(document: UnderReview, { item, change }: Of<'correct'>): Edit[] {
  const before = taken(document, item, 'correct');
  if (change.kind !== before.kind) throw new Refusal('invalidInput', { field: 'kind' });
  const changed =
    before.kind === 'target'
      ? { ...before, record: { ...before.record, ...given(change.fields as Partial<TargetFields>) } }
      : { ...before, record: { ...before.record, ...given(change.fields as Partial<TaskFields>) } };
  refuseOutside(changed, document);
  const after = withMentions(
    changed,
    mentionsAfter(change, { known: before.mentions, span: changed.record.span }, document),
  );
  return [{ before, after: settled(after, document) }];
}

/** Every place of a finding is one in its text, and what it is a part of is another target of the same document. */
function refuseOutside(finding: HeldFinding, { findings, textLength }: UnderReview): void {
  const outside = ({ start, end }: Span) => start >= end || end > textLength;
  if (outside(finding.record.span)) throw new Refusal('invalidInput', { field: 'span' });
  if (finding.kind !== 'target') return;
  const { valueSpan, parentId, id } = finding.record;
  if (valueSpan && outside(valueSpan)) throw new Refusal('invalidInput', { field: 'valueSpan' });
  const parent = findings.some((one) => one.kind === 'target' && one.record.id === parentId);
  if (parentId !== null && (!parent || parentId === id)) throw new Refusal('invalidInput', { field: 'parentId' });
}

type Place = { position: number; known: readonly Mention[]; confidence: number; source: Task['source'] };

function madeOf(draft: Draft, { position, known, confidence, source }: Place, document: UnderReview): HeldFinding {
  const held = { version: 0, review: 'proposed' as const, position, mentions: [] };
  const id = document.newId(draft.kind);
  const made: HeldFinding =
    draft.kind === 'target'
      ? { ...held, kind: 'target', record: { ...draft.fields, id, confidence }, indicator: null }
      : { ...held, kind: 'task', record: { ...draft.fields, id, confidence, source } };
  refuseOutside(made, document);
  return settled(withMentions(made, mentionsAfter(draft, { known, span: draft.fields.span }, document)), document);
}

/** Targets that were parts of what is replaced are parts of what stands in its place. */
function childrenMoved(
  { findings }: UnderReview,
  replaced: readonly HeldFinding[],
  to: HeldFinding | undefined,
): Edit[] {
  const gone = new Set(replaced.flatMap((one) => (one.kind === 'target' ? [one.record.id] : [])));
  return findings.flatMap((before) =>
    before.kind === 'target' &&
    before.record.parentId !== null &&
    gone.has(before.record.parentId) &&
    !replaced.includes(before)
      ? [{ before, after: { ...before, record: { ...before.record, parentId: to?.record.id ?? null } } }]
      : [],
  );
}

const sourceOf = (finding: HeldFinding): Task['source'] => (finding.kind === 'task' ? finding.record.source : 'prose');

const replacedBy = (before: HeldFinding): Edit => ({ before, after: { ...before, review: 'replaced' } });

function split(document: UnderReview, { item, parts }: Of<'split'>): Edit[] {
  const before = taken(document, item, 'split');
  if (parts.some(({ kind }) => kind !== before.kind)) throw new Refusal('invalidInput', { field: 'parts' });
  const place = {
    position: before.position,
    known: before.mentions,
    confidence: before.record.confidence,
    source: sourceOf(before),
  };
  const made = parts.map((part) => madeOf(part, place, document));
  return [
    replacedBy(before),
    ...made.map((after) => ({ before: null, after })),
    ...childrenMoved(document, [before], made[0]),
  ];
}

const inTextOrder = (a: HeldFinding, b: HeldFinding): number =>
  a.record.span.start - b.record.span.start || a.position - b.position;

function joined(document: UnderReview, { items, fields }: Of<'join'>): Edit[] {
  const parts = items.map((seen) => taken(document, seen, 'join')).toSorted(inTextOrder);
  const [first] = parts;
  if (!first || new Set(parts).size < items.length) throw new Refusal('invalidInput', { field: 'items' });
  const row = document.findings.filter((one) => one.kind === first.kind && isLive(one)).toSorted(inTextOrder);
  const from = row.indexOf(first);
  if (parts.some((part, at) => row[from + at] !== part)) throw new Refusal('notNeighbours');
  const draft = fields ?? together(parts);
  if (draft?.kind !== first.kind) throw new Refusal('invalidInput', { field: 'fields' });
  const known = parts.flatMap(({ mentions }) => mentions);
  const confidence = Math.min(...parts.map(({ record }) => record.confidence));
  const made = madeOf(draft, { position: first.position, known, confidence, source: sourceOf(first) }, document);
  return [...parts.map(replacedBy), { before: null, after: made }, ...childrenMoved(document, parts, made)];
}

/** From the first one's beginning to the last one's end; what the first does not say the next ones do. */
function together(parts: readonly HeldFinding[]): Draft | undefined {
  const span = (spans: Span[]): Span => ({
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  });
  const union = (lists: string[][]): string[] => [...new Set(lists.flat())];
  const targets = parts.flatMap((part) => (part.kind === 'target' ? [part.record] : []));
  const tasks = parts.flatMap((part) => (part.kind === 'task' ? [part.record] : []));
  const [target] = targets;
  if (target) {
    const { id: _, confidence: __, ...fields } = target;
    const whole = span(targets.map((one) => one.span));
    return { kind: 'target', fields: { ...fields, span: whole, agencies: union(targets.map((one) => one.agencies)) } };
  }
  const [task] = tasks;
  if (!task) return undefined;
  const { id: _, confidence: __, source: ___, ...fields } = task;
  const timed = tasks.find(({ timeRaw, time }) => timeRaw !== null || time.kind !== 'none') ?? task;
  const said = (name: 'productRaw' | 'fundingRaw' | 'noteRaw'): string | null =>
    union(tasks.map((one) => (one[name] === null ? [] : [one[name]]))).join('; ') || null;
  return {
    kind: 'task',
    fields: {
      ...fields,
      span: span(tasks.map((one) => one.span)),
      lead: union(tasks.map(({ lead }) => lead)),
      coord: union(tasks.map(({ coord }) => coord)),
      monitor: union(tasks.map(({ monitor }) => monitor)),
      timeRaw: timed.timeRaw,
      time: timed.time,
      productRaw: said('productRaw'),
      fundingRaw: said('fundingRaw'),
      noteRaw: said('noteRaw'),
    },
  };
}

function added(document: UnderReview, { draft }: Of<'add'>): Edit[] {
  if (!isUnderReview(document.state)) throw new Refusal('notPossibleNow');
  const { start } = draft.fields.span;
  const row = document.findings.filter(({ kind }) => kind === draft.kind).toSorted(inTextOrder);
  const above = row.findLast(({ record }) => record.span.start <= start);
  const position = above?.position ?? (row[0]?.position ?? 0) - 1;
  return [{ before: null, after: madeOf(draft, { position, known: [], confidence: 1, source: 'prose' }, document) }];
}

const meant = (meaning: Meaning | null): MentionMeaning =>
  meaning === null
    ? meansNothing
    : 'agencyId' in meaning
      ? { agencyId: meaning.agencyId, groupId: null, matchedBy: 'officer', members: null }
      : { agencyId: null, groupId: meaning.groupId, matchedBy: 'officer', members: null };

/** Said again, it keeps what an officer has chosen of its members. */
const means = ({ agencyId, groupId }: Mention, meaning: Meaning): boolean =>
  'agencyId' in meaning ? agencyId === meaning.agencyId : groupId === meaning.groupId;

const namingOthers = (document: UnderReview, { items, role, agencies }: Of<'setAgencies'>): Edit[] =>
  items.map((seen) => {
    const before = taken(document, seen, 'setAgencies');
    if (!rolesOf[before.kind].includes(role)) throw new Refusal('invalidInput', { field: 'role' });
    const names = agencies.map(({ name }) => name);
    const mentions = mentionsOf(names, role, { known: before.mentions, span: before.record.span }, document).map(
      (mention, at) => {
        const meaning = agencies[at]?.meaning ?? null;
        return meaning === null || means(mention, meaning) ? mention : { ...mention, ...meant(meaning) };
      },
    );
    const others = before.mentions.filter((mention) => mention.role !== role);
    const inOrder = rolesOf[before.kind].flatMap((one) => [...others, ...mentions].filter((it) => it.role === one));
    return { before, after: keptOpen(withMentions(before, inOrder), document) };
  });

function mentionAt(finding: HeldFinding, role: MentionRole, position: number): Mention {
  const mention = finding.mentions.find((one) => one.role === role && one.position === position);
  if (!mention) throw new Refusal('notFound');
  return mention;
}

const replaceMentions = (finding: HeldFinding, change: (mention: Mention) => Mention): HeldFinding =>
  withMentions(finding, finding.mentions.map(change));

function resolved(document: UnderReview, { item, role, position, meaning, everywhere }: Of<'resolveAgency'>): Edit[] {
  const asked = taken(document, item, 'resolveAgency');
  const named = mentionAt(asked, role, position);
  if (!mayMeanOtherwise(document.state, named)) throw new Refusal('notPossibleNow', { finding: item.id });
  const key = agencyKey(named.name);
  const meansIt = (mention: Mention): Mention => ({ ...mention, ...meant(meaning) });
  const isSame = (mention: Mention): boolean =>
    agencyKey(mention.name) === key && mention.matchedBy !== 'officer' && mayMeanOtherwise(document.state, mention);
  const others = everywhere ? document.findings.filter((one) => isLive(one) && one !== asked) : [];
  return [asked, ...others].map((before) => {
    const after = replaceMentions(before, (mention) =>
      mention === named || (everywhere && isSame(mention)) ? meansIt(mention) : mention,
    );
    return { before, after: keptOpen(after, document) };
  });
}

function choosingMembers(document: UnderReview, { item, role, position, agencyIds }: Of<'chooseMembers'>): Edit[] {
  const before = taken(document, item, 'chooseMembers');
  const named = mentionAt(before, role, position);
  if (named.groupId === null || !document.chosen.has(named.groupId))
    throw new Refusal('notPossibleNow', { finding: item.id });
  const members = agencyIds.length === 0 ? null : [...new Set(agencyIds)];
  const after = replaceMentions(before, (mention) => (mention === named ? { ...mention, members } : mention));
  return [{ before, after: keptOpen(after, document) }];
}

const measuredBy = (document: UnderReview, { items, indicatorId }: Of<'chooseIndicator'>): Edit[] =>
  items.map((seen) => {
    const before = taken(document, seen, 'chooseIndicator');
    if (before.kind !== 'target') throw new Refusal('notPossibleNow', { finding: seen.id });
    const line = indicatorId === null ? '' : document.lineOf(indicatorId, before.record);
    const indicator = indicatorId === null ? null : { id: indicatorId, line, matchedBy: 'officer', certainty: 1 };
    return { before, after: { ...before, indicator } };
  });
