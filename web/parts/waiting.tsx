import { Skeleton } from '@mantine/core';
import styles from './page.module.css';

/** In place of a page whose code is still on its way over a slow line. */
export const Waiting = () => (
  <div className={styles.page} aria-busy="true">
    <Skeleton height={36} mb={12} />
    <Skeleton height={320} />
  </div>
);
