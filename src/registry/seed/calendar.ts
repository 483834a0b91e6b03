import { PlainDate } from '../../values/plain-date.ts';
import { type CalendarDay, calendarDayKinds } from '../working-days.ts';
import { fieldsOf, linesOf, oneOf } from './lines.ts';

/** "day | kind | name | verify"; a line "@ source" says where those below it come from. */
export function readCalendar(text: string): CalendarDay[] {
  const days: CalendarDay[] = [];
  let source = '';
  for (const line of linesOf(text)) {
    if (line.startsWith('@')) {
      source = line.slice(1).trim();
      continue;
    }
    const [day, kind, name = '', mark = ''] = fieldsOf(line);
    days.push({
      day: PlainDate.parse(day),
      kind: oneOf(calendarDayKinds, kind),
      name,
      source,
      certain: oneOf(['', 'verify'], mark) === '',
      version: 1,
    });
  }
  return days;
}
