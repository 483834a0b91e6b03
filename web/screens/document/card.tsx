import { type MouseEvent, memo, type ReactNode } from 'react';
import type { Severity } from '../../../src/values/note.ts';
import type { MarkKind } from '../../parts/paper/pieces.ts';
import { SeverityMark } from '../../parts/severity-mark.tsx';
import styles from './findings.module.css';

type CardProps = {
  id: string;
  kind: MarkKind;
  title: string;
  ordinal?: string | null;
  value?: ReactNode;
  chosen: boolean;
  /** The weight of what is to be checked about it. */
  severity?: Severity | undefined;
  part?: boolean;
  onPick: (id: string) => void;
  children?: ReactNode;
  below?: ReactNode;
};

/** One finding. The whole card is its link, so that it can be opened, copied and sent. */
export const Card = memo(function Card({
  id,
  kind,
  title,
  ordinal,
  value,
  chosen,
  severity,
  part,
  onPick,
  children,
  below,
}: CardProps) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onPick(id);
  };
  return (
    <li
      className={styles.card}
      data-kind={kind}
      data-chosen={chosen || undefined}
      data-part={part || undefined}
      data-card={id}
    >
      <div className={styles.cardHead}>
        {ordinal && <span className={styles.ordinal}>{ordinal}</span>}
        <a href={`?muc=${id}`} className={styles.cardTitle} aria-current={chosen ? 'true' : undefined} onClick={open}>
          <span className={styles.cardWords} lang="vi">
            {title}
          </span>
        </a>
        {severity && <SeverityMark severity={severity} />}
        {value && <div className={styles.value}>{value}</div>}
      </div>
      {children && <dl className={styles.fields}>{children}</dl>}
      {below}
    </li>
  );
});

type FieldProps = { name: string; value: string | null; strong?: boolean };

/** Left out where the document says nothing. */
export function Field({ name, value, strong }: FieldProps) {
  if (!value) return null;
  return (
    <div className={styles.field}>
      <dt>{name}</dt>
      <dd data-strong={strong}>{value}</dd>
    </div>
  );
}
