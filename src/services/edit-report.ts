import { isDeepStrictEqual } from 'node:util';
import { blockChanges } from '../registry/content-changes.ts';
import type { Person } from '../registry/may.ts';
import type { ReportAddress, ReportPage } from '../registry/report.ts';
import { makesDraft, type ReportVerb, reportStageAfter } from '../registry/report-stage.ts';
import type { SectionContent } from '../registry/section-content.ts';
import { readStory } from '../store/actions.ts';
import {
  holdReportSection,
  keepDraft,
  type ReportStep,
  type StoredReportSection,
  sectionsOfReport,
  setReportStage,
  writeReportSection,
} from '../store/reports.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { appendicesNow } from './report-document.ts';
import { onReport, type ReportWork, recordReport } from './report-work.ts';
import { contributorsOf, getReport } from './reports.ts';
import { tellOfReport } from './tell-of-report.ts';

type SectionSaving = { content: SectionContent; version: number };

/**
 * One heading of the report saves itself while it is written. What is recorded of a saving are the blocks that came and went. Sent
 * twice, because an answer was lost, it is stored once.
 */
export function saveReportSection(
  app: App,
  person: Person,
  at: { reportId: string; section: string },
  { content, version }: SectionSaving,
): Promise<StoredReportSection> {
  return onReport(app, person, at.reportId, async (work) => {
    const stage = nextStage(work, 'edit');
    const held = await holdReportSection(work.trx, at.reportId, at.section);
    if (!held) throw new Refusal('notFound');
    if (isDeepStrictEqual(held.content, content)) return held;
    if (held.version !== version)
      throw new Refusal('changedMeanwhile', {
        version: held.version,
        ...(held.changed && { name: held.changed.by.name, at: held.changed.at }),
      });
    const { trx, person: writer } = work;
    await writeReportSection(trx, { ...at, content, by: writer.user.id, at: work.at });
    if (stage !== work.report.stage) await setReportStage(trx, work.report.id, { stage });
    const changes = blockChanges(held.content, content);
    const textsOf = (kind: string) => changes.filter((one) => one.kind === kind).map(({ text }) => text);
    await recordReport(work, {
      ...{ verb: 'editSummary', section: at.section },
      ...{ before: { text: textsOf('removed') }, after: { text: textsOf('added') } },
    });
    const saved = await holdReportSection(trx, at.reportId, at.section);
    if (!saved) throw new Error(`section ${at.section} was saved and is not there`);
    return saved;
  });
}

function nextStage({ report, hats }: ReportWork, verb: ReportVerb) {
  const stage = reportStageAfter(verb, report.stage, hats);
  if (stage !== undefined) return stage;
  throw new Refusal(hats.size === 0 ? 'notAllowed' : 'notPossibleNow');
}

export type ReportStepAsked = { version: number } & (
  | { verb: 'submit' | 'withdraw' | 'sign' }
  | ({ verb: 'address' } & ReportAddress)
  | { verb: 'return'; reason: string }
  | { verb: 'publish'; number: string; issuedOn: PlainDate }
);

export async function stepReport(app: App, person: Person, id: string, step: ReportStepAsked): Promise<ReportPage> {
  const roundId = await onReport(app, person, id, async (work) => {
    const { trx, report } = work;
    await refuseStaleReport(work, step.version);
    if (step.verb === 'address') return address(work, step);
    const stage = nextStage(work, step.verb);
    const reason = step.verb === 'return' ? step.reason : null;
    if (makesDraft(step.verb)) await keepDraft(trx, id, person.user.id, work.at);
    await setReportStage(trx, id, {
      stage,
      ...(step.verb === 'return' && { returnedBecause: step.reason }),
      ...(step.verb === 'submit' && { returnedBecause: null }),
      ...(step.verb === 'sign' && { signed: { by: person.user.id, at: work.at, frozen: await frozenNow(app, work) } }),
      ...(step.verb === 'publish' && { published: { at: work.at, number: step.number, issuedOn: step.issuedOn } }),
    });
    await recordReport(work, {
      verb: `${step.verb}Summary`,
      before: { stage: report.stage },
      after: { stage, ...(step.verb === 'publish' && { number: step.number, issuedOn: step.issuedOn }) },
      reason,
    });
    await tellOfReport(work, step);
    return report.roundId;
  });
  return getReport(app, person, roundId);
}

/** Part of writing it; what has no line is left out. */
async function address(work: ReportWork, { addressees, recipients }: ReportAddress): Promise<string> {
  const { trx, report } = work;
  const after = { addressees: addressees.map(nfc), recipients: recipients.map(nfc) };
  await setReportStage(trx, report.id, { stage: nextStage(work, 'edit'), address: after });
  const before = { addressees: report.addressees, recipients: report.recipients };
  await recordReport(work, { verb: 'addressSummary', before, after });
  return report.roundId;
}

async function refuseStaleReport({ trx, report }: ReportWork, seen: number): Promise<void> {
  if (report.version === seen) return;
  const [last] = await readStory(trx, { subject: { kind: 'report', id: report.id } }, { limit: 1 });
  throw new Refusal('changedMeanwhile', { version: report.version, ...(last && { name: last.by.name, at: last.at }) });
}

/** As it is signed: every text with the numbers that it holds now, and what stands behind it. */
async function frozenNow(
  app: App,
  { trx, report, round }: ReportWork,
): Promise<NonNullable<ReportStep['signed']>['frozen']> {
  const sections = await sectionsOfReport(trx, report.id);
  return {
    sections: sections.map(({ key, title, level, content }) => ({ key, title, level, content })),
    contributors: await contributorsOf({ ...app, db: trx }, report.roundId),
    appendices: await appendicesNow(trx, app.clock, round),
  };
}
