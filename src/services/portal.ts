import { namesPerson } from '../registry/person-words.ts';
import {
  addCounts,
  countsOf,
  type PublicCounts,
  type PublicDocument,
  type PublicFigure,
  type PublicFinding,
  type PublicNews,
  type PublicRecord,
  type PublicTarget,
  type PublicTask,
  worstState,
} from '../registry/public-plan.ts';
import { mayNotBeShown } from '../registry/publication.ts';
import { type StandingStory, storyOf } from '../registry/standing-story.ts';
import { actingForPublic } from '../store/acting.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import * as store from '../store/public-plans.ts';
import { type TargetToJudge, targetsToJudge } from '../store/standings.ts';
import { dayBefore, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { searchQuery, searchText } from '../values/search-text.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { documentKey, overviewKey, type PortalCache } from './portal-cache.ts';
import { askFresh } from './replica.ts';
import { judge } from './standings.ts';

/** What the public reads. All of it is asked behind the wall for the public (decision 042), and kept for the next who asks. */

export type Portal = {
  /** Behind the wall, as is what `ask` asks with. */
  db: Db;
  ask: <T>(ask: (db: Db) => Promise<T>) => Promise<T>;
  day: PlainDate;
  cache: PortalCache;
};

export const portalOf = ({
  db,
  clock,
  portalCache,
  replica,
}: Pick<App, 'db' | 'clock' | 'portalCache' | 'replica'>): Portal => {
  const day = today(clock);
  return {
    db: actingForPublic(db, day),
    ask: (ask) =>
      askFresh({ db, replica }, (from) => inOneTransaction({ db: actingForPublic(from, day) }, (one) => ask(one.db))),
    day,
    cache: portalCache,
  };
};

const asking = <T>(
  { day, cache, ask: inside }: Portal,
  key: string,
  ask: (db: Db) => Promise<T>,
  weigh?: (value: T) => number,
): Promise<T> => cache.keep(`${day} ${key}`, () => inside(ask), weigh);

export const listPublicDocuments = (portal: Portal): Promise<PublicDocument[]> =>
  asking(portal, 'documents', async (db) => (await store.publicDocuments(db)).map(withoutPersons));

/** A title is not approved by itself: one that names a person is not told. */
const withoutPersons = (document: PublicDocument): PublicDocument =>
  document.title !== null && namesPerson(document.title) ? { ...document, title: null } : document;

/** All that the public sees of a document. */
export async function getPublicRecord(portal: Portal, documentId: string): Promise<PublicRecord> {
  const document = (await listPublicDocuments(portal)).find(({ id }) => id === documentId);
  if (!document) throw new Refusal('notFound');
  return asking(portal, documentKey(documentId), (db) => recordOf(db, portal.day, document), weightOf);
}

/** About so many characters stand in memory for a target or a task. */
const findingWeight = 3000;
const weightOf = ({ targets, tasks }: PublicRecord): number =>
  findingWeight * (1 + targets.length + tasks.reduce((sum, { duties }) => sum + 1 + duties.length / 4, 0));

/** What was set right since it was approved may name somebody now. */
const mayBeShown = ({ quote, section, group }: PublicFinding, ...words: (string | null)[]): boolean =>
  !mayNotBeShown({ quote, words: [...section, group, ...words] });

async function recordOf(db: Db, day: PlainDate, document: PublicDocument): Promise<PublicRecord> {
  const rows = (await store.publicTargets(db, document.id)).filter((row) => mayBeShown(row, row.name, row.variant));
  const judged = await judgedOf(db, document.id, rows, day);
  const targets = rows.map((row): PublicTarget => {
    const found = judged.get(row.id);
    return { ...row, standing: found ? judge(found.target, found.day).standing : null, reportedOn: reportedOn(found) };
  });
  const duties = Map.groupBy(await store.publicDuties(db, document.id, day), ({ findingId }) => findingId);
  const fitting = (await store.publicTasks(db, document.id)).filter((row) => mayBeShown(row, row.timeRaw, row.product));
  const tasks = fitting.map((row): PublicTask => {
    const own = duties.get(row.id) ?? [];
    return { ...row, duties: own, state: worstState(own.map(({ state }) => state)) };
  });
  const meant = [
    ...targets.flatMap(({ agencyIds, standing }) => [...agencyIds, ...(standing?.agencyIds ?? [])]),
    ...tasks.flatMap(({ leadIds, coordIds, monitorIds, duties: own }) => [
      ...[...leadIds, ...coordIds, ...monitorIds],
      ...own.map(({ agencyId }) => agencyId),
    ]),
  ];
  return { document, targets, tasks, agencies: await agencyNamesOn(db, [...new Set(meant)], day) };
}

type Judged = { target: TargetToJudge; day: PlainDate };

/** What is in force as of the day; what has ended as it ended. */
async function judgedOf(
  db: Db,
  documentId: string,
  rows: readonly Pick<PublicTarget, 'id' | 'validUntil'>[],
  day: PlainDate,
): Promise<Map<string, Judged>> {
  const lastDays = rows.map(({ validUntil }) =>
    validUntil !== null && validUntil <= day ? dayBefore(validUntil) : day,
  );
  const judged = new Map<string, Judged>();
  for (const last of new Set(lastDays)) {
    const plan = { document: [documentId], year: null, tier: [] };
    for (const target of await targetsToJudge(db, plan, { from: last, day: last }))
      if (lastDays[rows.findIndex(({ id }) => id === target.id)] === last) judged.set(target.id, { target, day: last });
  }
  return judged;
}

function reportedOn(found: Judged | undefined): PlainDate | null {
  const days = found?.target.facts.figures.flatMap(({ setOn, endedOn }) => (endedOn === null ? [setOn] : [])) ?? [];
  return days.toSorted().at(-1) ?? null;
}

export type PublicStory = {
  record: PublicRecord;
  target: PublicTarget;
  story: StandingStory | null;
  figures: PublicFigure[];
  /** What other documents set for the same. */
  others: Awaited<ReturnType<typeof store.targetsOfLine>>;
};

/** As many of its figures as a page shows; all of them are open data. */
const mostFigures = 60;

export async function getPublicTarget(portal: Portal, documentId: string, id: string): Promise<PublicStory> {
  const record = await getPublicRecord(portal, documentId);
  const target = record.targets.find((one) => one.id === id);
  if (!target) throw new Refusal('notFound');
  const rest = await asking(portal, `target ${documentId} ${id}`, async (db) => {
    const judged = (await judgedOf(db, documentId, [target], portal.day)).get(id);
    const story = judged ? storyOf(judged.target.facts, judged.day) : null;
    if (target.indicatorId === null) return { story, figures: [], others: [] };
    const agencyIds = [...new Set([...target.agencyIds, ...(target.standing?.agencyIds ?? [])])];
    const line = { indicatorId: target.indicatorId, line: target.line, agencyIds };
    const others = await store.targetsOfLine(db, target.indicatorId, target.line);
    return { story, figures: await store.publicFiguresOf(db, line, mostFigures), others };
  });
  const others = rest.others.filter(
    (other) => (other.documentId !== documentId || other.id !== id) && mayBeShown(other, other.name, other.variant),
  );
  return { record, target, ...rest, others };
}

export async function getPublicTask(
  portal: Portal,
  documentId: string,
  id: string,
): Promise<{ record: PublicRecord; task: PublicTask }> {
  const record = await getPublicRecord(portal, documentId);
  const task = record.tasks.find((one) => one.id === id);
  if (!task) throw new Refusal('notFound');
  return { record, task };
}

export type CountedDocument = { document: PublicDocument; counts: PublicCounts };
export type CountedAgency = { id: string; name: string; counts: PublicCounts };
export type PublicOverview = {
  day: PlainDate;
  documents: CountedDocument[];
  agencies: CountedAgency[];
  total: PublicCounts;
  news: PublicNews[];
};

const mostNews = 100;

/** Everything that is published, counted. Documents are read one by one, so that none but their numbers stand in memory. */
export const getPublicOverview = (portal: Portal): Promise<PublicOverview> =>
  portal.cache.keep(`${portal.day} ${overviewKey}`, async () => {
    const documents: CountedDocument[] = [];
    const agencies = new Map<string, CountedAgency>();
    let [total, news]: [PublicCounts, PublicNews[]] = [countsOf({ targets: [], tasks: [] }), []];
    for await (const record of eachRecord(portal)) {
      const counts = countsOf(record);
      documents.push({ document: record.document, counts });
      total = addCounts(total, counts);
      for (const [id, own] of byAgency(record)) {
        const before = agencies.get(id)?.counts;
        const name = record.agencies.get(id) ?? id;
        agencies.set(id, { id, name, counts: before ? addCounts(before, countsOf(own)) : countsOf(own) });
      }
      news = newest([...news, ...newsOf(record)]);
    }
    const named = [...agencies.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
    return { day: portal.day, documents, agencies: named, total, news };
  });

export async function* eachRecord(portal: Portal): AsyncGenerator<PublicRecord> {
  for (const { id } of await listPublicDocuments(portal)) {
    // Taken back between the two questions: it is simply not there any more.
    const record = await getPublicRecord(portal, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'notFound') return null;
      throw error;
    });
    if (record) yield record;
  }
}

