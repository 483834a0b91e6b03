import { randomUUID } from 'node:crypto';
import type { ActionRecord } from '../registry/action.ts';
import { type HeldFinding, meansNothing, restored } from '../registry/held-finding.ts';
import type { Indicator } from '../registry/indicator.ts';
import { givenBy } from '../registry/issuing.ts';
import { lineWithin } from '../registry/match-indicator.ts';
import type { User } from '../registry/may.ts';
import type { FindingKind, ReviewAction, ReviewedDocument, ReviewItem } from '../registry/review.ts';
import { type Edit, editsOf, newNamesIn, seenBy, type UnderReview } from '../registry/review-edits.ts';
import { isRectifying } from '../registry/review-rules.ts';
import { findOvertaking, lastOperation, latestActions } from '../store/actions.ts';
import { hasMovedWork, replaceAssignments } from '../store/assignments.ts';
import type { Db } from '../store/database.ts';
import { findHeldDocument, getCanonicalText, setDocumentState } from '../store/documents-in-review.ts';
import { lastFindingNumber, type Quoted, readHeldFindings } from '../store/held-findings.ts';
import { findIndicator } from '../store/indicators.ts';
import { groupNames, unknownIds } from '../store/names.ts';
import type { Target } from '../values/finding.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { type Changing, changeFindings, type NewEdit, recordStep } from './change-findings.ts';
import { giveDutiesAnew } from './give-duties.ts';
import { groupMembers } from './group-members.ts';
import { matchersOf } from './match-agencies.ts';
import { withIndicators } from './match-edited.ts';
import { type Undoable, undoableOf } from './review.ts';
import { chosenGroups, itemsOf, reviewedDocument } from './review-items.ts';

export type Acted = {
  operation: string;
  document: ReviewedDocument;
  undo: Undoable | null;
  changed: ReviewItem[];
  removed: { kind: FindingKind; id: string }[];
};

type Work = Changing & { findings: Quoted[] };

/** One action of an officer: every finding it touches is changed and recorded, or none is. */
export function actInReview(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  user: User,
  documentId: string,
  action: ReviewAction,
): Promise<Acted> {
  return db.transaction().execute(async (trx) => {
    const document = await findHeldDocument(trx, documentId, { forChange: true });
    if (!document) throw new Refusal('notFound');
    const work: Work = {
      trx,
      user,
      at: clock.now(),
      operation: randomUUID(),
      document,
      findings: await readHeldFindings(trx, documentId),
      text: await getCanonicalText(trx, documentId),
    };
    await refuseStale(work, action);
    await refuseUnknown(trx, action);
    const reason = ('reason' in action && action.reason?.trim()) || null;
    const rectifying = isRectifying(document.state, action.verb);
    if (rectifying && reason === null) throw new Refusal('reasonMissing');
    const edits = action.verb === 'undo' ? await undoing(work) : await doing(work, action);
    if (rectifying) await refuseMoved(work, edits);
    if (edits.length > 0 && document.state === 'read') await beginReview(work);
    const changed = await changeFindings(work, edits, { verb: rectifying ? 'rectify' : action.verb, reason });
    if (document.state === 'issued') await giveAnew(work, changed);
    return answer(work, changed);
  });
}

const sameFinding = (one: HeldFinding, { kind, id }: { kind: string; id: string }): boolean =>
  one.kind === kind && one.record.id === id;

async function refuseStale({ trx, document, findings }: Work, action: ReviewAction): Promise<void> {
  const all = seenBy(action);
  if (new Set(all.map(({ kind, id }) => `${kind} ${id}`)).size < all.length)
    throw new Refusal('invalidInput', { field: 'items' });
  const stale = all.find((seen) => findings.some((one) => sameFinding(one, seen) && one.version !== seen.version));
  if (!stale) return;
  const last = (await latestActions(trx, document.id)).get(`${stale.kind} ${stale.id}`);
  throw new Refusal('changedMeanwhile', { finding: stale.id, ...(last && { name: last.by.name, at: last.at }) });
}

async function refuseUnknown(trx: Db, action: ReviewAction): Promise<void> {
  const meanings =
    action.verb === 'resolveAgency'
      ? [action.meaning]
      : action.verb === 'setAgencies'
        ? action.agencies.map(({ meaning }) => meaning)
        : [];
  const chosen = action.verb === 'chooseMembers' ? action.agencyIds : [];
  const agencies = meanings.flatMap((one) => (one && 'agencyId' in one ? [one.agencyId] : []));
  const groups = meanings.flatMap((one) => (one && 'groupId' in one ? [one.groupId] : []));
  const indicators = action.verb === 'chooseIndicator' && action.indicatorId !== null ? [action.indicatorId] : [];
  const unknown = [
    ...(await unknownIds(trx, 'agency', [...agencies, ...chosen])),
    ...(await unknownIds(trx, 'agency_group', groups)),
    ...(await unknownIds(trx, 'indicator', indicators)),
  ];
  if (unknown[0] !== undefined) throw new Refusal('notFound');
}

