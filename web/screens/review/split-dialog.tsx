import { Button, Textarea } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { readSelection } from '../../../src/api/review.ts';
import type { Draft, ReviewItem } from '../../../src/registry/review.ts';
import type { Span } from '../../../src/values/span.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import { EditDraft } from './edit-form.tsx';
import styles from './forms.module.css';
import { cutAt, draftOf, firstCut } from './split.ts';

type Props = {
  documentId: string;
  item: ReviewItem;
  onSplit: (parts: Draft[]) => void;
  onClose: () => void;
};

/** What the reader finds in a part, of the same kind; else the finding's own fields. */
async function read(documentId: string, item: ReviewItem, span: Span): Promise<Draft> {
  const answer = await call(readSelection, { params: { id: documentId }, body: { span } }).catch(() => undefined);
  const found = answer?.drafts.filter(({ kind }) => kind === item.kind);
  return found?.length === 1 && found[0] ? found[0] : draftOf(item, span);
}

/** First where, then what each part says: Enter, Enter, Enter. A part can be cut again before it is gone on from. */
export function SplitDialog({ documentId, item, onSplit, onClose }: Props) {
  const { review } = useWords();
  const [parts, setParts] = useState<Draft[]>([]);
  const [at, setAt] = useState(0);
  const [cutting, setCutting] = useState(true);
  const part = parts[at];
  const span = part?.fields.span ?? item.record.span;
  const words = item.quote.slice(span.start - item.record.span.start, span.end - item.record.span.start);
  const cut = async (spans: Span[]) => {
    const made = await Promise.all(spans.map((one) => read(documentId, item, one)));
    setParts(parts.toSpliced(at, 1, ...made));
    setCutting(false);
  };
  const save = (saved: Draft) => {
    const next = parts.with(at, saved);
    setParts(next);
    if (at + 1 < next.length) setAt(at + 1);
    else onSplit(next);
  };
  return (
    <Dialog onClose={onClose} size="lg" title={review.split.title}>
      {cutting || part === undefined ? (
        <Cutting
          quote={words}
          span={span}
          onCut={(spans) => void cut(spans)}
          onCancel={part ? () => setCutting(false) : onClose}
        />
      ) : (
        <>
          <p className={styles.about} lang="vi">
            <strong>{review.split.part(at + 1)}: </strong>
            {words}
          </p>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowsSplit size={16} aria-hidden />}
            onClick={() => setCutting(true)}
          >
            {review.split.again}
          </Button>
          <EditDraft
            key={`${span.start} ${span.end}`}
            draft={part}
            submit={at + 1 < parts.length ? review.split.next : review.split.submit}
            onSave={save}
            onCancel={onClose}
          />
        </>
      )}
    </Dialog>
  );
}

type CuttingProps = { quote: string; span: Span; onCut: (spans: Span[]) => void; onCancel: () => void };

/** Words with the cursor where they most likely fall in two. */
function Cutting({ quote, span, onCut, onCancel }: CuttingProps) {
  const { review } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [fault, setFault] = useState<string>();
  const cut = () => {
    const spans = cutAt({ quote, record: { span } }, field.current?.selectionStart ?? 0);
    if (spans) onCut(spans);
    else setFault(review.split.outside);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    cut();
  };
  return (
    <>
      <Textarea
        ref={(element) => {
          if (element && !field.current) {
            element.setSelectionRange(firstCut(quote), firstCut(quote));
            element.focus();
          }
          field.current = element;
        }}
        label={review.split.sentence}
        description={review.split.hint}
        error={fault}
        defaultValue={quote}
        readOnly
        autosize
        maxRows={10}
        lang="vi"
        data-autofocus
        onKeyDown={press}
      />
      <div className={styles.buttons}>
        <Button leftSection={<IconArrowsSplit size={18} aria-hidden />} onClick={cut}>
          {review.split.cut}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {review.form.cancel}
        </Button>
      </div>
    </>
  );
}