type OwnWork = Pick<PublicRecord, 'targets' | 'tasks'>;

/** What each agency leads. */
function byAgency({ targets, tasks }: OwnWork): Map<string, { targets: PublicTarget[]; tasks: PublicTask[] }> {
  const found = new Map<string, { targets: PublicTarget[]; tasks: PublicTask[] }>();
  const of = (id: string) => {
    const own = found.get(id) ?? { targets: [], tasks: [] };
    found.set(id, own);
    return own;
  };
  for (const target of targets) for (const id of target.agencyIds) of(id).targets.push(target);
  for (const task of tasks) for (const id of task.leadIds) of(id).tasks.push(ofAgency(task, id));
  return found;
}

/** A task as far as one of the agencies that have it is with it. */
function ofAgency(task: PublicTask, agencyId: string): PublicTask {
  const duties = task.duties.filter((duty) => duty.agencyId === agencyId);
  return { ...task, duties, state: worstState(duties.map(({ state }) => state)) };
}

const newest = (news: PublicNews[]): PublicNews[] =>
  news.toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1)).slice(0, mostNews);

function newsOf({ document, targets, tasks }: PublicRecord): PublicNews[] {
  const of = { documentId: document.id };
  return [
    {
      ...of,
      kind: 'published',
      day: document.publishedFrom,
      findingId: null,
      words: document.title ?? document.number ?? '',
    },
    ...targets.flatMap(({ id, quote, reportedOn: day }): PublicNews[] =>
      day === null ? [] : [{ ...of, kind: 'figure', day, findingId: id, words: quote }],
    ),
    ...tasks.flatMap(({ id, quote, duties, state }): PublicNews[] => {
      const day = duties
        .flatMap(({ doneOn }) => doneOn ?? [])
        .toSorted()
        .at(-1);
      const isDone = state === 'doneOnTime' || state === 'doneLate';
      return day === undefined || !isDone ? [] : [{ ...of, kind: 'done', day, findingId: id, words: quote }];
    }),
  ];
}

