import type { ReactNode } from 'react';
import styles from './record-card.module.css';

type Props = { title: ReactNode; value?: ReactNode; children: ReactNode };

/** A row of a table on a phone. */
export function RecordCard({ title, value, children }: Props) {
  return (
    <div className={styles.card}>
      <div className={styles.title}>{title}</div>
      {value && <div className={styles.value}>{value}</div>}
      <div className={styles.lines}>{children}</div>
    </div>
  );
}
