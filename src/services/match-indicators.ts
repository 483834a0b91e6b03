import { z } from 'zod';
import { type IndicatorCatalogue, matchTargets, prepareCatalogue } from '../registry/match-indicator.ts';
import type { Db } from '../store/database.ts';
import { countDocuments, documentsAfter, setIndicatorMatches, targetsToMatch } from '../store/indicator-matches.ts';
import { listIndicators } from '../store/indicators.ts';
import { enqueue } from '../store/outbox.ts';
import { figuresToMatch, setFigureMatches } from '../store/past-figures.ts';
import { findSetting, putSetting } from '../store/settings.ts';

const seedSetting = 'indicatorSeed';
const matchedSetting = 'indicatorsMatchedWith';

export const indicatorCatalogue = async (db: Db): Promise<IndicatorCatalogue> =>
  prepareCatalogue(await listIndicators(db));

/** Finds the indicators of a document's targets and past figures and stores them. */
export async function matchIndicatorsOf(db: Db, documentId: string, catalogue: IndicatorCatalogue): Promise<void> {
  const [targets, figures] = [await targetsToMatch(db, documentId), await figuresToMatch(db, documentId)];
  if (targets.length > 0) await setIndicatorMatches(db, documentId, matchTargets(catalogue, targets));
  if (figures.length === 0) return;
  // Parts go on from their wholes, which are targets; what these are of was said without the figures.
  const found = matchTargets(catalogue, [...targets, ...figures]);
  const own = figures.flatMap(({ id }) => {
    const match = found.get(id);
    return match ? [[id, match] as const] : [];
  });
  await setFigureMatches(db, documentId, new Map(own));
}

const atOnce = 100;

const progressSetting = 'indicatorsMatching';

/** How far the matching of all documents is that somebody's change has set off. */
export const MatchingProgress = z.object({ done: z.int(), total: z.int() });
export type MatchingProgress = z.infer<typeof MatchingProgress>;

/** Null where none runs or waits. */
export async function matchingProgress(db: Db): Promise<MatchingProgress | null> {
  return MatchingProgress.safeParse(await findSetting(db, progressSetting)).data ?? null;
}

const tellProgress = (db: Db, progress: MatchingProgress | null): Promise<void> =>
  putSetting(db, progressSetting, progress);

/** Finds them for every document, each by itself. Ends early on the signal, and gives false then. */
export async function matchAllIndicators(
  db: Db,
  signal?: AbortSignal,
  tell: (done: number) => Promise<void> = async () => {},
): Promise<boolean> {
  const catalogue = await indicatorCatalogue(db);
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const ids: string[] = await documentsAfter(db, after, atOnce);
    for (const id of ids) {
      if (signal?.aborted) return false;
      await matchIndicatorsOf(db, id, catalogue);
    }
    if (ids.length < atOnce) return true;
    done += ids.length;
    await tell(done);
    after = ids.at(-1) ?? null;
  }
}

/** All documents are gone through in the background; at the next start, where that does not come to its end. */
export async function matchAllLater(trx: Db): Promise<void> {
  await putSetting(trx, matchedSetting, null);
  await tellProgress(trx, { done: 0, total: await countDocuments(trx) });
  await enqueue(trx, [{ queue: 'rematch', data: {} }]);
}

/** All documents with the catalogue as it is now: a change that came during an earlier run has a run of its own. */
export async function rematchIndicators(db: Db, signal: AbortSignal): Promise<void> {
  const revision = await findSetting(db, seedSetting);
  const total = await countDocuments(db);
  if (!(await matchAllIndicators(db, signal, (done) => tellProgress(db, { done: Math.min(done, total), total })))) {
    // Whoever starts next tries the job again.
    throw new Error('the matching of all documents was interrupted');
  }
  await putSetting(db, matchedSetting, revision ?? null);
  await tellProgress(db, null);
}

/** Documents that came in before the catalogue was as it is now. Ends early on the signal; the next start begins again. */
export async function matchStoredIndicators(db: Db, signal: AbortSignal): Promise<void> {
  const revision = await findSetting(db, seedSetting);
  if (revision === undefined || (await findSetting(db, matchedSetting)) === revision) return;
  if (!(await matchAllIndicators(db, signal))) return;
  await putSetting(db, matchedSetting, revision);
  await tellProgress(db, null);
}
