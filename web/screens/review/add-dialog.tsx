import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import { readSelection } from '../../../src/api/review.ts';
import type { Draft, FindingKind } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { Span } from '../../../src/values/span.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWording } from '../../words/words.ts';
import { bareDraft } from './bare-draft.ts';
import { EditDraft } from './edit-form.tsx';
import styles from './forms.module.css';

type Props = { detail: DocumentDetail; span: Span; onAdd: (draft: Draft) => void; onClose: () => void };

const nameOf = (draft: Draft, text: string): string =>
  draft.kind === 'target' ? draft.fields.name : squeeze(text.slice(draft.fields.span.start, draft.fields.span.end));

/** A finding from a selected stretch of the text, its fields filled in by the reader. */
export function AddDialog({ detail, span, onAdd, onClose }: Props) {
  const { words, language } = useWording();
  const { review } = words;
  const [chosen, setChosen] = useState(0);
  const [kind, setKind] = useState<FindingKind>('task');
  const reading = useQuery({
    queryKey: ['selection', detail.id, span],
    queryFn: ({ signal }) => call(readSelection, { params: { id: detail.id }, body: { span }, signal }),
  });
  const drafts = reading.data?.drafts ?? [];
  const draft = drafts[chosen] ?? bareDraft(kind, span, detail);
  return (
    <Dialog onClose={onClose} size="lg" title={review.add.title}>
      <p className={styles.about} lang="vi">
        {squeeze(detail.text.slice(span.start, span.end))}
      </p>
      {reading.isPending && (
        <div aria-busy="true">
          <p role="status">{review.add.reading}</p>
          <Skeleton height={160} />
        </div>
      )}
      {!reading.isPending && drafts.length > 1 && (
        <fieldset className={styles.drafts}>
          <legend>{review.add.found(formatNumber(drafts.length, language))}</legend>
          {drafts.map((one, at) => (
            <label key={`${one.kind} ${one.fields.span.start} ${nameOf(one, detail.text)}`}>
              <input type="radio" name="draft" checked={chosen === at} onChange={() => setChosen(at)} />
              <span>
                {review.kinds[one.kind]}: <span lang="vi">{nameOf(one, detail.text)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {!reading.isPending && drafts.length === 0 && (
        <>
          <p>{review.add.nothing}</p>
          <SegmentedControl
            aria-label={review.add.asWhat}
            mb={10}
            value={kind}
            onChange={(value) => setKind(value === 'target' ? 'target' : 'task')}
            data={[
              { value: 'task', label: review.kinds.task },
              { value: 'target', label: review.kinds.target },
            ]}
          />
        </>
      )}
      {!reading.isPending && (
        <EditDraft
          key={`${draft.kind} ${chosen} ${drafts.length}`}
          draft={draft}
          submit={review.add.submit}
          onSave={onAdd}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
