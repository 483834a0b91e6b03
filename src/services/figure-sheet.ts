import type { FigureSheet } from '../registry/cell.ts';
import { checkCell, surroundingsOf } from '../registry/cell-checks.ts';
import { checkedLines } from '../registry/checked-lines.ts';
import { figureKey } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import type { SubmissionPage } from '../registry/submission.ts';
import { cellsOfSubmission, remarksOfSubmission } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { figureLines } from './figure-lines.ts';
import { getSubmission } from './submissions.ts';

/** The figures of a submission; none where they are inside an agency that whoever asks does not belong to. */
export const getFigureSheet = (app: App, person: Person, submissionId: string): Promise<FigureSheet> =>
  inOneTransaction(app, async (one) => {
    const page = await getSubmission(one, person, submissionId);
    return sheetOf(one.db, page, today(app.clock));
  });

async function sheetOf(db: Db, page: SubmissionPage, day: PlainDate): Promise<FigureSheet> {
  const { submission, round, may } = page;
  const cells = await cellsOfSubmission(db, submission.id);
  const remarks = await remarksOfSubmission(db, submission.id);
  const { lines, formulas, now } = await figureLines(db, page, { cells, remarks, day });
  const own = new Set(cells.map(figureKey));
  return {
    submissionId: submission.id,
    agency: submission.agency,
    period: round.period,
    calendar: round.calendar,
    stage: submission.stage,
    mayFill: may.includes('fill'),
    mayRemark: cells.length > 0 && may.length > 0,
    formulas,
    elsewhere: now.filter((figure) => !own.has(figureKey(figure))),
    lines,
  };
}

/** How many of a submission's numbers are unusual and stand without a reason: they keep it from being handed on. */
export async function countUnexplained(db: Db, page: SubmissionPage, day: PlainDate): Promise<number> {
  const { lines } = await sheetOf(db, page, day);
  const checked = checkedLines(lines);
  const around = surroundingsOf(checked, page.round.period);
  return checked.reduce((sum, line, at) => {
    const beside = around[at];
    const cells = lines[at]?.cells ?? [];
    return (
      sum +
      line.cells.filter((cell, index) => beside && checkCell(cell, line, beside).length > 0 && !cells[index]?.reason)
        .length
    );
  }, 0);
}
