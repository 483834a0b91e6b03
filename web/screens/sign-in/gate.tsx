import type { ReactNode } from 'react';
import { useWording } from '../../words/words.ts';
import { DisplayMenu, LanguageMenu } from '../frame/top-bar.tsx';
import styles from './sign-in.module.css';

/** What stands around the pages of whoever is not signed in. */
export function Gate({ children }: { children: ReactNode }) {
  const { words, language } = useWording();
  return (
    <main className={styles.screen}>
      <div className={styles.tools}>
        <LanguageMenu />
        <DisplayMenu />
      </div>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>{words.product}</h1>
            <p>{words.tagline}</p>
          </div>
        </div>
        {children}
      </div>
      <a className={styles.portal} href={language === 'en' ? '/cong-khai/en' : '/cong-khai'}>
        {words.signIn.portal}
      </a>
    </main>
  );
}
