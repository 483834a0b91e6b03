import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import styles from './target-places.module.css';

const places = [
  { to: '/chi-tieu', name: 'inDocuments' },
  { to: '/chi-tieu/danh-muc', name: 'catalogue' },
] as const;

/** The two lists of what is to be reached: as documents set it, and the things measured. */
export function TargetPlaces() {
  const { indicators } = useWords();
  return (
    <nav className={styles.places} aria-label={indicators.places}>
      {places.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          activeOptions={{ exact: true, includeSearch: false }}
          className={styles.place}
        >
          {indicators[name]}
        </Link>
      ))}
    </nav>
  );
}
