import { randomUUID } from 'node:crypto';
import type { RawRows } from '../files/rows.ts';
import { mappingGaps } from '../registry/figure-columns.ts';
import { columnLetters, type FigureImport, type FigureMapping, type ImportChoices } from '../registry/figure-import.ts';
import type { ListedFigure } from '../registry/figure-rows.ts';
import type { Person } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { endFigureImport, findFigureImport, insertFigureImport, tellFigureImport } from '../store/figure-imports.ts';
import { endFigures, figuresThere, holdFigures, insertFigures } from '../store/imported-figures.ts';
import { formatNumber } from '../values/format.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { type FigureList, figureList } from './figure-list.ts';
import { followByFormula, following } from './follow-by-formula.ts';
import type { IncomingFile } from './import-document.ts';
import { listCatalogue } from './list-catalogue.ts';
import { lookOverList } from './look-over-list.ts';
import { receiveBytes } from './receive-file.ts';

export type ImportOrder = { mapping: FigureMapping; choices: ImportChoices };

/** Resolves as soon as the file is here; `ended` is when it is stored, refused or cancelled. */
export async function startFigureImport(
  app: App,
  person: Person,
  file: IncomingFile,
  order: ImportOrder,
): Promise<StartedImport> {
  refuseUnfit(order);
  const { name, bytes } = await receiveBytes(app, file, app.maxFileBytes);
  const wanted = { bytes, fileName: name, maxFileBytes: app.maxFileBytes, sheet: order.mapping.sheet, first: null };
  const read: ListOrder['read'] = async (take, signal) => void (await app.reader.rows(wanted, take, signal));
  return startListImport(app, person, { ...order, name, request: null, read });
}

type StartedImport = { id: string; ended: Promise<FigureImport> };

/** Hands over the rows of a list, wherever they come from. */
type ReadRows = (take: (rows: RawRows) => void, signal: AbortSignal) => Promise<void>;
type ListOrder = ImportOrder & { name: string; request: { key: string; hash: string } | null; read: ReadRows };

/** @throws Refusal notPossibleNow where a request with this key came in a moment ago */
export async function startListImport(
  app: App,
  person: Person,
  { name: fileName, mapping, choices, request, read }: ListOrder,
): Promise<StartedImport> {
  refuseUnfit({ mapping, choices });
  const cancel = new AbortController();
  const job: Job = { id: randomUUID(), fileName, read, person, mapping, choices, cancel, signal: cancel.signal };
  const begun = { id: job.id, fileName, mapping, choices, request, userId: person.user.id, at: app.clock.now() };
  if (!(await insertFigureImport(app.db, { ...begun, server: await app.place.number() })))
    throw new Refusal('notPossibleNow');
  const ended = run(app, job).finally(() => app.figureImports.delete(job.id));
  app.figureImports.set(job.id, { cancel, ended });
  return { id: job.id, ended };
}

function refuseUnfit({ mapping, choices }: ImportOrder): void {
  if ((choices.replace || choices.keepUnusual) && choices.reason === '') throw new Refusal('reasonMissing');
  const gaps = mappingGaps(mapping);
  if (gaps.length > 0) throw new Refusal('mappingFaulty', { gaps: gaps.join(', ') });
}

type Job = ImportOrder & {
  id: string;
  fileName: string;
  read: ReadRows;
  person: Person;
  cancel: AbortController;
  signal: AbortSignal;
};

async function run(app: App, job: Job): Promise<FigureImport> {
  let list: FigureList | undefined;
  try {
    list = figureList(job.mapping, await listCatalogue(app.db, job.person, today(app.clock)));
    await readList(app, job, list);
    await store(app, job, list);
  } catch (error) {
    const { code, detail } = error instanceof Refusal ? error : new Refusal('importInterrupted');
    await endFigureImport(app.db, job.id, {
      stage: code === 'importCancelled' ? 'cancelled' : 'failed',
      at: app.clock.now(),
      counts: { ...list?.counts, figuresStored: 0, figuresReplaced: 0, figuresSame: 0 },
      head: list?.head() ?? [],
      faults: list?.refused() ?? [],
      refusal: { code, detail },
    });
    if (!(error instanceof Refusal)) throw error;
  }
  const ended = await findFigureImport(app.db, job.id);
  if (!ended) throw new Refusal('notFound');
  return ended;
}

/** Shown at most so often: each telling waits for the disk. */
const tellEveryMs = 400;

