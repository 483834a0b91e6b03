import { randomUUID } from 'node:crypto';
import { type Correction, type CorrectionItem, type CorrectionVerb, stageOfVerb } from '../registry/correction.ts';
import { type Figure, type FigureValue, sameValue } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import { putCells } from '../store/cells.ts';
import {
  type CorrectionFilter,
  decideCorrection,
  findCorrection,
  holdCorrection,
  insertCorrection,
  listCorrections,
} from '../store/corrections.ts';
import type { Db } from '../store/database.ts';
import { figuresByIds, replaceFigure } from '../store/figures.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { standingOf, verbsOf } from './correction-standing.ts';
import { followByFormula, holdFollowing, isComputed } from './follow-by-formula.ts';
import { tellOfCorrection } from './tell-of-correction.ts';

/** Corrections of figures that are locked. */

const itemOf = async (app: App, person: Person, one: Correction): Promise<CorrectionItem> => ({
  ...one,
  may: await verbsOf(app, person, one),
});

const pageSize = 50;

export const readCorrections = (
  app: App,
  person: Person,
  { page, ...filter }: CorrectionFilter & { page: number },
): Promise<{ corrections: CorrectionItem[]; more: boolean }> =>
  inOneTransaction(app, async (one) => {
    const found = await listCorrections(one.db, filter, { limit: pageSize + 1, offset: (page - 1) * pageSize });
    const corrections: CorrectionItem[] = [];
    for (const correction of found.slice(0, pageSize)) corrections.push(await itemOf(one, person, correction));
    return { corrections, more: found.length > pageSize };
  });

type Asking = FigureValue & { figureId: number; reason: string };

export const askCorrection = (app: App, person: Person, asking: Asking): Promise<CorrectionItem> =>
  inOneTransaction(app, async (one) => {
    const [figure] = await figuresByIds(one.db, [asking.figureId]);
    if (!figure) throw new Refusal('notFound');
    const { asksFor } = await standingOf(one, person, figure);
    if (asksFor === undefined) throw new Refusal('notAllowed');
    if (figure.endedAt !== null || sameValue(figure, asking)) throw new Refusal('notPossibleNow');
    const at = app.clock.now();
    await refuseComputed(one.db, figure, at);
    const { value, missing } = asking;
    const said = { figure, value, missing, reason: nfc(asking.reason) };
    const id = await insertCorrection(one.db, { ...said, askedBy: person.user.id, askedFor: asksFor, at });
    if (id === undefined) throw new Refusal('correctionAskedAlready');
    const correction = await getItem(one, person, id);
    await record(one.db, person, at, {
      verb: 'askCorrection',
      correction,
      after: { value, missing },
      reason: said.reason,
    });
    await tellOfCorrection(one.db, { person, at }, correction, 'correctionAsked');
    return correction;
  });

async function getItem(app: App, person: Person, id: string): Promise<CorrectionItem> {
  const correction = await findCorrection(app.db, id);
  if (!correction) throw new Refusal('notFound');
  return itemOf(app, person, correction);
}

export type CorrectionStep = { verb: CorrectionVerb; version: number; because: string };

/** Granted, the figure ends and another takes its place; what follows from it by formula does the same. */
export const stepCorrection = (app: App, person: Person, id: string, step: CorrectionStep): Promise<CorrectionItem> =>
  inOneTransaction(app, async (one) => {
    const correction = await holdCorrection(one.db, id);
    if (!correction) throw new Refusal('notFound');
    const { verb, version, because } = step;
    if (correction.version !== version)
      throw new Refusal('changedMeanwhile', {
        ...(correction.decided && { name: correction.decided.by.name, at: correction.decided.at }),
      });
    if (!(await verbsOf(one, person, correction)).includes(verb)) throw new Refusal('notAllowed');
    const at = app.clock.now();
    const by = { at, userId: person.user.id };
    const newFigureId = verb === 'grant' ? await replace(one.db, correction, by) : undefined;
    await decideCorrection(one.db, id, { ...by, stage: stageOfVerb(verb), because: nfc(because), newFigureId });
    await record(one.db, person, at, {
      ...{ verb: `${verb}Correction`, correction, reason: because || null },
      after: verb === 'grant' ? { value: correction.value, missing: correction.missing } : null,
    });
    const decided = await getItem(one, person, id);
    if (verb !== 'withdraw')
      await tellOfCorrection(
        one.db,
        { person, at },
        decided,
        verb === 'grant' ? 'correctionGranted' : 'correctionRefused',
      );
    return decided;
  });

type By = { at: Date; userId: string };

async function replace(trx: Db, { figure, value, missing, reason }: Correction, by: By): Promise<number> {
  const { indicatorId, line, span, basis, submissionId, agency, period, calendar } = figure;
  // What follows from two that are corrected at once follows from both.
  const held = await holdFollowing(trx, { agencyId: agency.id, period, calendar }, submissionId);
  await refuseComputed(trx, figure, by.at);
  const newId = await replaceFigure(trx, figure.id, { value, missing, reason }, by);
  // Approved again, or imported over, since it was asked for.
  if (newId === undefined) throw new Refusal('notPossibleNow');
  const own = held.find(({ id }) => id === submissionId);
  if (own) await putCells(trx, own, [{ indicatorId, line, span, basis, value, missing, reason }], by);
  await followByFormula(trx, held, by);
  await announce(trx, { kind: 'figures' });
  return newId;
}

async function refuseComputed(db: Db, figure: Figure, at: Date): Promise<void> {
  if (await isComputed(db, figure, dayOfMoment(at))) throw new Refusal('figureComputed');
}

type Recorded = { verb: string; correction: Correction; after: FigureValue | null; reason: string | null };

const record = (trx: Db, person: Person, at: Date, { verb, correction, after, reason }: Recorded): Promise<void> => {
  const { id, figure } = correction;
  const { indicatorId, line, period, span, basis, value, missing } = figure;
  const of = { figureId: figure.id, agencyId: figure.agency.id, indicatorId, line, period, span, basis };
  return recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: person.user.id, verb, documentId: null, reason },
      ...{ subjectKind: 'correction', subjectId: id, before: { ...of, value, missing }, after: after && { ...after } },
    },
  ]);
};
