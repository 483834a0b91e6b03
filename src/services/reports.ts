import { randomUUID } from 'node:crypto';
import { isWhole } from '../registry/line-facts.ts';
import type { Person } from '../registry/may.ts';
import type { Contribution, CorrectedValue, FigureSentence, ReportPage, ReportSection } from '../registry/report.ts';
import { isFrozen, reportVerbsNow } from '../registry/report-stage.ts';
import { type SectionContent, sourceKey, sourcesOf } from '../registry/section-content.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import { figureSentence, wholeSentence } from '../report/figure-sentences.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { findReportOfRound, insertReport, lastDraft, type StoredReport, sectionsOfReport } from '../store/reports.ts';
import { findRound, type WholeRound } from '../store/rounds.ts';
import { contributionsTo, contributorsTo, countContributions } from '../store/section-texts.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { reportHats } from './report-work.ts';
import { linesOfRound, sourcesNow } from './round-lines.ts';

export const getReport = (app: App, person: Person, roundId: string): Promise<ReportPage> =>
  inOneTransaction(app, async (one) => {
    const whole = await roundOrRefuse(one.db, roundId);
    const hats = await reportHats(one.db, person, whole.receiverId);
    const report = await findReportOfRound(one.db, roundId);
    const round = { id: roundId, title: whole.round.title };
    if (!report)
      return {
        ...{ round, report: null, sections: [], contributors: [], corrected: [], may: [] },
        mayBegin: hats.has('writer'),
      };
    const sections = await sectionsFor(one.db, report);
    return {
      round,
      report: recordOf(report),
      sections,
      contributors: isFrozen(report.stage) ? (report.frozen?.contributors ?? []) : await contributorsOf(one, roundId),
      // What was signed stays as it was signed.
      corrected: isFrozen(report.stage)
        ? []
        : await correctedIn(
            one.db,
            sections.map(({ content }) => content),
            { roundId, day: today(one.clock) },
          ),
      may: reportVerbsNow(report.stage, hats),
      mayBegin: false,
    };
  });

const recordOf = ({ frozen: _, roundId: __, ...record }: StoredReport): ReportPage['report'] => record;

async function roundOrRefuse(db: Db, id: string): Promise<WholeRound> {
  const found = await findRound(db, id);
  if (!found) throw new Refusal('notFound');
  return found;
}

async function sectionsFor(db: Db, report: StoredReport): Promise<ReportSection[]> {
  const counts = await countContributions(db, report.roundId);
  const draft = await lastDraft(db, report.id);
  const sections = await sectionsOfReport(db, report.id);
  const signed = new Map(report.frozen?.sections.map(({ key, content }) => [key, content]));
  return sections.map((section) => ({
    ...section,
    content: (isFrozen(report.stage) ? signed.get(section.key) : undefined) ?? section.content,
    lastDraft: isFrozen(report.stage) ? null : (draft?.[section.key] ?? null),
    owed: counts.get(section.key)?.owed ?? 0,
    sent: counts.get(section.key)?.sent ?? 0,
  }));
}

/** Which numbers of these texts of a round read otherwise today. */
export async function correctedIn(
  db: Db,
  contents: readonly SectionContent[],
  of: { roundId: string; day: PlainDate },
): Promise<CorrectedValue[]> {
  const numbers = new Map(contents.flatMap(sourcesOf).map((one) => [sourceKey(one.source) + one.value, one]));
  const sources = new Map([...numbers.values()].map(({ source }) => [sourceKey(source), source]));
  const values = await sourcesNow(db, [...sources.values()], of);
  const changed = [...numbers.values()].filter(({ source, value }) => values.get(sourceKey(source)) !== value);
  const keys = new Set(changed.map(({ source }) => sourceKey(source)));
  return [...keys].flatMap((key) => {
    const source = sources.get(key);
    return source ? [{ source, value: values.get(key) ?? null }] : [];
  });
}

export async function contributorsOf(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  roundId: string,
): Promise<ReportPage['contributors']> {
  const found = await contributorsTo(db, roundId);
  const names = await agencyNamesOn(db, [...new Set(found.map(({ agencyId }) => agencyId))], today(clock));
  return found.map(({ submissionId, agencyId }) => ({
    submissionId,
    agency: { id: agencyId, name: names.get(agencyId) ?? agencyId },
  }));
}

/** Somebody begins to consolidate: the report gets the sections of the outline as it is today. */
export async function beginReport(app: App, person: Person, roundId: string): Promise<ReportPage> {
  await app.db.transaction().execute(async (trx) => {
    const { round, outline, receiverId } = await roundOrRefuse(trx, roundId);
    if (!(await reportHats(trx, person, receiverId)).has('writer')) throw new Refusal('notAllowed');
    const id = randomUUID();
    // Somebody else was quicker: theirs is shown.
    if (!(await insertReport(trx, { id, roundId, title: round.title, outline }))) return;
    await recordActions(trx, [
      {
        ...{
          operation: randomUUID(),
          at: app.clock.now(),
          userId: person.user.id,
          verb: 'beginSummary',
          documentId: null,
        },
        ...{ subjectKind: 'report', subjectId: id, before: null, after: { roundId, title: round.title }, reason: null },
      },
    ]);
    await announce(trx, { kind: 'round', by: person.user.id, roundId, submissionId: null, what: 'report' });
  });
  return getReport(app, person, roundId);
}

export const listContributions = (app: App, roundId: string, section: string): Promise<Contribution[]> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const found = await contributionsTo(db, roundId, section);
    const names = await agencyNamesOn(db, [...new Set(found.map(({ agencyId }) => agencyId))], today(clock));
    return found.map(({ submissionId, agencyId, stage, content, changed }) => ({
      submissionId,
      agency: { id: agencyId, name: names.get(agencyId) ?? agencyId },
      stage: SubmissionStage.parse(stage),
      content,
      changed,
    }));
  });

/** A sentence for each line that has figures: of a whole round, or of one submission while it is written. */
export const listSentences = (app: App, roundId: string, submissionId?: string): Promise<FigureSentence[]> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const { round } = await roundOrRefuse(db, roundId);
    const { period } = round;
    const day = today(clock);
    const lines = await linesOfRound(db, round, { day, ...(submissionId !== undefined && { submissionId }) });
    const members = lines.flatMap((one) => (isWhole(one) ? one.members : [one]));
    const names = await agencyNamesOn(db, [...new Set(members.map(({ agencyId }) => agencyId))], day);
    return lines.flatMap((one): FigureSentence[] => {
      const runs = isWhole(one) ? wholeSentence(one, period, names) : figureSentence({ ...one, period });
      if (!runs) return [];
      const { id, name, pillar } = one.indicator;
      const agency = isWhole(one) ? null : { id: one.agencyId, name: names.get(one.agencyId) ?? one.agencyId };
      const agencies = isWhole(one) ? one.agencies.length : 1;
      return [{ agency, agencies, indicator: { id, name }, line: one.line, pillar, runs }];
    });
  });
