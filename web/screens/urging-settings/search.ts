import { z } from 'zod';

/** The document whose steps are shown; the usual ones where none is named. */
export const UrgingSearch = z.object({ vanBan: z.uuid().optional() });
