import type { ReactNode } from 'react';
import type { Severity } from '../../src/values/note.ts';
import styles from './record-card.module.css';
import { SeverityMark } from './severity-mark.tsx';

type Props = { title: ReactNode; value?: ReactNode; severity?: Severity | undefined; children: ReactNode };

/** A row of a table on a phone. */
export function RecordCard({ title, value, severity, children }: Props) {
  return (
    <div className={styles.card}>
      <div className={styles.title}>
        {severity && <SeverityMark severity={severity} />} {title}
      </div>
      {value && <div className={styles.value}>{value}</div>}
      <div className={styles.lines}>{children}</div>
    </div>
  );
}
