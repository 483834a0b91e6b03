import type { ActionRecord } from '../registry/action.ts';
import type { User } from '../registry/may.ts';
import type { ReviewedDocument, ReviewItem } from '../registry/review.ts';
import { findOvertaking, lastOperation, readStory, type StoryOf } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { findHeldDocument } from '../store/documents-in-review.ts';
import { readHeldFindings } from '../store/held-findings.ts';
import { groupNames } from '../store/names.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { chosenGroups, itemsOf, reviewedDocument } from './review-items.ts';

export type Undoable = { operation: string; verb: string; count: number };
export type Review = { document: ReviewedDocument; items: ReviewItem[]; undo: Undoable | null };

export async function getReview(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  user: User,
  documentId: string,
): Promise<Review> {
  const document = await findHeldDocument(db, documentId, { forChange: false });
  if (!document) throw new Refusal('notFound');
  const findings = await readHeldFindings(db, documentId);
  return {
    document: reviewedDocument(document, findings, chosenGroups(await groupNames(db))),
    items: await itemsOf(db, document, findings, today(clock)),
    undo: await undoableOf(db, documentId, user.id),
  };
}

/** What the user could take back now. */
export async function undoableOf(db: Db, documentId: string, userId: string): Promise<Undoable | null> {
  const actions = await lastOperation(db, documentId, userId);
  const [first] = actions;
  if (!first || (await findOvertaking(db, first.operation))) return null;
  return { operation: first.operation, verb: first.verb, count: actions.length };
}

export async function getStory(
  { db }: Pick<App, 'db'>,
  documentId: string,
  subject: StoryOf['subject'],
  page: { limit: number; before?: number | undefined },
): Promise<ActionRecord[]> {
  await refuseUnknownDocument({ db }, documentId);
  return readStory(db, { documentId, ...(subject && { subject }) }, page);
}

export async function refuseUnknownDocument({ db }: Pick<App, 'db'>, documentId: string): Promise<void> {
  if (!(await findHeldDocument(db, documentId, { forChange: false }))) throw new Refusal('notFound');
}
