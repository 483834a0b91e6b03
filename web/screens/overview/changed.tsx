import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/registry/overview.ts';
import { standingWord } from '../../../src/registry/standing-words.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { StandingIcon } from '../../parts/standing-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';

/** What is otherwise than on the other day. */
export function Changed({ overview }: { overview: Overview }) {
  const { words, language } = useWording();
  const own = words.overview;
  const { changedTargets, changedDuties, newFigures, than } = overview;
  const number = (value: number) => formatNumber(value, language);
  const nothing = changedTargets.total + changedDuties.length + newFigures === 0;
  return (
    <section className={styles.part} aria-labelledby="overview-changed">
      <h2 id="overview-changed">{own.changed(formatDay(than, language))}</h2>
      {nothing && <p className="soft">{own.nothingChanged}</p>}
      {newFigures > 0 && <p>{own.figures(number(newFigures))}</p>}
      {changedTargets.total > 0 && (
        <>
          <h3>
            {own.stateChanged} <span className="soft numbers">{number(changedTargets.total)}</span>
          </h3>
          <ul className={styles.lines}>
            {changedTargets.rows.map(({ target, before, now }) => (
              <li key={`${target.documentId} ${target.id}`}>
                <StandingIcon standing={now} />
                <span>
                  <Link
                    to="/tong-quan/chi-tieu/$documentId/$targetId"
                    params={{ documentId: target.documentId, targetId: target.id }}
                    preload={false}
                  >
                    {[target.name, target.variant].filter(Boolean).join(', ')}
                  </Link>
                  <span className="soft">
                    {' '}
                    {standingWord(before, language)} → {standingWord(now, language)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {changedDuties.map(({ kind, total, rows }) => (
        <div key={kind}>
          <h3>
            {own.changes[kind]} <span className="soft numbers">{number(total)}</span>
          </h3>
          <ul className={styles.lines}>
            {rows.map((row) => (
              <li key={`${row.dutyId} ${row.day}`}>
                <span>
                  <Link to="/viec/$id" params={{ id: row.dutyId }} preload={false} className={styles.clipped}>
                    {row.what}
                  </Link>
                  <span className="soft">
                    {row.agency.name}, {formatDay(row.day, language)}
                    {row.due !== null && `, ${own.newDue(formatDay(row.due, language))}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
