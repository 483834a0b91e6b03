import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The numbers of a chart as they stand in the table behind it. */
export const ChartTable = z.object({
  name: z.string().min(1).max(300),
  heads: z.array(z.string().max(300)).min(1).max(60),
  rows: z.array(z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(60)).max(5000),
});
export type ChartTable = z.infer<typeof ChartTable>;

export const writeChartTable = endpoint({
  method: 'POST',
  path: '/api/chart-tables',
  access: 'readRegister',
  costly: true,
  summary: 'The table behind a chart as .xlsx: nothing is read for it but what is sent',
  body: ChartTable,
});
