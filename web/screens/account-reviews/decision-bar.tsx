import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { decideOnAccounts } from '../../../src/api/account-reviews.ts';
import { call } from '../../../src/api/client.ts';
import {
  needsReason,
  type ReviewDecision,
  type ReviewedAccount,
  reviewDecisions,
} from '../../../src/registry/account-review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './account-reviews.module.css';
import { useReviewChange } from './use-review-change.ts';

type Props = { reviewId: string; chosen: readonly ReviewedAccount[]; onDone: () => void };

/** What can be decided about all that are chosen; the reason is asked for before it is done. */
export function DecisionBar({ reviewId, chosen, onDone }: Props) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const possible = reviewDecisions.filter((one) => chosen.every(({ may }) => may.includes(one)));
  const picked = decision !== null && possible.includes(decision) ? decision : null;
  return (
    <div className={styles.bar}>
      <strong aria-live="polite">{own.marked(formatNumber(chosen.length, language))}</strong>
      {picked === null ? (
        possible.map((one) => (
          <Button
            key={one}
            variant={one === 'keep' ? 'filled' : 'light'}
            color={one === 'keep' ? '' : 'red'}
            onClick={() => setDecision(one)}
          >
            {own.decisions[one]}
          </Button>
        ))
      ) : (
        <ReasonForm
          reviewId={reviewId}
          chosen={chosen}
          decision={picked}
          onCancel={() => setDecision(null)}
          onDone={() => {
            setDecision(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}

type FormProps = Props & { decision: ReviewDecision; onCancel: () => void };

function ReasonForm({ reviewId, chosen, decision, onCancel, onDone }: FormProps) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const [reason, setReason] = useState('');
  const needed = chosen.some(({ facts }) => needsReason(decision, facts.remarks));
  const decide = useReviewChange(
    () => {
      const accounts = chosen.map(({ userId, version }) => ({ userId, version }));
      return call(decideOnAccounts, { params: { id: reviewId }, body: { decision, reason: reason || null, accounts } });
    },
    { said: () => own.done(own.decisions[decision], formatNumber(chosen.length, language)), after: onDone },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate(undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <span>{own.leads[decision]}</span>
      <TextInput
        data-autofocus
        required={needed}
        label={own.reason}
        description={needed ? own.reasonNeeded : own.reasonOptional}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.error && <Alert color="red">{sentenceOf(decide.error, words, language)}</Alert>}
      <div className={styles.buttons}>
        <Button type="submit" loading={decide.isPending}>
          {own.confirm(own.decisions[decision])}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
