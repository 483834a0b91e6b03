import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { closeAccountReview } from '../../../src/api/account-reviews.ts';
import { call } from '../../../src/api/client.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './account-reviews.module.css';
import { useReviewChange } from './use-review-change.ts';

/** Possible once every account was decided on. */
export function ClosingForm({ reviewId, undecided }: { reviewId: string; undecided: number }) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const [note, setNote] = useState('');
  const close = useReviewChange(
    () => call(closeAccountReview, { params: { id: reviewId }, body: { note: note || null } }),
    { said: () => own.closedNow, after: () => setNote('') },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate(undefined);
  };
  return (
    <div className={styles.bar}>
      <form className={styles.form} onSubmit={submit}>
        <span className="soft">{own.closeLead}</span>
        <TextInput
          label={own.note}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {close.error && <Alert color="red">{sentenceOf(close.error, words, language)}</Alert>}
        <div className={styles.buttons}>
          <Button type="submit" loading={close.isPending} disabled={undecided > 0}>
            {own.close}
          </Button>
        </div>
      </form>
    </div>
  );
}
