import type { FigureSheet } from '../registry/cell.ts';
import { checkCell, surroundingsOf } from '../registry/cell-checks.ts';
import { checkedLines } from '../registry/checked-lines.ts';
import { figureKey } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import { cellsOfSubmission, remarksOfSubmission } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import type { AskedFigures } from '../store/held-submissions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { figureLines } from './figure-lines.ts';
import { seeSubmission } from './submissions.ts';

/** The figures of a submission; none where they are inside an agency that whoever asks does not belong to. */
export const getFigureSheet = (app: App, person: Person, submissionId: string): Promise<FigureSheet> =>
  inOneTransaction(app, async (one) => {
    const { page, laid, askedProvince } = await seeSubmission(one, person, submissionId);
    const { submission, round, may } = page;
    const cells = await cellsOfSubmission(one.db, laid);
    const remarks = await remarksOfSubmission(one.db, laid);
    const asked = { ...round, askedId: submission.asked.id, askedProvince };
    const { lines, formulas, now } = await figureLines(one.db, asked, { cells, remarks, day: today(app.clock) });
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
  });

/** How many of a submission's numbers are unusual and stand without a reason: they keep it from being handed on. */
export async function countUnexplained(db: Db, submission: AskedFigures, day: PlainDate): Promise<number> {
  const asked = await cellsOfSubmission(db, submission);
  const { lines } = await figureLines(db, submission, { cells: asked, remarks: new Map(), day });
  const checked = checkedLines(lines);
  const around = surroundingsOf(checked, submission.period);
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
