import type { ComponentProps } from 'react';
import { Page } from '../../parts/page.tsx';
import styles from './administration.module.css';
import { SectionNavigation } from './section-navigation.tsx';

/** A page of administration: beside it, or on a narrow screen above it, the way to the others. */
export function AdministrationPage({ children, ...page }: ComponentProps<typeof Page>) {
  return (
    <Page {...page}>
      <div className={styles.beside}>
        <SectionNavigation />
        <div className={styles.content}>{children}</div>
      </div>
    </Page>
  );
}
