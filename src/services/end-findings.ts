import { operationActions, recordActions } from '../store/actions.ts';
import { type EndedFinding, endFinding, resumeFinding } from '../store/validity.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Changing } from './change-findings.ts';
import { followEnding } from './give-duties.ts';

/**
 * Findings of earlier documents that a later one has changed or dropped: they are in force until its day, and their past
 * stays. Each ending is recorded with the operation that issues the later document.
 */
export async function endFindings(
  work: Omit<Changing, 'text'>,
  findings: readonly EndedFinding[],
  until: PlainDate,
): Promise<void> {
  const { trx, operation, at, user, document } = work;
  for (const finding of findings) {
    if (!(await endFinding(trx, finding, until))) continue;
    await recordActions(trx, [
      {
        operation,
        at,
        userId: user.id,
        verb: 'end',
        documentId: finding.documentId,
        subjectKind: finding.kind,
        subjectId: finding.id,
        reason: null,
        before: { validUntil: null },
        after: { validUntil: until, by: document.id },
      },
    ]);
  }
  for (const documentId of new Set(findings.map((finding) => finding.documentId))) await followEnding(work, documentId);
}

/** What an operation has ended goes on. */
export async function resumeFindings(work: Omit<Changing, 'text'>, endedBy: string): Promise<void> {
  const { trx, operation, at, user } = work;
  const resumed = new Set<string>();
  for (const { id, verb, undone, subjectKind, subjectId, documentId, after, before } of await operationActions(
    trx,
    endedBy,
  )) {
    if (verb !== 'end' || undone || !documentId || (subjectKind !== 'target' && subjectKind !== 'task')) continue;
    resumed.add(documentId);
    await resumeFinding(trx, { documentId, kind: subjectKind, id: subjectId }, String(after?.validUntil));
    await recordActions(trx, [
      {
        operation,
        at,
        userId: user.id,
        verb: 'resume',
        documentId,
        subjectKind,
        subjectId,
        reason: null,
        before: after,
        after: before,
        undoes: id,
      },
    ]);
  }
  for (const documentId of resumed) await followEnding(work, documentId);
}
