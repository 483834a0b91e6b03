import { Alert, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '../../words/words.ts';
import styles from './account.module.css';

/** Shown once; a reload of the page takes them away. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const own = useWords().account.second;
  return (
    <>
      <Alert color="orange" variant="light" title={own.codes} role="status">
        {own.codesHint}
      </Alert>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={onKept}>{own.kept}</Button>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {own.print}
        </Button>
      </div>
    </>
  );
}
