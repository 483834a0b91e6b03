import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import { changeDocumentState, type Review } from '../../../src/api/review.ts';
import type { StateVerb } from '../../../src/registry/document-state.ts';
import type { ReviewedDocument } from '../../../src/registry/review.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import styles from './issue-panel.module.css';
import { reviewKey } from './use-review.ts';

type Props = { detail: DocumentDetail; document: ReviewedDocument; acceptRest: boolean };

type Step = { verb: StateVerb; reason: string; day: PlainDate | null };

function useStep({ detail, document, acceptRest }: Props) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason, day }: Step) =>
      call(changeDocumentState, {
        params: { id: detail.id },
        body: {
          verb,
          version: document.version,
          ...(reason.trim() !== '' && { reason: reason.trim() }),
          ...(day && { day }),
          acceptRest,
        },
      }),
    onSuccess: async (answer, { verb }) => {
      queries.setQueryData<Review>(reviewKey(detail.id), (now) => now && { ...now, document: answer.document });
      if (verb === 'issue') notifications.show({ message: words.review.issue.done, color: 'green' });
      // What is in force now is another thing on every list.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    onError: async (error) => {
      showRefused(sentenceOf(error, words, language), words.review.failed);
      await queries.invalidateQueries({ queryKey: reviewKey(detail.id) });
    },
  });
}

/** The verbs that need a day: of beginning, or of ending. */
const dayOf: Partial<Record<StateVerb, 'day' | 'endDay'>> = { issue: 'day', supersede: 'endDay', withdraw: 'endDay' };

/** One step on, with what it needs: a day, a reason. */
function StepForm({ verb, ...props }: Props & { verb: StateVerb }) {
  const { words } = useWording();
  const { issue } = words.review;
  const step = useStep(props);
  const [reason, setReason] = useState('');
  // A document without a date is in force from a day that somebody says, never silently from today.
  const usual = verb === 'issue' ? props.detail.header.issuedOn : today();
  const [day, setDay] = useState<PlainDate | null | undefined>(dayOf[verb] ? usual : null);
  const [tried, setTried] = useState(false);
  const field = dayOf[verb];
  const leading = verb === 'issue' || verb === 'beginReview';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (day !== undefined && (verb !== 'issue' || day || usual)) step.mutate({ verb, reason, day });
  };
  const form = (
    <form className={styles.step} onSubmit={submit}>
      {issue.verbHints[verb] && <p className="soft">{issue.verbHints[verb]}</p>}
      {field && (
        <DayField
          label={issue[field]}
          value={usual}
          onChange={setDay}
          error={tried && verb === 'issue' && !day && !usual ? issue.dayMissing : undefined}
        />
      )}
      {!leading && (
        <Textarea
          label={issue.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={1}
          maxRows={4}
        />
      )}
      <Button
        type="submit"
        variant={leading ? 'filled' : 'default'}
        loading={step.isPending}
        disabled={day === undefined}
        fullWidth={leading}
      >
        {issue.verbs[verb]}
      </Button>
    </form>
  );
  if (leading) return form;
  return (
    <details className={styles.more}>
      <summary>{issue.verbs[verb]}</summary>
      {form}
    </details>
  );
}

/** What may be done with the document now; the server says which. */
export function StateSteps(props: Props) {
  return props.document.may.map((verb) => <StepForm key={`${verb} ${props.document.state}`} verb={verb} {...props} />);
}