async function readList(app: App, job: Job, list: FigureList): Promise<void> {
  const { fileName, read, signal } = job;
  let told: Promise<void> = Promise.resolve();
  let last = performance.now();
  let broken: unknown;
  const stopping = new AbortController();
  const take = (rows: RawRows): void => {
    if (broken !== undefined) return;
    try {
      list.take(rows);
    } catch (error) {
      // Thrown in the middle of another process's news, it would reach nobody.
      broken = error;
      stopping.abort();
    }
    if (performance.now() - last < tellEveryMs) return;
    last = performance.now();
    const counts = { ...list.counts };
    told = told.then(async () => {
      // Cancelled on another server.
      if (!(await tellFigureImport(app.db, job.id, 'reading', counts))) job.cancel.abort();
    });
  };
  try {
    await read(take, AbortSignal.any([signal, stopping.signal]));
  } catch (error) {
    throw broken ?? error;
  } finally {
    await told;
  }
  if (broken !== undefined) throw broken;
  if (list.counts.rowsRead === 0) throw new Refusal('fileNothingFound', { name: fileName });
}

const figuresAtOnce = 5000;

/** One transaction: all figures and the end of the import are there, or nothing is. */
async function store(app: App, job: Job, list: FigureList): Promise<void> {
  await tellFigureImport(app.db, job.id, 'storing', list.counts);
  const good = await lookedOver(app.db, job, list);
  refuseCancelled(job);
  if (list.counts.rowsRefused > 0 && !job.choices.keepGood)
    throw new Refusal('rowsRefused', { rows: list.counts.rowsRefused });
  const at = app.clock.now();
  const by = { importId: job.id, at, userId: job.person.user.id };
  await app.db.transaction().execute(async (trx) => {
    await holdFigures(trx);
    const { fresh, ended, same } = await compare(trx, job, good, list.refuse);
    if (list.counts.rowsRefused > 0 && !job.choices.keepGood)
      throw new Refusal('rowsRefused', { rows: list.counts.rowsRefused });
    await endFigures(trx, ended, at);
    for (let from = 0; from < fresh.length; from += figuresAtOnce) {
      refuseCancelled(job);
      await insertFigures(trx, fresh.slice(from, from + figuresAtOnce), by);
    }
    await followLists(trx, fresh, by);
    refuseCancelled(job);
    const counts = { ...list.counts, figuresStored: fresh.length, figuresReplaced: ended.length, figuresSame: same };
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), at, userId: by.userId, verb: 'importFigures', documentId: null },
        ...{ subjectKind: 'figureImport', subjectId: job.id, reason: job.choices.reason || null },
        before: null,
        after: { fileName: job.fileName, ...counts },
      },
    ]);
    if (fresh.length > 0) await announce(trx, { kind: 'figures' });
    const end = { stage: 'done' as const, at, counts, head: list.head(), faults: list.refused(), refusal: null };
    if (!(await endFigureImport(trx, job.id, end))) throw new Refusal('importInterrupted');
  });
}

async function followLists(trx: Db, figures: readonly ListedFigure[], by: { at: Date; userId: string }): Promise<void> {
  const periods = figures.map(({ agencyId, period, calendar }) => ({ agencyId, period, calendar }));
  const each = [...new Map(periods.map((one) => [JSON.stringify(one), one])).values()];
  await followByFormula(trx, await following(trx, each), by);
}

/** Those that may be stored; of the others it is said why not. */
async function lookedOver(db: Db, { choices, mapping }: Job, list: FigureList): Promise<ListedFigure[]> {
  const { faults, kept } = await lookOverList(db, list.figures, { ...choices, mapping });
  const refused = new Set(faults.map(({ figure }) => figure));
  for (const { fault } of faults) list.refuse(fault);
  return list.figures
    .filter((figure) => !refused.has(figure))
    .map((figure) => (kept.has(figure) ? { ...figure, reason: choices.reason } : figure));
}

/** What is new, and what it takes the place of. */
async function compare(
  trx: Db,
  job: Job,
  good: readonly ListedFigure[],
  refuse: FigureList['refuse'],
): Promise<{ fresh: ListedFigure[]; ended: number[]; same: number }> {
  const fresh: ListedFigure[] = [];
  const ended: number[] = [];
  let same = 0;
  for (let from = 0; from < good.length; from += figuresAtOnce) {
    refuseCancelled(job);
    const some = good.slice(from, from + figuresAtOnce);
    const there = new Map((await figuresThere(trx, some)).map((one) => [one.at, one]));
    for (const [at, figure] of some.entries()) {
      const other = there.get(at);
      if (other?.same) same += 1;
      else if (other && !job.choices.replace) refuse(thereAlready(figure, other));
      else {
        fresh.push(figure);
        if (other) ended.push(other.id);
      }
    }
  }
  return { fresh, ended, same };
}

const thereAlready = (figure: ListedFigure, other: { value: number | null; missing: string | null }) => ({
  row: figure.row,
  column: columnLetters(figure.column),
  value: figure.value === null ? (figure.missing ?? '') : formatNumber(figure.value),
  code: 'thereAlready' as const,
  detail: { there: other.value === null ? (other.missing ?? '') : formatNumber(other.value) },
});

function refuseCancelled({ signal }: Job): void {
  if (signal.aborted) throw new Refusal('importCancelled');
}
