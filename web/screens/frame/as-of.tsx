import { Button, Popover } from '@mantine/core';
import { IconArrowBackUp, IconCalendarTime, IconHistory } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { formatDay } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { today, useAsOf, useSetAsOf } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWording } from '../../words/words.ts';
import styles from './as-of.module.css';
import frame from './frame.module.css';
import { pastMarks } from './past-marks.ts';

type FormProps = { day: PlainDate | undefined; onChoose: (day: PlainDate | undefined) => void };

/** Any past day, typed; the ends of periods are one click. */
function DayForm({ day, onChoose }: FormProps) {
  const { words, language } = useWording();
  const now = today();
  const [typed, setTyped] = useState<PlainDate | null | undefined>(day ?? now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== undefined) onChoose(typed ?? undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <DayField label={words.asOf.day} value={day ?? now} onChange={setTyped} max={now} autoFocus />
        <Button type="submit" disabled={typed === undefined}>
          {words.asOf.show}
        </Button>
      </div>
      <p className="soft">{words.asOf.hint}</p>
      <ul className={styles.marks} aria-label={words.asOf.quick}>
        {pastMarks(now).map(({ name, at }) => (
          <li key={name}>
            <Button variant="default" size="compact-sm" onClick={() => onChoose(at)}>
              {words.asOf.marks[name]} <span className="soft numbers">&nbsp;{formatDay(at, language)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** The one day that every list and chart is read as of. */
export function AsOfPicker() {
  const { words, language } = useWording();
  const day = useAsOf();
  const choose = useSetAsOf();
  const [open, setOpen] = useState(false);
  const word = day === undefined ? words.asOf.today : formatDay(day, language);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={frame.tool}
          data-past={day !== undefined || undefined}
          onClick={() => setOpen(!open)}
        >
          <IconCalendarTime size={20} stroke={1.7} aria-hidden />
          <span className="hidden-visually">
            {words.asOf.name}: {word}
          </span>
          <span className={`${frame.toolWord} numbers`} aria-hidden>
            {words.asOf.name}: {word}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.asOf.day}>
        <DayForm
          day={day}
          onChoose={(chosen) => {
            setOpen(false);
            choose(chosen);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says above every screen that it is not today that is seen, and leads back to it. */
export function PastNotice() {
  const { words, language } = useWording();
  const day = useAsOf();
  const choose = useSetAsOf();
  if (day === undefined) return null;
  return (
    <div className={styles.notice} role="status">
      <IconHistory size={18} aria-hidden />
      <p>{words.asOf.notice(formatDay(day, language))}</p>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => choose(undefined)}
      >
        {words.asOf.back}
      </Button>
    </div>
  );
}
