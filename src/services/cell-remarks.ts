import { randomUUID } from 'node:crypto';
import type { CellRemark } from '../registry/cell.ts';
import { type FigureKey, figureKey } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { cellsOfSubmission, insertRemarks, type NewRemark, remarksOfSubmission, settleRemark } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import type { LaidSubmission } from '../store/held-submissions.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { seeSubmission } from './submissions.ts';

/** A comment on a cell, by whoever is at work on the submission now. */
export const addRemark = (
  app: App,
  person: Person,
  submissionId: string,
  { key, words }: { key: FigureKey; words: string },
): Promise<{ remarks: CellRemark[] }> =>
  inOneTransaction(app, async ({ db }) => {
    const { page, laid } = await seeSubmission({ ...app, db }, person, submissionId);
    if (page.may.length === 0) throw new Refusal('notAllowed');
    await remarkOn(db, laid, [{ key, kind: 'comment', words: nfc(words) }], {
      at: app.clock.now(),
      authorId: person.user.id,
    });
    return { remarks: (await remarksOfSubmission(db, laid)).get(figureKey(key)) ?? [] };
  });

/** Comments, or the cells that a submission is given back for: the step that returns it calls this in its transaction. */
export async function remarkOn(
  trx: Db,
  submission: LaidSubmission,
  remarks: readonly NewRemark[],
  { at, authorId }: { at: Date; authorId: string },
): Promise<void> {
  const cells = new Set((await cellsOfSubmission(trx, submission)).map(figureKey));
  if (remarks.some(({ key }) => !cells.has(figureKey(key)))) throw new Refusal('notFound');
  await insertRemarks(trx, submission, remarks, { at, authorId });
  await recordActions(
    trx,
    remarks.map(({ key, kind, words }) => ({
      ...{ operation: randomUUID(), at, userId: authorId, verb: 'remarkOnCell', documentId: null, reason: null },
      ...{ subjectKind: 'cells', subjectId: submission.id, before: null, after: { ...key, kind, words } },
    })),
  );
}

export const endRemark = (
  app: App,
  person: Person,
  submissionId: string,
  remarkId: string,
): Promise<{ settled: boolean }> =>
  inOneTransaction(app, async ({ db }) => {
    const { page, laid } = await seeSubmission({ ...app, db }, person, submissionId);
    if (page.may.length === 0) throw new Refusal('notAllowed');
    const at = app.clock.now();
    const settled = await settleRemark(db, laid, remarkId, at);
    if (settled)
      await recordActions(db, [
        {
          ...{ operation: randomUUID(), at, userId: person.user.id, verb: 'settleRemark', documentId: null },
          ...{ subjectKind: 'cells', subjectId: submissionId, reason: null },
          ...{ before: { remarkId, settled: false }, after: { remarkId, settled: true } },
        },
      ]);
    return { settled };
  });
