import type { ReportAppendices } from '../registry/report-appendix.ts';
import { isFrozen } from '../registry/report-stage.ts';
import { consolidatedReport } from '../report/consolidated-report.ts';
import type { Db } from '../store/database.ts';
import { factsOfRound } from '../store/figure-facts.ts';
import { agencyNamesOn } from '../store/names.ts';
import { tasksBelow } from '../store/reported-tasks.ts';
import { findReport, frozenAppendices, type StoredReport, sectionsOfReport } from '../store/reports.ts';
import { findRound, type WholeRound } from '../store/rounds.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { type Clock, today } from './clock.ts';
import { type DocumentFile, documentFile } from './document-file.ts';
import { issuerFacts } from './issuer-facts.ts';
import { workDay } from './work-day.ts';

/** The report as a file: as it was signed, or before that as it stands now. */
export async function writeReportDocument(app: App, id: string, format: DocumentFormat): Promise<DocumentFile> {
  const { document, name } = await inOneTransaction(app, async ({ db, clock }) => {
    const report = await findReport(db, id);
    const whole = report && (await findRound(db, report.roundId));
    if (!report || !whole) throw new Refusal('notFound');
    const date = dayOf(report, clock);
    const issuer = await issuerFacts(db, whole.receiverId, date);
    if (!issuer) throw new Error(`round ${report.roundId} reports to nobody known`);
    const frozen = isFrozen(report.stage) ? report.frozen : null;
    const appendices = frozen ? await frozenAppendices(db, id) : await appendicesNow(db, clock, whole);
    const sections = frozen?.sections ?? (await sectionsOfReport(db, id));
    const document = consolidatedReport({
      ...{ issuer, title: report.title, number: report.number, date, signer: report.signed?.by.name ?? null },
      ...{ sections, appendices },
    });
    return { document, name: report.title.replaceAll('/', '-') };
  });
  return documentFile(document, name, format);
}

const dayOf = ({ issuedOn, signed }: StoredReport, clock: Clock): PlainDate =>
  issuedOn ?? (signed ? dayOfMoment(new Date(signed.at)) : today(clock));

/** What figures and tasks say today. */
export async function appendicesNow(
  db: Db,
  clock: Clock,
  { round, receiverId }: Pick<WholeRound, 'round' | 'receiverId'>,
): Promise<ReportAppendices> {
  const day = await workDay({ db, clock });
  const { id: roundId, period, calendar } = round;
  const facts = await factsOfRound(db, { roundId, period, calendar, day: day.today });
  const names = await agencyNamesOn(db, [...new Set(facts.map(({ agencyId }) => agencyId))], day.today);
  return {
    day: day.today,
    targets: facts.map(({ indicator: { name, unit, measure, decimals }, line, agencyId, ...numbers }) => ({
      indicator: { name, unit, measure, decimals },
      line,
      agency: names.get(agencyId) ?? agencyId,
      plan: numbers.plan?.value ?? null,
      value: numbers.value?.value ?? null,
      toDate: numbers.toDate?.value ?? null,
      before: numbers.before?.value ?? null,
      beforeToDate: numbers.beforeToDate?.value ?? null,
    })),
    tasks: await tasksBelow(db, receiverId, day),
  };
}
