import { randomUUID } from 'node:crypto';
import { hasBeenIssued } from '../registry/document-state.ts';
import type { User } from '../registry/may.ts';
import { mayNotBeShown, type Publication, type PublishableItem, type Unpublishable } from '../registry/publication.ts';
import type { FindingKind } from '../registry/review.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { findHeldDocument, type HeldDocument } from '../store/documents-in-review.ts';
import {
  type FindingToPublish,
  findingsToPublish,
  findPublication,
  putPublication,
  type StoredPublication,
  setPublishedItems,
} from '../store/publications.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { highestSecrecy } from '../values/secrecy.ts';
import { type App, inOneTransaction } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';

/** Công khai: a coordinator approves for the public what of a document it may see, and takes it back. */

type Changing = Pick<App, 'db' | 'clock'>;
type Finding = { kind: FindingKind; id: string };
const keyOf = ({ kind, id }: Finding): string => `${kind} ${id}`;

export const getPublication = (app: Changing, documentId: string): Promise<Publication> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const document = await findHeldDocument(db, documentId, { forChange: false });
    if (!document) throw new Refusal('notFound');
    const [stored, found] = [await findPublication(db, documentId), await findingsToPublish(db, documentId)];
    return {
      because: unpublishable(document),
      version: stored?.version ?? 0,
      state: stateOf(stored, today(clock)),
      from: stored?.from ?? null,
      reason: stored?.reason ?? '',
      changedBy: stored?.changedBy ?? null,
      changedAt: stored?.changedAt.toISOString() ?? null,
      items: found.map(itemOf),
    };
  });

const itemOf = (finding: FindingToPublish): PublishableItem => {
  const { kind, id, quote, shown } = finding;
  return { kind, id, quote, shown, namesPerson: mayNotBeShown(finding) };
};

function stateOf(stored: StoredPublication | undefined, day: PlainDate): Publication['state'] {
  if (!stored) return 'never';
  if (stored.withdrawn) return 'withdrawn';
  return stored.from > day ? 'planned' : 'published';
}

function unpublishable({ state, header }: HeldDocument): Unpublishable | null {
  if (!hasBeenIssued(state)) return 'notIssued';
  const marks = [header, ...(header.further ?? [])].map(({ secrecy }) => secrecy ?? null);
  return highestSecrecy(marks) === null ? null : 'secret';
}

export type Publishing = {
  /** Of the publication that was seen; 0: there was none. */
  version: number;
  from: PlainDate;
  reason: string;
  /** Not for the public, whatever else is. */
  keptBack: readonly Finding[];
};

const refused = { notIssued: 'notPossibleNow', secret: 'documentSecret' } as const;

export const publishDocument = (
  { db, clock }: Changing,
  user: User,
  documentId: string,
  { version, from, reason, keptBack }: Publishing,
): Promise<Publication> =>
  db.transaction().execute(async (trx) => {
    const document = await findHeldDocument(trx, documentId, { forChange: true });
    if (!document) throw new Refusal('notFound');
    const because = unpublishable(document);
    if (because) throw new Refusal(refused[because]);
    const before = await findPublication(trx, documentId);
    // From a past day would say that the public could have seen it, which it could not while it was taken back.
    const earliest = before && !before.withdrawn && before.from < today(clock) ? before.from : today(clock);
    if (from < earliest) throw new Refusal('invalidInput', { field: 'from' });
    const found = await findingsToPublish(trx, documentId);
    const kept = new Set(keptBack.map(keyOf));
    const items = found.filter((finding) => !kept.has(keyOf(finding)) && !mayNotBeShown(finding));
    if (items.length === 0) throw new Refusal('nothingToPublish');
    const change = { trx, user, at: clock.now(), documentId, before, verb: 'publish' };
    await put(change, { from, withdrawn: false, reason, version });
    await setPublishedItems(trx, documentId, items);
    await record(change, { from, withdrawn: false, reason, shown: items, found });
    return getPublication({ db: trx, clock }, documentId);
  });

export const withdrawPublication = (
  { db, clock }: Changing,
  user: User,
  documentId: string,
  { version, reason }: { version: number; reason: string },
): Promise<Publication> =>
  db.transaction().execute(async (trx) => {
    const before = await findPublication(trx, documentId);
    if (!before) throw new Refusal('notFound');
    if (before.withdrawn && before.version === version) throw new Refusal('notPossibleNow');
    const change = { trx, user, at: clock.now(), documentId, before, verb: 'unpublish' };
    await put(change, { from: before.from, withdrawn: true, reason, version });
    const found = await findingsToPublish(trx, documentId);
    await record(change, { from: before.from, withdrawn: true, reason, shown: [], found });
    return getPublication({ db: trx, clock }, documentId);
  });

type Change = {
  trx: Db;
  user: User;
  at: Date;
  documentId: string;
  before: StoredPublication | undefined;
  verb: string;
};

async function put(
  { trx, user, at, documentId }: Change,
  given: { from: PlainDate; withdrawn: boolean; reason: string; version: number },
): Promise<void> {
  const version = await putPublication(trx, { ...given, documentId, userId: user.id, at });
  if (version === undefined) throw await changedMeanwhile(trx, { kind: 'publication', id: documentId });
}

type Recorded = {
  from: PlainDate;
  withdrawn: boolean;
  reason: string;
  shown: readonly Finding[];
  found: readonly FindingToPublish[];
};

/** Names what was kept back, which is little, and counts what is shown. */
async function record({ trx, user, at, documentId, before, verb }: Change, after: Recorded): Promise<void> {
  const { from, withdrawn, shown, found, reason } = after;
  const now = new Set(shown.map(keyOf));
  const keptBack = (isShown: (one: FindingToPublish) => boolean) =>
    found.filter((one) => !isShown(one)).map(({ id }) => id);
  await recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: user.id, verb, reason, documentId },
      ...{ subjectKind: 'publication', subjectId: documentId },
      before: before
        ? { from: before.from, withdrawn: before.withdrawn, keptBack: keptBack((one) => one.shown) }
        : null,
      after: {
        from,
        withdrawn,
        shown: shown.length,
        ...(!withdrawn && { keptBack: keptBack((one) => now.has(keyOf(one))) }),
      },
    },
  ]);
  await announce(trx, { kind: 'publication' });
}
