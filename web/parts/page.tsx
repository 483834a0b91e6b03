import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.ts';
import styles from './page.module.css';

/** The browser's title of a page, the product's name last. */
export function useTitle(title: string) {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words]);
}

type Props = { title: string; aside?: ReactNode; actions?: ReactNode; fill?: boolean; children: ReactNode };

/** A screen with its heading and main buttons. `fill` gives the body the height that is left. */
export function Page({ title, aside, actions, fill, children }: Props) {
  useTitle(title);
  return (
    <div className={fill ? `${styles.page} ${styles.fill}` : styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {aside && <div className={styles.aside}>{aside}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
