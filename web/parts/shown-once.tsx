import { Button, CopyButton } from '@mantine/core';
import { useWords } from '../words/words.ts';
import { useHeldDialog } from './leaving.tsx';
import styles from './shown-once.module.css';

type Props = { hint: string; value: string; onKept: () => void };

/** A link or key that the server does not show again: it stays until somebody says that it is kept. */
export function ShownOnce({ hint, value, onKept }: Props) {
  const { shownOnce: own } = useWords().parts;
  useHeldDialog();
  return (
    <div className={styles.once} role="status">
      <p>{hint}</p>
      <code className={styles.value}>{value}</code>
      <div className={styles.buttons}>
        {/* Browsers hand nothing to the clipboard where the line is not encrypted: there a click selects it all. */}
        {window.isSecureContext && (
          <CopyButton value={value}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? own.copied : own.copy}</Button>}
          </CopyButton>
        )}
        <Button variant="default" onClick={onKept}>
          {own.kept}
        </Button>
      </div>
    </div>
  );
}
