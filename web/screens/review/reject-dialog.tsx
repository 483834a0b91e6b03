import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';

type Props = { name: string; onReject: (reason: string | undefined) => void; onClose: () => void };

/** Enter rejects at once; a reason may be typed or chosen first. */
export function RejectDialog({ name, onReject, onClose }: Props) {
  const { review } = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReject(reason.trim() || undefined);
  };
  return (
    <Dialog onClose={onClose} title={review.reject.title}>
      <form onSubmit={submit}>
        <p className={styles.about} lang="vi">
          {name}
        </p>
        <TextInput
          label={review.reject.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <ul className={styles.choices}>
          {review.reject.reasons.map((one) => (
            <li key={one}>
              <Button variant="default" size="compact-sm" onClick={() => setReason(one)}>
                {one}
              </Button>
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button type="submit" color="red" leftSection={<IconX size={18} aria-hidden />}>
            {review.reject.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {review.form.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
