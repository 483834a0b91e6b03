import { Button } from '@mantine/core';
import { IconTextWrap } from '@tabler/icons-react';
import { useState } from 'react';
import type { Span } from '../../../src/values/span.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';
import { tightSpan } from './tight-span.ts';

type Props = { text: string; span: Span; selection: () => Span | undefined; onChange: (span: Span) => void };

/** Which words of the document a finding is: more or fewer of them are selected in the text and taken. */
export function WordsField({ text, span, selection, onChange }: Props) {
  const { review } = useWords();
  const [missing, setMissing] = useState(false);
  const take = () => {
    const selected = selection();
    const found = selected && tightSpan(text, selected);
    const chosen = found && found.start < found.end ? found : undefined;
    setMissing(!chosen);
    if (chosen) onChange(chosen);
  };
  return (
    <div className={styles.words}>
      <span className={styles.label}>{review.fields.content}</span>
      <p className={styles.about} lang="vi">
        {squeeze(text.slice(span.start, span.end))}
      </p>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTextWrap size={16} aria-hidden />}
        title={review.words.hint}
        onClick={take}
      >
        {review.words.take}
      </Button>
      <span className={styles.hint} role="status">
        {missing && review.words.select}
      </span>
    </div>
  );
}
