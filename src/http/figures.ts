import * as endpoints from '../api/figures.ts';
import { addRemark, endRemark } from '../services/cell-remarks.ts';
import * as corrections from '../services/corrections.ts';
import { getFigureSheet } from '../services/figure-sheet.ts';
import * as figures from '../services/figures.ts';
import { getRoundSheet } from '../services/round-sheet.ts';
import { saveCells } from '../services/save-cells.ts';
import type { Route } from './route.ts';

export function figureRoutes(route: Route): void {
  route(endpoints.getFigureSheet, ({ app, actor, params }) => getFigureSheet(app, actor, params.id));
  route(endpoints.saveCells, ({ app, actor, params, body }) => saveCells(app, actor, params.id, body.changes));
  route(endpoints.addRemark, ({ app, actor, params, body }) => addRemark(app, actor, params.id, body));
  route(endpoints.endRemark, ({ app, actor, params }) => endRemark(app, actor, params.id, params.remarkId));
  route(endpoints.getRoundSheet, ({ app, params }) => getRoundSheet(app, params.id));
  route(endpoints.getIndicatorFigures, ({ app, params, query }) => figures.getIndicatorFigures(app, params.id, query));
  route(endpoints.getFiguresOfPoint, ({ app, params, query }) => figures.getFiguresOfPoint(app, params.id, query));
  route(endpoints.getFigureHistory, ({ app, query }) => figures.getFigureHistory(app, query));
  route(endpoints.listCorrections, ({ app, actor, query: { open, ...query } }) =>
    corrections.readCorrections(app, actor, { ...query, ...(open && { open: open === 'true' }) }),
  );
  route(endpoints.askCorrection, ({ app, actor, body }) => corrections.askCorrection(app, actor, body));
  route(endpoints.stepCorrection, ({ app, actor, params, body }) =>
    corrections.stepCorrection(app, actor, params.id, body),
  );
}
