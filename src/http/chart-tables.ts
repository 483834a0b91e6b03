import { writeChartTable } from '../api/chart-tables.ts';
import { chartTableFile } from '../services/chart-table.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function chartTableRoutes(route: Route): void {
  route(writeChartTable, async ({ body, reply }) => sendFile(reply, chartTableFile(body)));
}
