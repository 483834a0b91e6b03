import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import styles from './duty.module.css';

type Props = {
  title: string;
  /** What the words typed are for. */
  label: string;
  /** Only what else is to fill in. */
  withoutWords?: boolean;
  required?: boolean;
  submit: string;
  danger?: boolean;
  busy: boolean;
  /** Anything else to fill in, above the words. */
  children?: ReactNode;
  ready?: boolean;
  initial?: string;
  onSubmit: (words: string) => void;
  onClose: () => void;
};

/** A deed with words: a reason, an answer, a question. */
export function AskDialog(props: Props) {
  const {
    title,
    label,
    withoutWords,
    required,
    submit,
    danger,
    busy,
    children,
    ready = true,
    initial = '',
    onSubmit,
    onClose,
  } = props;
  const { duty } = useWords();
  const [words, setWords] = useState(initial);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(words.trim());
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={send} className={styles.form}>
        {children}
        {!withoutWords && (
          <Textarea
            label={label}
            autosize
            minRows={3}
            maxLength={2000}
            required={required ?? false}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            data-autofocus={children === undefined}
          />
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            {...(danger && { color: 'red' })}
            loading={busy}
            disabled={!ready || (required === true && words.trim() === '')}
          >
            {submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {duty.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
