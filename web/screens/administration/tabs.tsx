import { Link } from '@tanstack/react-router';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import styles from './administration.module.css';
import { sections } from './sections.ts';

/** On top of each page of administration. */
export function AdministrationTabs() {
  const { administration } = useWords();
  const may = useMay();
  return (
    <nav className={styles.tabs} aria-label={administration.title}>
      {sections
        .filter(({ verbs }) => verbs.some(may))
        .map(({ to, name }) => (
          <Link key={to} to={to} className={styles.tab} activeProps={{ 'data-here': true }}>
            {administration.sections[name]}
          </Link>
        ))}
    </nav>
  );
}