async function doing(work: Work, action: Exclude<ReviewAction, { verb: 'undo' }>): Promise<Edit[]> {
  const { trx, document, findings, text } = work;
  const meaningOf = await meaningsOf(work, newNamesIn(action));
  const chosen = await chosenIndicator(trx, action);
  const last = {
    target: await lastFindingNumber(trx, document.id, 'target'),
    task: await lastFindingNumber(trx, document.id, 'task'),
  };
  const letters = { target: 't', task: 'n' };
  const newId = (kind: FindingKind) => `${letters[kind]}${++last[kind]}`;
  const edits = editsOf(
    {
      state: document.state,
      findings: findings.map(unquoted),
      chosen: chosenGroups(await groupNames(trx)),
      textLength: text.length,
      meaningOf,
      lineOf: (id, target) => lineOf(chosen, id, target),
      newId,
    },
    action,
  );
  return withIndicators(trx, edits);
}

const chosenIndicator = async (trx: Db, action: ReviewAction): Promise<Indicator | undefined> =>
  action.verb === 'chooseIndicator' && action.indicatorId !== null ? findIndicator(trx, action.indicatorId) : undefined;

const lineOf = (chosen: Indicator | undefined, id: string, target: Target): string =>
  chosen?.id === id ? lineWithin(chosen, target) : '';

/** Names are matched with the register of the document's day, as they are when it is read. */
async function meaningsOf({ trx, document }: Work, names: string[]): Promise<UnderReview['meaningOf']> {
  if (names.length === 0) return () => meansNothing;
  const matcherAt = await matchersOf(trx, document.header, names, document.receivedOn);
  return (name, span) => {
    const match = matcherAt(span)(name);
    if (!match) return meansNothing;
    const members = match.members.length > 0 ? match.members.map(({ id }) => id) : null;
    return {
      agencyId: match.agency?.id ?? null,
      groupId: match.group?.id ?? null,
      matchedBy: match.matchedBy,
      members,
    };
  };
}

const unquoted = ({ quote: _, valueQuote: __, ...finding }: Quoted): HeldFinding => finding;

/** The opposite of what this user did last, unless somebody has gone on from it. */
async function undoing({ trx, document, findings, user }: Work): Promise<NewEdit[]> {
  const actions = await lastOperation(trx, document.id, user.id);
  const [first] = actions;
  if (!first) throw new Refusal('nothingToUndo');
  const overtaking = await findOvertaking(trx, first.operation);
  if (overtaking)
    throw new Refusal('changedMeanwhile', {
      finding: overtaking.subjectId,
      name: overtaking.by.name,
      at: overtaking.at,
    });
  return actions.toReversed().map((action) => undone(action, findings.map(unquoted)));
}

function undone(action: ActionRecord, findings: HeldFinding[]): NewEdit {
  const before = findings.find((one) => sameFinding(one, { kind: action.subjectKind, id: action.subjectId }));
  if (!before) throw new Error(`action ${action.id} is about a finding that is not there`);
  return { before, after: action.before && restored(before, action.before), undoes: action.id };
}

/** The first thing that is done with a document's findings takes it into review. */
async function beginReview(work: Work): Promise<void> {
  const { document } = work;
  await setDocumentState(work.trx, document.id, { ...document, state: 'inReview' });
  await recordStep({ ...work, operation: randomUUID() }, 'beginReview', { state: 'inReview' }, null);
  document.state = 'inReview';
  document.version += 1;
}

/** Where a reorganisation has taken the work, other bodies in the document would give it to two. */
async function refuseMoved({ trx, document }: Work, edits: readonly Edit[]): Promise<void> {
  for (const { before, after } of edits)
    if (after && JSON.stringify(before?.mentions) !== JSON.stringify(after.mentions))
      if (await hasMovedWork(trx, document.id, after)) throw new Refusal('workMoved', { finding: after.record.id });
}

/** What was left open when the document was issued is given out as soon as an officer has settled it, or set it right. */
async function giveAnew(work: Work, edits: readonly Edit[]): Promise<void> {
  const { trx, document } = work;
  const changed = edits.flatMap(({ after }) => (after ? [after] : []));
  const validFrom = document.validFrom;
  if (validFrom === null || changed.length === 0) return;
  const membersOf = await groupMembers(trx, document, changed, validFrom);
  for (const finding of changed)
    await replaceAssignments(trx, document.id, { finding, given: givenBy(finding, membersOf) }, validFrom);
  await giveDutiesAnew(
    work,
    document.id,
    changed.map(({ kind, record }) => ({ kind, id: record.id })),
  );
}

async function answer(
  { trx, user, at, operation, document, findings, text }: Work,
  edits: readonly Edit[],
): Promise<Acted> {
  const now = new Map(findings.map((one) => [`${one.kind} ${one.record.id}`, one]));
  const changed: Quoted[] = [];
  const removed: Acted['removed'] = [];
  for (const { before, after } of edits) {
    if (before) now.delete(`${before.kind} ${before.record.id}`);
    if (!after) {
      if (before) removed.push({ kind: before.kind, id: before.record.id });
      continue;
    }
    const quoted = quotedIn(text, after);
    now.set(`${after.kind} ${after.record.id}`, quoted);
    changed.push(quoted);
  }
  return {
    operation,
    document: reviewedDocument(document, [...now.values()], chosenGroups(await groupNames(trx))),
    undo: await undoableOf(trx, document.id, user.id),
    changed: await itemsOf(trx, document, changed, dayOfMoment(at)),
    removed,
  };
}

function quotedIn(text: string, finding: HeldFinding): Quoted {
  const { start, end } = finding.record.span;
  const value = finding.kind === 'target' ? finding.record.valueSpan : null;
  return { ...finding, quote: text.slice(start, end), valueQuote: value && text.slice(value.start, value.end) };
}
