import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import deciding from './deciding.module.css';
import styles from './reorganisations.module.css';

type Orphan = { agencyId: string; name: string; endedOn: PlainDate; waiting: number };

/** Work that lies with bodies that are no more and of which no event says who carries on. */
export function Orphans({ orphans }: { orphans: Orphan[] }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const may = useMay();
  if (orphans.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="chua-ro">
      <h2 id="chua-ro">{names.orphans}</h2>
      <p className={styles.keys}>{names.orphansHint}</p>
      <ul className={deciding.works}>
        {orphans.map(({ agencyId, name, endedOn, waiting }) => (
          <li key={agencyId}>
            {name}
            <span className={deciding.where}>
              {names.orphan(formatNumber(waiting, language), formatDate(endedOn))}
              {may('reorganise') && (
                <>
                  {' · '}
                  <Link to="/don-vi/sap-xep/moi" search={{ tu: agencyId, ten: name, hieuLuc: endedOn }}>
                    {names.write}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
