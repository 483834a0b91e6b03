import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { getCalendar } from '../../../src/api/calendar.ts';
import { call } from '../../../src/api/client.ts';
import { type CalendarDay, isWeekend, workingCalendar } from '../../../src/registry/working-days.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './calendar.module.css';
import { DayDialog, type Edited } from './day-dialog.tsx';
import { DayList } from './day-list.tsx';
import { Month } from './month.tsx';
import { daysOfYear, workingDaysOf } from './months.ts';

const key = ['calendar'];

/** The days off and the days worked in exchange of a year, as twelve months and as a list. */
export function Calendar() {
  const { words, language } = useWording();
  const own = words.calendar;
  const { nam } = useSearch({ from: '/quan-tri/lich' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Edited | null>(null);
  const asked = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getCalendar, { signal }) });
  const year = nam ?? Number(today().slice(0, 4));
  const all = asked.data?.days ?? [];
  const calendar = workingCalendar(all);
  const days = daysOfYear(all, year);
  const byDay = new Map(days.map((one) => [one.day, one]));
  const number = (value: number) => formatNumber(value, language);
  const show = (next: number) => void navigate({ to: '/quan-tri/lich', search: { nam: next } });
  const open = (day: PlainDate | null) => setEdited({ day, stored: day ? byDay.get(day) : undefined });
  const saved = async (day: PlainDate, moved: number, movedTo: PlainDate | null) => {
    setEdited(null);
    const sentences = [
      own.saved(formatDate(day)),
      moved > 0 && movedTo && own.moved(number(moved), formatDate(movedTo)),
    ];
    notifications.show({ message: sentences.filter(Boolean).join(' ') });
    await queries.invalidateQueries({ queryKey: key });
  };
  return (
    <AdministrationPage
      title={own.title}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open(null)}>
          {own.add}
        </Button>
      }
    >
      <p className="soft">{own.lead}</p>
      <div className={styles.year}>
        <ActionIcon variant="default" size="lg" aria-label={own.before} onClick={() => show(year - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <h2 className="numbers">{own.year(year)}</h2>
        <ActionIcon variant="default" size="lg" aria-label={own.after} onClick={() => show(year + 1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      {asked.error && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Sum days={days} working={workingDaysOf(calendar, `${year}-01-01`, `${year}-12-31`)} />}
      {asked.isPending && <Skeleton height={480} aria-busy="true" />}
      {/* Without the days off every Monday to Friday would look like a working day. */}
      {asked.data && (
        <div className={styles.months}>
          {own.months.map((name, index) => (
            <Month key={name} year={year} month={index + 1} days={byDay} calendar={calendar} onOpen={open} />
          ))}
        </div>
      )}
      {days.length > 0 && <DayList days={days} onChange={open} />}
      <DayDialog edited={edited} onClose={() => setEdited(null)} onSaved={saved} />
    </AdministrationPage>
  );
}

function Sum({ days, working }: { days: readonly CalendarDay[]; working: number }) {
  const { words, language } = useWording();
  const own = words.calendar;
  const number = (value: number) => formatNumber(value, language);
  if (days.length === 0) return <p role="note">{own.empty}</p>;
  const off = days.filter(({ kind, day }) => kind === 'off' && !isWeekend(day)).length;
  const unsure = days.filter(({ certain }) => !certain).length;
  return (
    <p className="numbers">
      {own.sum(number(working), number(off), number(days.filter(({ kind }) => kind === 'working').length))}
      {unsure > 0 && <strong className={styles.unsure}> {own.unsure(number(unsure))}</strong>}
    </p>
  );
}
