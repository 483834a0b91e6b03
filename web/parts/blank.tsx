import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './blank.module.css';

type Props = { icon: Icon; title: string; text: string; alert?: boolean; children?: ReactNode };

/** Where there is nothing to show: what would be here, and how to begin. */
export function Blank({ icon: Mark, title, text, alert, children }: Props) {
  return (
    <div className={styles.blank} role={alert ? 'alert' : undefined}>
      <Mark size={36} stroke={1.4} aria-hidden className={styles.mark} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
