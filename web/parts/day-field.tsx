import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatDate, type PlainDate } from '../../src/values/plain-date.ts';
import { useWords } from '../words/words.ts';
import styles from './day-field.module.css';
import { typedDay } from './typed-day.ts';

type Props = {
  label: string;
  value: PlainDate | null;
  /** null where the field is empty, undefined where what stands in it is no day. */
  onChange: (day: PlainDate | null | undefined) => void;
  max?: PlainDate;
  error?: string | undefined;
  autoFocus?: boolean;
};

/**
 * A day, typed as dd/mm/yyyy whatever the browser's language is: its own date field shows the month first on a
 * computer set to American English. That field opens its calendar here and is not seen.
 */
export function DayField({ label, value, onChange, max, error, autoFocus }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState(value ? formatDate(value) : '');
  const [left, setLeft] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);
  const day = typedDay(typed);
  const wrong = typed.trim() !== '' && day === undefined;
  const late = day !== undefined && max !== undefined && day > max;
  const change = (text: string) => {
    setTyped(text);
    const next = typedDay(text);
    onChange(text.trim() === '' ? null : next !== undefined && max !== undefined && next > max ? undefined : next);
  };
  return (
    <div className={styles.field}>
      <TextInput
        label={label}
        placeholder={words.day.form}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus={autoFocus}
        value={typed}
        error={error ?? (left && (wrong || late) ? (late ? words.day.late : words.day.wrong) : undefined)}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        classNames={{ input: 'numbers' }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.day.calendar}
            title={words.day.calendar}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={18} aria-hidden />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        className={styles.calendar}
        value={day ?? ''}
        max={max}
        onChange={(event) => change(event.currentTarget.value ? formatDate(event.currentTarget.value) : '')}
      />
    </div>
  );
}
