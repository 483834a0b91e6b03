import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Draft, TargetFields, TaskFields } from '../../../src/registry/review.ts';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';
import { type Faults, type TargetDraft, targetDraft, targetFieldsOf } from './target-draft.ts';
import { TargetForm } from './target-form.tsx';
import { taskDraft, taskFieldsOf } from './task-draft.ts';
import { TaskForm } from './task-form.tsx';

/** A form that begins in its first field, saves with Enter and closes with Escape. */
function DraftForm({
  children,
  submit,
  reasoned = false,
  onSubmit,
  onCancel,
}: {
  children: ReactNode;
  submit: string;
  /** A reason is asked for. */
  reasoned?: boolean | undefined;
  onSubmit: (reason: string) => void;
  onCancel: () => void;
}) {
  const { review } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reasoned && reason.trim() === '';
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('[data-first]');
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.select();
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) onSubmit(reason.trim());
    // What is wrong is told at its field: the first of them takes the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && !event.shiftKey) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
  };
  return (
    <form ref={form} onSubmit={send} onKeyDown={press} noValidate>
      {children}
      {reasoned && (
        <TextInput
          mt="sm"
          label={review.form.reason}
          placeholder={review.form.reasonHint}
          required
          value={reason}
          maxLength={2000}
          error={tried && missing ? review.form.reasonMissing : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" leftSection={<IconCheck size={18} aria-hidden />}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {review.form.cancel}
        </Button>
      </div>
    </form>
  );
}

type Props<Fields> = {
  fields: Fields;
  submit: string;
  reasoned?: boolean;
  onSave: (change: Partial<Fields>, reason: string) => void;
  onCancel: () => void;
};

export function EditTarget({ fields, submit, reasoned, onSave, onCancel }: Props<TargetFields>) {
  const [draft, setDraft] = useState(() => targetDraft(fields));
  const [faults, setFaults] = useState<Faults<keyof TargetDraft>>({});
  const save = (reason: string) => {
    const result = targetFieldsOf(draft);
    if ('faults' in result) setFaults(result.faults);
    else onSave(different(fields, result.fields), reason);
  };
  return (
    <DraftForm submit={submit} reasoned={reasoned} onSubmit={save} onCancel={onCancel}>
      <TargetForm draft={draft} faults={faults} onChange={setDraft} />
    </DraftForm>
  );
}

export function EditTask({ fields, submit, reasoned, onSave, onCancel }: Props<TaskFields>) {
  const [draft, setDraft] = useState(() => taskDraft(fields));
  const [faults, setFaults] = useState<Faults<'from' | 'to' | 'condition'>>({});
  const save = (reason: string) => {
    const result = taskFieldsOf(draft);
    if ('faults' in result) setFaults(result.faults);
    else onSave(different(fields, result.fields), reason);
  };
  return (
    <DraftForm submit={submit} reasoned={reasoned} onSubmit={save} onCancel={onCancel}>
      <TaskForm draft={draft} faults={faults} onChange={setDraft} />
    </DraftForm>
  );
}

/** Only what was changed is sent, so that what somebody else changes beside it stays. */
const different = <T extends object>(before: T, after: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof T])),
  ) as Partial<T>;

/** One draft of either kind. */
export function EditDraft({
  draft,
  submit,
  onSave,
  onCancel,
}: {
  draft: Draft;
  submit: string;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}) {
  if (draft.kind === 'target') {
    const save = (change: Partial<TargetFields>) => onSave({ kind: 'target', fields: { ...draft.fields, ...change } });
    return <EditTarget fields={draft.fields} submit={submit} onSave={save} onCancel={onCancel} />;
  }
  const save = (change: Partial<TaskFields>) => onSave({ kind: 'task', fields: { ...draft.fields, ...change } });
  return <EditTask fields={draft.fields} submit={submit} onSave={save} onCancel={onCancel} />;
}
