import { writeFormXlsx } from '../files/written/form-xlsx.ts';
import type { Person } from '../registry/may.ts';
import { compareWorkbook, keySheet, readKeys, type WorkbookComparison } from '../registry/submission-workbook.ts';
import { submissionForm } from '../report/submission-form.ts';
import type { RawCell } from '../values/raw-cell.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { getFigureSheet } from './figure-sheet.ts';
import type { IncomingFile } from './import-document.ts';
import { receiveBytes } from './receive-file.ts';
import { getSubmission } from './submissions.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type FormFile = { name: string; mediaType: string; content: Buffer };

/** The form of a submission with what it holds now, to be filled in without a connection. */
export async function formWorkbook(app: App, person: Person, submissionId: string): Promise<FormFile> {
  const { page, sheet } = await inOneTransaction(app, async (one) => ({
    page: await getSubmission(one, person, submissionId),
    sheet: await getFigureSheet(one, person, submissionId),
  }));
  if (sheet.lines.length === 0) throw new Refusal('notFound');
  const name = `Biểu số liệu ${page.round.period} - ${page.submission.agency.name}.xlsx`.replaceAll('/', '-');
  return { name, mediaType, content: await writeFormXlsx(submissionForm(page, sheet)) };
}

/**
 * What differs in a form that came back. Nothing is stored: what is wanted of it is saved as if it were typed.
 * @throws Refusal workbookForeign, workbookOtherRound, and those of files that cannot be opened
 */
export async function compareForm(
  app: App,
  person: Person,
  submissionId: string,
  file: IncomingFile,
): Promise<WorkbookComparison> {
  const page = await getSubmission(app, person, submissionId);
  if (!page.may.includes('fill')) throw new Refusal('notPossibleNow');
  const { name, bytes } = await receiveBytes(app, file, app.maxFileBytes);
  const read = (sheet: string): Promise<RawCell[][]> => rowsOf(app, { bytes, fileName: name }, sheet);
  const form = readKeys(await read(keySheet));
  if (!form) throw new Refusal('workbookForeign', { name });
  if (form.head.submissionId !== submissionId)
    throw new Refusal('workbookOtherRound', { round: form.head.roundTitle, agency: form.head.agencyName });
  const rows = await read(form.head.sheet);
  const sheet = await getFigureSheet(app, person, submissionId);
  return compareWorkbook(form.keys, rows, sheet);
}

async function rowsOf(app: App, file: { bytes: Buffer; fileName: string }, sheet: string): Promise<RawCell[][]> {
  const rows: RawCell[][] = [];
  await app.reader.rows(
    { ...file, maxFileBytes: app.maxFileBytes, sheet, first: mostRows },
    (some) => void rows.push(...some.rows),
    new AbortController().signal,
  );
  return rows;
}

/** More than any regime asks one agency for. */
const mostRows = 20_000;
