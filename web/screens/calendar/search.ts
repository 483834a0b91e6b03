import { z } from 'zod';

/** The year that is shown; this one where none is named. */
export const CalendarSearch = z.object({ nam: z.coerce.number().int().min(2000).max(2100).optional() });
