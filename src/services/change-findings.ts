import { differences, type HeldFinding, type Snapshot, snapshotOf } from '../registry/held-finding.ts';
import type { User } from '../registry/may.ts';
import type { Named } from '../registry/named.ts';
import type { Edit } from '../registry/review-edits.ts';
import { type NewAction, recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import type { HeldDocument } from '../store/documents-in-review.ts';
import { deleteFinding, insertFinding, recountFindings, setReviews, updateFinding } from '../store/held-findings.ts';

/** Who changes what of which document, in whose transaction. */
export type Changing = { trx: Db; user: User; at: Date; operation: string; document: HeldDocument; text: string };

/** `undoes` is the action that it takes back. */
export type NewEdit = Edit & { undoes?: number };

/** Stores the edits and records each. Gives them as stored, under their new versions. */
export async function changeFindings(
  work: Changing,
  edits: readonly NewEdit[],
  { verb, reason }: { verb: string; reason: string | null },
): Promise<Edit[]> {
  if (edits.length === 0) return [];
  const next = edits.map(versioned);
  await store(work, next);
  const { operation, at, user, document } = work;
  await recordActions(
    work.trx,
    next.map(
      (edit): NewAction => ({
        ...subjectOf(edit),
        ...fieldsOf(edit),
        operation,
        at,
        userId: user.id,
        verb,
        documentId: document.id,
        reason,
        ...(edit.undoes !== undefined && { undoes: edit.undoes }),
      }),
    ),
  );
  await announce(work.trx, { kind: 'changed', documentId: document.id, operation, verb, by: namedUser(user) });
  return next;
}

const namedUser = ({ id, name }: User): Named => ({ id, name });

/** A step of the document itself: the fields that it sets. */
export async function recordStep(
  { trx, operation, at, user, document }: Omit<Changing, 'text'>,
  verb: string,
  after: Snapshot,
  reason: string | null,
): Promise<void> {
  const held: Snapshot = { ...document };
  const before = Object.fromEntries(Object.keys(after).map((name) => [name, held[name] ?? null]));
  const subject = { documentId: document.id, subjectKind: 'document', subjectId: document.id };
  await recordActions(trx, [{ ...subject, operation, at, userId: user.id, verb, reason, before, after }]);
  await announce(trx, { kind: 'changed', documentId: document.id, operation, verb, by: namedUser(user) });
}

const versioned = (edit: NewEdit): NewEdit =>
  edit.after ? { ...edit, after: { ...edit.after, version: (edit.before?.version ?? 0) + 1 } } : edit;

function subjectOf({ before, after }: Edit): { subjectKind: string; subjectId: string } {
  const subject = after ?? before;
  if (!subject) throw new Error('an edit of nothing');
  return { subjectKind: subject.kind, subjectId: subject.record.id };
}

const fieldsOf = ({ before, after }: Edit): { before: Snapshot | null; after: Snapshot | null } =>
  before && after
    ? differences(snapshotOf(before), snapshotOf(after))
    : { before: before && snapshotOf(before), after: after && snapshotOf(after) };

async function store({ trx, document, text }: Changing, edits: readonly Edit[]): Promise<void> {
  const decided = edits.flatMap(({ before, after }) => (before && after && isDecision(before, after) ? [after] : []));
  for (const [, same] of Map.groupBy(decided, ({ kind, review }) => `${kind} ${review}`)) {
    const [{ kind, review } = {}] = same;
    const ids = same.map(({ record }) => record.id);
    if (kind && review) await setReviews(trx, document.id, kind, ids, review);
  }
  for (const { before, after } of edits) {
    if (!after) {
      if (before) await deleteFinding(trx, document.id, before);
    } else if (!before) await insertFinding(trx, document.id, after, text);
    else if (!isDecision(before, after)) await updateFinding(trx, document.id, after, text);
  }
  await recountFindings(trx, document.id);
}

/** Whether nothing but the decision about it changes: hundreds of these are one statement. */
function isDecision(before: HeldFinding, after: HeldFinding): boolean {
  const changed = Object.keys(differences(snapshotOf(before), snapshotOf(after)).after);
  return changed.length === 1 && changed[0] === 'review';
}
