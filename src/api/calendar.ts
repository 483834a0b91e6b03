import { z } from 'zod';
import { DayFields } from '../registry/calendar-edit.ts';
import { CalendarDay } from '../registry/working-days.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

export const getCalendar = endpoint({
  method: 'GET',
  path: '/api/calendar',
  access: 'readRegister',
  summary: 'Every day that is off though in the week, or worked though at its end, in order',
  response: z.object({ days: z.array(CalendarDay) }),
});

export const changeCalendarDay = endpoint({
  method: 'POST',
  path: '/api/calendar/:day',
  access: 'changeCalendar',
  summary:
    'A day off, a day worked in exchange, or a day as usual; open deadlines on a day off move to the next working day',
  params: z.object({ day: PlainDate }),
  body: z.object({
    fields: DayFields,
    /** The version that was seen; 0 where nothing was said of the day. */
    version: z.int(),
    reason: z.string().trim().max(2000).optional(),
  }),
  response: z.object({
    day: CalendarDay.nullable(),
    /** Deadlines that moved, and to which day. */
    moved: z.int(),
    movedTo: PlainDate.nullable(),
  }),
});
