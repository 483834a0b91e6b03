import { isComputedToDate, isWhole, type SubjectOfFigures, type WholeLine } from '../registry/line-facts.ts';
import type { ReportAppendices } from '../registry/report-appendix.ts';
import { isFrozen } from '../registry/report-stage.ts';
import { consolidatedReport, consolidatedReportValues } from '../report/consolidated-report.ts';
import { reportSheets } from '../report/report-sheets.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { tasksBelow } from '../store/reported-tasks.ts';
import { findReport, frozenAppendices, type StoredReport, sectionsOfReport } from '../store/reports.ts';
import { findRound, type WholeRound } from '../store/rounds.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { type Clock, today } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { type ExportedFile, workbookFile } from './export-findings.ts';
import { issuerFacts } from './issuer-facts.ts';
import { linesOfRound } from './round-lines.ts';
import { workDay } from './work-day.ts';

/** The report as a file: as it was signed, or before that as it stands now. */
export async function writeReportDocument(
  app: App,
  id: string,
  format: DocumentFormat | 'xlsx',
): Promise<DocumentFile | ExportedFile> {
  const { appendices, ...one } = await describeReport(app, id);
  return format === 'xlsx' ? workbookFile(one.name, reportSheets(appendices)) : documentFile(app, one, format);
}

type Described = NamedOutgoing & { appendices: ReportAppendices };

/** @throws Refusal notFound */
export const describeReport = (app: Pick<App, 'db' | 'clock'>, id: string): Promise<Described> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const report = await findReport(db, id);
    const whole = report && (await findRound(db, report.roundId));
    if (!report || !whole) throw new Refusal('notFound');
    const date = dayOf(report, clock);
    const issuer = await issuerFacts(db, whole.receiverId, date);
    if (!issuer) throw new Error(`round ${report.roundId} reports to nobody known`);
    const frozen = isFrozen(report.stage) ? report.frozen : null;
    const appendices = frozen ? await frozenAppendices(db, id) : await appendicesNow(db, clock, whole);
    const sections = frozen?.sections ?? (await sectionsOfReport(db, id));
    const facts = {
      ...{ issuer, title: report.title, number: report.number, date, signer: report.signed?.by.name ?? null },
      ...{ sections, appendices, addressees: report.addressees, recipients: report.recipients },
    };
    return {
      outgoing: { kind: 'report', document: consolidatedReport(facts), own: consolidatedReportValues(facts) },
      issuerId: issuer.id,
      name: report.title.replaceAll('/', '-'),
      appendices,
    };
  });

const dayOf = ({ issuedOn, signed }: StoredReport, clock: Clock): PlainDate =>
  issuedOn ?? (signed ? dayOfMoment(new Date(signed.at)) : today(clock));

/** What figures and tasks say today. */
export async function appendicesNow(
  db: Db,
  clock: Clock,
  { round, receiverId }: Pick<WholeRound, 'round' | 'receiverId'>,
): Promise<ReportAppendices> {
  const day = await workDay({ db, clock });
  const lines = await linesOfRound(db, round, { day: day.today });
  // What does not add up stands for each agency.
  const shown = lines.flatMap((one) => (isWhole(one) && !one.value && !one.toDate ? one.members : [one]));
  const ids = shown.flatMap((one) => (isWhole(one) ? [] : [one.agencyId]));
  const names = await agencyNamesOn(db, [...new Set(ids)], day.today);
  return {
    day: day.today,
    targets: shown.map((one) => ({
      indicator: fieldsOf(one.indicator),
      line: one.line,
      agency: isWhole(one) ? wholeAgency(one) : (names.get(one.agencyId) ?? one.agencyId),
      formula: isWhole(one) ? (one.formula?.words ?? null) : null,
      plan: one.plan?.value ?? null,
      value: one.value?.value ?? null,
      toDate: one.toDate?.value ?? null,
      computed: one.toDate !== null && isComputedToDate(one),
      before: one.before?.value ?? null,
      beforeToDate: one.beforeToDate?.value ?? null,
    })),
    tasks: await tasksBelow(db, receiverId, day),
  };
}

const wholeAgency = ({ agencies, formula }: WholeLine): string =>
  formula?.wide ? 'Tính theo công thức' : `${agencies.length} cơ quan`;

const fieldsOf = ({ name, unit, measure, decimals }: SubjectOfFigures) => ({ name, unit, measure, decimals });
