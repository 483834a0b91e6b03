import { z } from 'zod';
import { Cell, CellChange, CellRemark, FigureSheet, mostChanges } from '../registry/cell.ts';
import { CorrectionItem, CorrectionVerb } from '../registry/correction.ts';
import { Figure, FigureKey, FigureValue } from '../registry/figure.ts';
import { FigurePoint } from '../registry/figure-point.ts';
import { RoundSheet } from '../registry/round-sheet.ts';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });
const words = z.string().trim().min(1).max(2000);

export const getFigureSheet = endpoint({
  method: 'GET',
  path: '/api/submissions/:id/figures',
  access: 'seeReporting',
  summary: 'The figures that are asked of an agency, what it has typed, and what stands beside each',
  params: Id,
  response: FigureSheet,
});

/** May be sent again: what has arrived already is no conflict. */
export const saveCells = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/figures',
  access: 'fillSubmission',
  summary:
    'What was typed or pasted at once: stored whole, or refused whole where somebody else changed one of the cells',
  params: Id,
  body: z.object({ changes: z.array(CellChange).min(1).max(mostChanges) }),
  response: z.object({ cells: z.array(Cell) }),
});

export const addRemark = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/remarks',
  access: 'seeReporting',
  summary: 'Comment on a cell',
  params: Id,
  body: z.object({ key: FigureKey, words }),
  response: z.object({ remarks: z.array(CellRemark) }),
});

export const endRemark = endpoint({
  method: 'POST',
  path: '/api/submissions/:id/remarks/:remarkId',
  access: 'seeReporting',
  summary: 'What was said about a cell is settled',
  params: Id.extend({ remarkId: z.uuid() }),
  response: z.object({ settled: z.boolean() }),
});

export const getRoundSheet = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/figures',
  access: 'seeReporting',
  summary: 'The figures of a whole round, agencies beside one another, as far as they have been sent',
  params: Id,
  response: RoundSheet,
});

const IndicatorId = z.object({ id: z.string().max(200) });
const OfLine = z.object({ line: z.string().max(300).optional(), asOf: PlainDate.optional() });

export const getIndicatorFigures = endpoint({
  method: 'GET',
  path: '/api/indicators/:id/figures',
  access: 'readRegister',
  summary:
    'What was reported and approved of an indicator, period by period, made one by its rule, and the values that were replaced',
  params: IndicatorId,
  query: OfLine,
  response: z.object({ points: z.array(FigurePoint), revisions: z.array(Figure), formula: z.string().nullable() }),
});

export const getFiguresOfPoint = endpoint({
  method: 'GET',
  path: '/api/indicators/:id/figures/agencies',
  access: 'readRegister',
  summary: 'Each agency’s figures of one period, with the submission that each comes from',
  params: IndicatorId,
  query: OfLine.extend({ period: PeriodCode }),
  response: z.object({ figures: z.array(Figure) }),
});

export const getFigureHistory = endpoint({
  method: 'GET',
  path: '/api/figures/history',
  access: 'readRegister',
  summary: 'Every value that a figure has had',
  query: FigureKey.extend({ agencyId: z.string().max(200), period: PeriodCode, calendar: ReportingCalendar }),
  response: z.object({ figures: z.array(Figure) }),
});

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/corrections',
  access: 'seeReporting',
  summary: 'Corrections of locked figures, latest first',
  query: z.object({
    open: z.enum(['true', 'false']).optional(),
    submissionId: z.uuid().optional(),
    roundId: z.uuid().optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  response: z.object({ corrections: z.array(CorrectionItem), more: z.boolean() }),
});

export const askCorrection = endpoint({
  method: 'POST',
  path: '/api/corrections',
  access: 'askCorrection',
  summary: 'Ask for another value in the place of a figure that is locked',
  body: FigureValue.extend({ figureId: z.int().min(1), reason: words }),
  response: CorrectionItem,
});

export const stepCorrection = endpoint({
  method: 'POST',
  path: '/api/corrections/:id',
  access: 'seeReporting',
  summary: 'Grant it, refuse it, or take it back',
  params: Id,
  body: z.object({ verb: CorrectionVerb, version: z.int().min(1), because: z.string().trim().max(2000) }),
  response: CorrectionItem,
});
