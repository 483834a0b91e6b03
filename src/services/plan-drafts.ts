import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../registry/may.ts';
import type { Beginning, Beside, DraftSummary, PlanDraftContent } from '../registry/plan-draft.ts';
import type { ActionPlanFacts } from '../report/action-plan.ts';
import { planOutgoing } from '../report/plan-forms.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import {
  deleteDraft,
  findDraft,
  holdDraft,
  insertDraft,
  listDrafts,
  type StoredDraft,
  writeDraft,
} from '../store/plan-drafts.ts';
import { dutiesOf, type FindingRef, figuresOf, type LastSaid, lastOf, refKey } from '../store/plan-outcomes.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { formatDue, formatTargetValue } from '../values/format.ts';
import { Refusal } from '../values/refusal.ts';
import { squeeze } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { beginningOf } from './begin-plan-draft.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';
import { type DocumentFile, documentFile } from './document-file.ts';
import { issuerFacts } from './issuer-facts.ts';
import { timeOfWords, valueOfWords } from './plan-words.ts';
import { workDay } from './work-day.ts';

export type WholeDraft = StoredDraft & { beside: Beside[]; unread: string[] };

export const listPlanDrafts = (app: App, page: { offset: number; limit: number }) =>
  inOneTransaction(app, ({ db }) => listDrafts(db, page));

export const getPlanDraft = (app: App, id: string): Promise<WholeDraft> =>
  inOneTransaction(app, async (one) => {
    const draft = await findDraft(one.db, id);
    if (!draft) throw new Refusal('notFound');
    return { ...draft, beside: await besideOf(one, draft.content), unread: unreadIn(draft.content) };
  });

/** Whose words the reader does not understand; what is left out need not be understood. */
function unreadIn({ date, targets, tasks }: PlanDraftContent): string[] {
  return [
    ...targets.filter((row) => row.kept && valueOfWords(row) === undefined),
    ...tasks.filter((row) => row.kept && timeOfWords(row, date) === undefined),
  ].map(({ key }) => key);
}

async function besideOf(app: Pick<App, 'db' | 'clock'>, { targets, tasks }: PlanDraftContent): Promise<Beside[]> {
  const refOf =
    (kind: FindingRef['kind']) => (row: { key: string; source: PlanDraftContent['tasks'][number]['source'] }) =>
      row.source ? [{ key: row.key, ref: { kind, ...row.source } }] : [];
  const rows = [...targets.flatMap(refOf('target')), ...tasks.flatMap(refOf('task'))];
  const refs = rows.map(({ ref }) => ref);
  const duties = await dutiesOf(app.db, refs, await workDay(app));
  const figures = await figuresOf(app.db, refs);
  const words = await lastOf(app.db, refs);
  return rows.map(({ key, ref }) => ({
    key,
    documentNumber: words.get(refKey(ref))?.documentNumber ?? null,
    last: lastWords(words.get(refKey(ref))),
    figure: figures.get(refKey(ref))?.[0] ?? null,
    duties: (duties.get(refKey(ref)) ?? []).map(({ id, state, agency }) => ({ id, state, agency })),
  }));
}

function lastWords(found: LastSaid | undefined): string {
  if (!found) return '';
  if ('time' in found) return found.time.kind === 'none' ? '' : formatDue(found.time);
  const { year } = found.target;
  return formatTargetValue(found.target) + (year === null ? '' : ` (${year})`);
}

/** It goes on with what is in force of one or several documents. */
export async function beginPlanDraft(app: App, person: Person, asked: Beginning): Promise<{ id: string }> {
  const id = randomUUID();
  await app.db.transaction().execute(async (trx) => {
    const issuerId = person.posts.find(({ role }) => role === 'coordinator')?.agencyId ?? null;
    const content = await beginningOf({ db: trx, clock: app.clock }, { issuerId, asked });
    const at = app.clock.now();
    await insertDraft(trx, { id, content, by: person.user.id, at });
    const after = { about: content.about, documents: asked.documents, ...countsOf(content) };
    await record(trx, { verb: 'beginPlanDraft', at, userId: person.user.id, id, before: null, after });
  });
  return { id };
}

const countsOf = ({ targets, tasks }: PlanDraftContent) => ({ targets: targets.length, tasks: tasks.length });

type Deed = {
  verb: string;
  at: Date;
  userId: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
};

const record = (trx: Db, { id, ...deed }: Deed): Promise<void> =>
  recordActions(trx, [
    { ...deed, operation: randomUUID(), documentId: null, subjectKind: 'planDraft', subjectId: id, reason: null },
  ]);

export type DraftSaved = Pick<DraftSummary, 'version' | 'changedAt'> & { unread: string[] };

