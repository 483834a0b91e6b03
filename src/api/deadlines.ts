import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Programs that show calendars send no headers: the key stands in the address, and opens nothing else. */
export const getDeadlines = endpoint({
  method: 'GET',
  path: '/api/deadlines/:key',
  access: 'public',
  costly: true,
  summary: 'What is due, as an iCalendar feed; the key is one that was made for a calendar',
  params: z.object({ key: z.string().max(100) }),
});
