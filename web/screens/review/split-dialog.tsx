import { Button, Modal, Textarea } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { readSelection } from '../../../src/api/review.ts';
import type { Draft, ReviewItem } from '../../../src/registry/review.ts';
import type { Span } from '../../../src/values/span.ts';
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

/** First where, then what each part says: Enter, Enter, Enter. */
export function SplitDialog({ documentId, item, onSplit, onClose }: Props) {
  const { review, close } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [fault, setFault] = useState<string>();
  const [parts, setParts] = useState<Draft[]>();
  const [at, setAt] = useState(0);
  const cut = async () => {
    const spans = cutAt(item, field.current?.selectionStart ?? 0);
    if (!spans) return setFault(review.split.outside);
    setParts(await Promise.all(spans.map((span) => read(documentId, item, span))));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void cut();
  };
  const part = parts?.[at];
  const save = (saved: Draft) => {
    const next = (parts ?? []).map((one, index) => (index === at ? saved : one));
    setParts(next);
    if (at + 1 < next.length) setAt(at + 1);
    else onSplit(next);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={review.split.title} closeButtonProps={{ 'aria-label': close }}>
      {part === undefined ? (
        <>
          <Textarea
            ref={(element) => {
              if (element && !field.current) element.setSelectionRange(firstCut(item.quote), firstCut(item.quote));
              field.current = element;
            }}
            label={review.split.sentence}
            description={review.split.hint}
            error={fault}
            defaultValue={item.quote}
            readOnly
            autosize
            maxRows={10}
            lang="vi"
            data-autofocus
            onKeyDown={press}
          />
          <div className={styles.buttons}>
            <Button leftSection={<IconArrowsSplit size={18} aria-hidden />} onClick={() => void cut()}>
              {review.split.cut}
            </Button>
            <Button variant="default" onClick={onClose}>
              {review.form.cancel}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles.about} lang="vi">
            <strong>{review.split.part(at + 1)}: </strong>
            {item.quote.slice(
              part.fields.span.start - item.record.span.start,
              part.fields.span.end - item.record.span.start,
            )}
          </p>
          <EditDraft
            key={at}
            draft={part}
            submit={at + 1 < (parts?.length ?? 0) ? review.split.next : review.split.submit}
            onSave={save}
            onCancel={onClose}
          />
        </>
      )}
    </Modal>
  );
}
