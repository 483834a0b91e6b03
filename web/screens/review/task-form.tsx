import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { dueKinds } from '../../../src/values/due.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';
import type { Faults } from './target-draft.ts';
import type { TaskDraft } from './task-draft.ts';

type Props = {
  draft: TaskDraft;
  faults: Faults<'from' | 'to' | 'condition'>;
  onChange: (draft: TaskDraft) => void;
};

const everyKinds = ['day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;

/** When a task is due: its kind, and what that kind needs. */
function DueFields({ draft, faults, onChange }: Props) {
  const { review } = useWords();
  const fault = (key: 'from' | 'to' | 'condition') => faults[key] && review.form[faults[key]];
  return (
    <>
      <NativeSelect
        className={styles.half}
        label={review.fields.time}
        value={draft.due}
        onChange={(event) => {
          const due = dueKinds.find((kind) => kind === event.currentTarget.value);
          if (due) onChange({ ...draft, due });
        }}
        data={dueKinds.map((value) => ({ value, label: review.dues[value] }))}
        data-first
      />
      {draft.due === 'during' && (
        <DayField
          label={review.dueFrom}
          value={draft.from ?? null}
          error={fault('from')}
          onChange={(from) => onChange({ ...draft, from })}
        />
      )}
      {(draft.due === 'by' || draft.due === 'during') && (
        <DayField
          label={review.dueTo}
          value={draft.to ?? null}
          error={fault('to')}
          onChange={(to) => onChange({ ...draft, to, counted: undefined })}
        />
      )}
      {draft.due === 'recurring' && (
        <NativeSelect
          className={styles.half}
          label={review.dueEvery}
          value={draft.every}
          onChange={(event) => {
            const every = everyKinds.find((kind) => kind === event.currentTarget.value);
            if (every) onChange({ ...draft, every });
          }}
          data={everyKinds.map((value) => ({ value, label: review.every[value] }))}
        />
      )}
      {(draft.due === 'conditional' || draft.due === 'reference') && (
        <TextInput
          className={styles.whole}
          label={review.dueCondition}
          value={draft.condition}
          error={fault('condition')}
          onChange={(event) => onChange({ ...draft, condition: event.currentTarget.value })}
          lang="vi"
        />
      )}
    </>
  );
}

/** The fields of one task, but for its bodies: those are chosen one by one. */
export function TaskForm(props: Props) {
  const { review } = useWords();
  const { draft, onChange } = props;
  const text = (key: 'timeRaw' | 'product' | 'funding' | 'note') => ({
    label: review.fields[key],
    value: draft[key],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ ...draft, [key]: event.currentTarget.value }),
    lang: 'vi',
  });
  return (
    <div className={styles.grid}>
      <DueFields {...props} />
      <TextInput className={styles.whole} {...text('timeRaw')} />
      <Textarea className={styles.whole} {...text('product')} autosize minRows={1} maxRows={4} />
      <TextInput className={styles.half} {...text('funding')} />
      <TextInput className={styles.half} {...text('note')} />
    </div>
  );
}