export type AgencyWork = CountedAgency & {
  documents: { document: PublicDocument; targets: PublicTarget[]; tasks: PublicTask[] }[];
};

/** What one agency leads of all that is published. */
export async function getAgencyWork(portal: Portal, agencyId: string): Promise<AgencyWork> {
  const agency = (await getPublicOverview(portal)).agencies.find(({ id }) => id === agencyId);
  if (!agency) throw new Refusal('notFound');
  const documents: AgencyWork['documents'] = [];
  for await (const record of eachRecord(portal)) {
    const own = byAgency(record).get(agencyId);
    if (own) documents.push({ document: record.document, ...own });
  }
  return { ...agency, documents };
}

export type PublicHit =
  | { kind: 'document'; document: PublicDocument }
  | { kind: 'agency'; agency: CountedAgency }
  | { kind: 'target'; document: PublicDocument; target: PublicTarget }
  | { kind: 'task'; document: PublicDocument; task: PublicTask };

/** More than anybody turns over. */
export const mostFound = 200;
const mostTyped = 200;

/** Words with accents are looked for exactly, words without in both ways: as in the application. */
export async function searchPublic(portal: Portal, typed: string): Promise<PublicHit[]> {
  const q = typed.slice(0, mostTyped);
  const query = searchQuery(q);
  if (!query) return [];
  const says = (...parts: (string | null)[]) => {
    const text = searchText(parts)[query.form];
    return query.terms.every((term) => text.includes(` ${term}`));
  };
  const { documents, agencies } = await getPublicOverview(portal);
  const hits: PublicHit[] = [
    ...documents
      .filter(({ document: { number, title, issuer } }) => says(number, title, issuer))
      .map(({ document }): PublicHit => ({ kind: 'document', document })),
    ...agencies.filter(({ name }) => says(name)).map((agency): PublicHit => ({ kind: 'agency', agency })),
  ];
  for (const kind of ['target', 'task'] as const) {
    const keys = await asking(portal, `search ${kind} ${q}`, (db) => store.publicSaying(db, kind, q, mostFound));
    for (const { documentId, id } of keys) hits.push(...(await hitOf(portal, kind, documentId, id)));
  }
  return hits.slice(0, mostFound);
}

async function hitOf(portal: Portal, kind: 'target' | 'task', documentId: string, id: string): Promise<PublicHit[]> {
  const { document, targets, tasks } = await getPublicRecord(portal, documentId);
  if (kind === 'target') return targets.filter((one) => one.id === id).map((target) => ({ kind, document, target }));
  return tasks.filter((one) => one.id === id).map((task) => ({ kind, document, task }));
}
