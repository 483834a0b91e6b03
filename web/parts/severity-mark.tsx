import { IconAlertOctagonFilled, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { heaviest, type Note, type Severity } from '../../src/values/note.ts';
import { severityWord } from '../../src/values/note-words.ts';
import { useWording } from '../words/words.ts';
import styles from './severity-mark.module.css';

const marks = { error: IconAlertOctagonFilled, warning: IconAlertTriangle, info: IconInfoCircle };

/** How heavy a note is: a shape and a word of its own for each weight, not colour alone. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { language } = useWording();
  const Mark = marks[severity];
  const word = severityWord(severity, language);
  return (
    <span className={styles.mark} data-severity={severity} title={word}>
      <Mark size={16} role="img" aria-label={word} />
    </span>
  );
}

/** A finding's words, behind the mark of its heaviest note where it has one. */
export function WithSeverity({ notes, children }: { notes: Note[]; children: ReactNode }) {
  const severity = heaviest(notes);
  return (
    <>
      {severity && <SeverityMark severity={severity} />}
      {severity && ' '}
      {children}
    </>
  );
}