/** Saves itself while it is written; sent twice, because an answer was lost, it is stored once. */
export function savePlanDraft(
  app: App,
  person: Person,
  id: string,
  { content, version }: { content: PlanDraftContent; version: number },
): Promise<DraftSaved> {
  return app.db.transaction().execute(async (trx) => {
    const held = await holdDraft(trx, id);
    if (!held) throw new Refusal('notFound');
    const unread = unreadIn(content);
    if (isDeepStrictEqual(held.content, content)) return { version: held.version, changedAt: held.changedAt, unread };
    if (held.version !== version) throw await changedMeanwhile(trx, { kind: 'planDraft', id });
    const at = app.clock.now();
    await writeDraft(trx, { id, content, at });
    const { before, after } = changesOf(held.content, content);
    await record(trx, { verb: 'savePlanDraft', at, userId: person.user.id, id, before, after });
    return { version: held.version + 1, changedAt: at.toISOString(), unread };
  });
}

/** Thrown away as it was seen; of two people the one who still writes at it is not robbed of it. */
export async function removePlanDraft(app: App, person: Person, id: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const held = await holdDraft(trx, id);
    if (!held) throw new Refusal('notFound');
    if (held.version !== version) throw await changedMeanwhile(trx, { kind: 'planDraft', id });
    await deleteDraft(trx, id);
    const deed = { verb: 'removePlanDraft', at: app.clock.now(), userId: person.user.id, id };
    await record(trx, { ...deed, before: held.content, after: {} });
  });
}

/** The letterhead's fields and the rows that differ, as they were and as they are. */
function changesOf(before: PlanDraftContent, after: PlanDraftContent) {
  const differing = (one: PlanDraftContent, other: PlanDraftContent) => {
    const rows = <R extends { key: string }>(own: R[], theirs: R[]) => {
      const known = new Map(theirs.map((row) => [row.key, row]));
      return own.filter((row) => !isDeepStrictEqual(known.get(row.key), row));
    };
    const order = (rows: { key: string }[]) => rows.map(({ key }) => key).join(' ');
    const isMoved = order(one.targets) !== order(other.targets) || order(one.tasks) !== order(other.tasks);
    const { form, issuerId, date, about, bases, purpose, carryingOut } = one;
    return {
      ...Object.fromEntries(
        Object.entries({ form, issuerId, date, about, bases, purpose, carryingOut }).filter(
          ([name, value]) => !isDeepStrictEqual(value, other[name as keyof PlanDraftContent]),
        ),
      ),
      targets: rows(one.targets, other.targets),
      tasks: rows(one.tasks, other.tasks),
      ...(isMoved && { order: [...one.targets, ...one.tasks].map(({ key }) => key) }),
    };
  };
  return { before: differing(before, after), after: differing(after, before) };
}

/** The draft in the form that it is to have; number and day are filled in when it is signed. */
export async function writePlanDraft(app: App, id: string, format: DocumentFormat): Promise<DocumentFile> {
  const { form, facts, title, issuerId } = await inOneTransaction(app, async ({ db, clock }) => {
    const draft = await findDraft(db, id);
    if (!draft) throw new Refusal('notFound');
    const day = draft.content.date ?? today(clock);
    const { form, issuerId } = draft.content;
    const issuer = issuerId === null ? undefined : await issuerFacts(db, issuerId, day);
    const facts = {
      issuer: issuer ?? { name: '…………', parent: null, place: null },
      date: day,
      ...rowsOf(draft.content),
    };
    return { form, facts, title: draft.title, issuerId };
  });
  return documentFile(
    app,
    {
      outgoing: planOutgoing(form, facts),
      issuerId,
      name: `Dự thảo ${title.slice(0, 80)}`.replaceAll('/', '-'),
    },
    format,
  );
}

function rowsOf(content: PlanDraftContent): Omit<ActionPlanFacts, 'issuer' | 'date'> {
  const { about, bases, date, targets, tasks, purpose, carryingOut } = content;
  const unread = (name: string) => new Refusal('planWordsUnread', { name: name.slice(0, 80) });
  return {
    about,
    // The field has a line for each, and people leave some empty.
    bases: bases.map((base) => base.trim().replace(/[;.,]$/u, '')).filter(Boolean),
    purpose: paragraphs(purpose),
    carryingOut: paragraphs(carryingOut),
    targets: targets.flatMap(({ kept, key, parent, ...row }) => {
      if (!kept) return [];
      const value = valueOfWords(row);
      if (!value) throw unread(row.name);
      return [{ ...row, ...value, id: key, parentId: parent }];
    }),
    tasks: tasks.flatMap(({ kept, product, funding, ...row }) => {
      if (!kept) return [];
      const time = timeOfWords(row, date);
      if (!time) throw unread(row.content);
      return [{ ...row, time, productRaw: product, fundingRaw: funding }];
    }),
  };
}

const paragraphs = (text: string): string[] => text.split('\n').map(squeeze).filter(Boolean);
