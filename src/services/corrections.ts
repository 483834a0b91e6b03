import { randomUUID } from 'node:crypto';
import {
  type Correction,
  type CorrectionItem,
  type CorrectionVerb,
  correctionVerbs,
  stageOfVerb,
} from '../registry/correction.ts';
import { computable, deriveFigure, formulasOf } from '../registry/derived-cells.ts';
import { type Figure, type FigureValue, figureKey, sameValue } from '../registry/figure.ts';
import { may, type Person } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import { announce } from '../store/announcements.ts';
import { cellsOfSubmission, putCells } from '../store/cells.ts';
import {
  type CorrectionFilter,
  decideCorrection,
  findCorrection,
  holdCorrection,
  insertCorrection,
  listCorrections,
} from '../store/corrections.ts';
import type { Db } from '../store/database.ts';
import { figuresByIds, figuresOfSubmission, replaceFigure } from '../store/figures.ts';
import { submissionDuty } from '../store/filled-submissions.ts';
import { findLaidSubmission, holdSubmission, type LaidSubmission } from '../store/held-submissions.ts';
import { listIndicators } from '../store/indicators.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { submissionHats } from './submission-work.ts';
import { tellOfCorrection } from './tell-of-correction.ts';

/** Corrections of figures that are locked. */

type Standing = { asks: boolean; decides: boolean };

/** By whose it is today: a reorganisation may have handed it on. */
async function standingOf(app: App, person: Person, figure: Figure): Promise<Standing> {
  const duty = figure.submissionId === null ? undefined : await submissionDuty(app.db, figure.submissionId);
  if (duty) {
    const hats = await submissionHats(app.db, person, duty.agencyId);
    return { asks: hats.has('own'), decides: hats.has('coordinator') };
  }
  const subject = { agencyAndAbove: await agenciesAbove(app.db, figure.agency.id) };
  return { asks: may(person, 'askCorrection', subject), decides: may(person, 'decideCorrection', subject) };
}

const itemOf = async (app: App, person: Person, one: Correction): Promise<CorrectionItem> => ({
  ...one,
  may: correctionVerbs(one.stage, await standingOf(app, person, one.figure)),
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
    if (!(await standingOf(one, person, figure)).asks) throw new Refusal('notAllowed');
    if (figure.endedAt !== null || sameValue(figure, asking)) throw new Refusal('notPossibleNow');
    const at = app.clock.now();
    const { value, missing } = asking;
    const said = { figure, value, missing, reason: nfc(asking.reason) };
    const askedFor =
      (figure.submissionId && (await submissionDuty(one.db, figure.submissionId))?.agencyId) || figure.agency.id;
    const id = await insertCorrection(one.db, { ...said, askedBy: person.user.id, askedFor, at });
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
    const { figure } = correction;
    if (!correctionVerbs(correction.stage, await standingOf(one, person, figure)).includes(verb))
      throw new Refusal('notAllowed');
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
  const { indicatorId, line, span, basis, submissionId } = figure;
  const submission = submissionId === null ? undefined : await findLaidSubmission(trx, submissionId);
  // What follows from two that are corrected at once follows from both.
  if (submission) await holdSubmission(trx, submission);
  const newId = await replaceFigure(trx, figure.id, { value, missing, reason }, by);
  // Approved again, or imported over, since it was asked for.
  if (newId === undefined) throw new Refusal('notPossibleNow');
  const replaced = [{ indicatorId, line, span, basis, value, missing, reason }];
  if (submission) {
    replaced.push(...(await replaceDerived(trx, submission, by)));
    await putCells(trx, submission, replaced, by);
  }
  await announce(trx, { kind: 'figures' });
  return newId;
}

async function replaceDerived(trx: Db, submission: LaidSubmission, by: By) {
  const figures = await figuresOfSubmission(trx, submission.id);
  const cells = await cellsOfSubmission(trx, submission);
  const catalogue = await listIndicators(trx);
  const formulas = computable(
    formulasOf(catalogue.flatMap(({ id, formula }) => (formula === null ? [] : [[id, formula] as const]))),
    new Set([...cells, ...figures].map(({ indicatorId }) => indicatorId)),
  );
  const known = new Map<string, FigureValue>([...cells, ...figures].map((one) => [figureKey(one), one]));
  const replaced = [];
  for (const figure of figures) {
    if (!formulas.has(figure.indicatorId)) continue;
    const { value, missing } = deriveFigure(figure, formulas, (key) => known.get(figureKey(key)));
    if (sameValue(figure, { value, missing })) continue;
    await replaceFigure(trx, figure.id, { value, missing, reason: '' }, by);
    const { indicatorId, line, span, basis } = figure;
    replaced.push({ indicatorId, line, span, basis, value, missing, reason: '' });
  }
  return replaced;
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
