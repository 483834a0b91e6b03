import { type CalendarDay, isWorkingDay, type WorkingCalendar } from '../../../src/registry/working-days.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { endOfMonth, type PlainDate, plainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { useWording } from '../../words/words.ts';
import styles from './calendar.module.css';
import { weeksOf, workingDaysOf } from './months.ts';

type Props = {
  year: number;
  month: number;
  days: ReadonlyMap<PlainDate, CalendarDay>;
  calendar: WorkingCalendar;
  onOpen: (day: PlainDate) => void;
};

/** Days are pressed with a mouse here; the list below has the same for the keyboard, without 365 stops. */
export function Month({ year, month, days, calendar, onOpen }: Props) {
  const { words, language } = useWording();
  const own = words.calendar;
  const working = workingDaysOf(calendar, plainDate(year, month, 1) ?? '', endOfMonth(year, month));
  return (
    <table className={styles.month}>
      <caption>
        {own.months[month - 1]} <span className="soft">{own.workingDays(formatNumber(working, language))}</span>
      </caption>
      <thead>
        <tr>
          {own.weekdays.map((name, index) => (
            <th key={name} scope="col" abbr={own.weekdayNames[index]}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.join()}>
            {week.map((day, index) => (
              <td key={day ?? `beside-${index}`}>
                {day && <Day day={day} said={days.get(day)} calendar={calendar} onOpen={onOpen} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { day: PlainDate; said: CalendarDay | undefined } & Pick<Props, 'calendar' | 'onOpen'>;

function Day({ day, said, calendar, onOpen }: DayProps) {
  const { words } = useWording();
  const own = words.calendar;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.day}
      data-working={isWorkingDay(calendar, day) || undefined}
      data-kind={said?.kind}
      data-today={day === today() || undefined}
      title={said ? `${said.name}${said.certain ? '' : ` (${own.check})`}` : undefined}
      onClick={() => onOpen(day)}
    >
      <span className="numbers">{Number(day.slice(8))}</span>
      {said && (
        <small>
          {own.marks[said.kind]}
          {!said.certain && '?'}
          <span className="hidden-visually">: {said.name}</span>
        </small>
      )}
    </button>
  );
}
