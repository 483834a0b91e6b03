import {
  type AlignedTarget,
  type AlignedTask,
  type Answer,
  alignTargets,
  alignTasks,
  wordTasks,
} from '../registry/alignment.ts';
import { type Amended, amendTargets, amendTasks } from '../registry/amendment.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { DocumentSummary } from '../registry/plan-document.ts';
import type { TargetRecord } from '../registry/target.ts';
import type { TaskRecord } from '../registry/task.ts';
import { judgedPairs } from '../store/counterparts.ts';
import type { Db } from '../store/database.ts';
import { findSummaries } from '../store/documents.ts';
import { listIndicators } from '../store/indicators.ts';
import { type Related, relatedDocuments } from '../store/related-documents.ts';
import { readTargets } from '../store/targets.ts';
import { readTasks } from '../store/tasks.ts';
import type { Tier } from '../values/finding.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

export type Side = { document: DocumentSummary; targets: TargetRecord[]; tasks: TaskRecord[] };
export type Column = Side & { answers: { targets: Answer[]; tasks: Answer[] } };

/** What of a higher document the lower ones answer. The document itself as a lower one: its parts beside one another. */
export async function alignDocuments(
  { db }: App,
  { higher: higherId, lower: lowerIds }: { higher: string; lower: readonly string[] },
): Promise<{ higher: Side; columns: Column[] }> {
  const [whole, indicators] = await Promise.all([getSide(db, higherId), knownIndicators(db)]);
  const higher = lowerIds.includes(higherId) ? upperPart(whole) : ofOwnTier(whole);
  const targetsAbove = { ofOther: aligned(higher, indicators, false), ofItself: aligned(higher, indicators, true) };
  const tasksAbove = wordTasks(higher.tasks.map(alignedTask), higherId);
  const columns = await Promise.all(
    [...new Set(lowerIds)].map(async (id): Promise<Column> => {
      const lower = id === higherId ? lowerPart(whole) : ofOwnTier(await getSide(db, id));
      const judged = await judgedPairs(db, 'below', higherId, id);
      return {
        ...lower,
        answers: {
          targets: alignTargets(
            id === higherId ? targetsAbove.ofItself : targetsAbove.ofOther,
            aligned(lower, indicators, id === higherId),
            judged.target,
          ),
          tasks: alignTasks(tasksAbove, wordTasks(lower.tasks.map(alignedTask), id), judged.task),
        },
      };
    }),
  );
  return { higher, columns };
}

export type Amending = { earlier: Side; later: Side; replaces: boolean; targets: Amended[]; tasks: Amended[] };

/** What a document makes of an earlier one of the same tier. */
export async function compareAmending({ db }: App, laterId: string, earlierId: string): Promise<Amending> {
  const [earlier, later, related, judged, indicators] = await Promise.all([
    getSide(db, earlierId),
    getSide(db, laterId),
    relatedDocuments(db, laterId),
    judgedPairs(db, 'amends', earlierId, laterId),
    knownIndicators(db),
  ]);
  const replaces = related.some(({ id, relation }) => id === earlierId && relation === 'replaces');
  return {
    earlier,
    later,
    replaces,
    targets: amendTargets(aligned(earlier, indicators, true), aligned(later, indicators, true), {
      replaces,
      judged: judged.target,
    }),
    tasks: amendTasks(earlier.tasks.map(alignedTask), later.tasks.map(alignedTask), { replaces, judged: judged.task }),
  };
}

export async function listRelated(
  { db }: App,
  id: string,
): Promise<{ document: DocumentSummary; relation: Related['relation']; later: boolean }[]> {
  const related = await relatedDocuments(db, id);
  const ids = related.map((one) => one.id);
  const documents = new Map((await findSummaries(db, ids)).map((one) => [one.id, one]));
  return related.flatMap(({ id: other, relation, later }) => {
    const document = documents.get(other);
    return document ? [{ document, relation, later }] : [];
  });
}

async function getSide(db: Db, id: string): Promise<Side> {
  const [document] = await findSummaries(db, [id]);
  if (!document) throw new Refusal('notFound');
  const of = {
    document: [id],
    year: [],
    group: [],
    agency: [],
    ended: true,
    sort: 'document' as const,
    order: 'asc' as const,
  };
  const [targets, tasks] = await Promise.all([
    Array.fromAsync(readTargets(db, { ...of, tier: [] })),
    Array.fromAsync(readTasks(db, { ...of, role: [], due: [] })),
  ]);
  return { document, targets: targets.flat(), tasks: tasks.flat() };
}

const tiersDownward: readonly Tier[] = ['national', 'province', 'district', 'commune'];

const tiersOf = ({ targets }: Side): Tier[] => tiersDownward.filter((tier) => targets.some((one) => one.tier === tier));

/** National values beside a province's own are not what a city has to answer. */
function ofOwnTier(side: Side): Side {
  const count = (tier: Tier): number => side.targets.filter((one) => one.tier === tier).length;
  const own = tiersOf(side).sort((a, b) => count(b) - count(a))[0];
  return { ...side, targets: side.targets.filter(({ tier }) => tier === own) };
}

const inAppendix = ({ section }: { section: string[] }): boolean => /^phụ lục/iu.test(section[0] ?? '');

/** Of one document, what its lower part answers to: the higher tier, or where there is one tier only, the text before its appendices. */
function upperPart(whole: Side): Side {
  const [highest, ...others] = tiersOf(whole);
  if (others.length > 0) return { ...whole, targets: whole.targets.filter(({ tier }) => tier === highest), tasks: [] };
  return {
    ...whole,
    targets: whole.targets.filter((one) => !inAppendix(one)),
    tasks: whole.tasks.filter((one) => !inAppendix(one)),
  };
}

function lowerPart(whole: Side): Side {
  const [highest, ...others] = tiersOf(whole);
  if (others.length > 0) return { ...whole, targets: whole.targets.filter(({ tier }) => tier !== highest), tasks: [] };
  return { ...whole, targets: whole.targets.filter(inAppendix), tasks: whole.tasks.filter(inAppendix) };
}

/** Amounts of one territory are the same amount; a part of one document that is of another tier speaks of another. */
const aligned = ({ document, targets }: Side, indicators: Indicators, sameDocument: boolean): AlignedTarget[] =>
  targets.map((target) => ({
    target,
    indicator: indicators.get(target.indicatorId ?? '') ?? null,
    territory: sameDocument ? target.tier : document.id,
    line: target.indicatorId === null ? null : `${target.indicatorId} ${target.indicatorLine ?? ''}`,
  }));

type Indicators = ReadonlyMap<string, Indicator>;

const knownIndicators = async (db: Db): Promise<Indicators> =>
  new Map((await listIndicators(db)).map((indicator) => [indicator.id, indicator]));

const alignedTask = (task: TaskRecord): AlignedTask => ({ task, quote: task.quote });
