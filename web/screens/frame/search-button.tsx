import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './frame.module.css';

const Palette = lazy(() => import('../search/palette.tsx').then((module) => ({ default: module.Palette })));

/** Looks like the field that it opens; Ctrl+K opens it from anywhere, from within a field, too. */
export function SearchButton() {
  const { search } = useWords();
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const open = () => setState('open');
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <button
        type="button"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={open}
      >
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <span className={styles.searchWord}>{search.open}</span>
        <kbd className={styles.searchKey} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      {state !== 'never' && (
        <Suspense fallback={null}>
          <Palette opened={state === 'open'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  );
}
