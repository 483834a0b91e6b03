import { Button } from '@mantine/core';
import type { CalendarDay } from '../../../src/registry/working-days.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { useWords } from '../../words/words.ts';
import styles from './calendar.module.css';
import { weekdayOf } from './months.ts';

/** The same days in words; on a phone each is a block of its own. */
export function DayList({ days, onChange }: { days: readonly CalendarDay[]; onChange: (day: PlainDate) => void }) {
  const { calendar: own } = useWords();
  return (
    <table className={styles.list}>
      <caption>{own.list}</caption>
      <thead>
        <tr>
          {Object.entries(own.columns).map(([name, word]) => (
            <th key={name} scope="col">
              {word}
            </th>
          ))}
          <th scope="col">
            <span className="hidden-visually">{own.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, name, source, certain }) => (
          <tr key={day}>
            <td className="numbers">
              {own.weekdayNames[weekdayOf(day)]}, {formatDate(day)}
            </td>
            <td>
              <span className={styles.kind} data-kind={kind}>
                {own.kinds[kind]}
              </span>
            </td>
            <td>{name}</td>
            <td className="soft">
              {source}
              {!certain && <strong className={styles.unsure}> ({own.check})</strong>}
            </td>
            <td>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={own.changeDay(formatDate(day))}
                onClick={() => onChange(day)}
              >
                {own.change}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
