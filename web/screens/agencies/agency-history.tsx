import { Link } from '@tanstack/react-router';
import type { AgencyPage } from '../../../src/api/agencies.ts';
import type { AgencyEvent } from '../../../src/registry/agency-summary.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { useWords } from '../../words/words.ts';
import styles from './agencies.module.css';

/** Where an agency came from and who has its work, each with its legal basis. */
export function AgencyHistory({ page: { cameFrom, wentTo } }: { page: AgencyPage }) {
  const own = useWords().agencies;
  return (
    <section className={styles.section}>
      <h2>{own.history}</h2>
      {cameFrom.length + wentTo.length === 0 && <p className="soft">{own.noHistory}</p>}
      <Events title={own.cameFrom} events={cameFrom} />
      <Events title={own.wentTo} events={wentTo} />
    </section>
  );
}

function Events({ title, events }: { title: string; events: AgencyEvent[] }) {
  const own = useWords().agencies;
  if (events.length === 0) return null;
  return (
    <>
      <h3 className={styles.side}>{title}</h3>
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={`${event.reorganisationId} ${event.other?.id} ${event.field}`}>
            {event.other ? (
              <Link to="/don-vi/$id" params={{ id: event.other.id }}>
                {event.other.name}
              </Link>
            ) : (
              <span>{own.moves[event.kind as keyof typeof own.moves] ?? own.nobody}</span>
            )}
            {event.other?.placeName && <span className="soft"> ({event.other.placeName})</span>}
            {event.field && <span> – {own.field(event.field)}</span>}
            <span className={styles.basis}>
              {formatDate(event.effectiveOn)} ·{' '}
              <Link to="/don-vi/sap-xep/$id" params={{ id: event.reorganisationId }}>
                {event.title}
              </Link>{' '}
              · {event.legalBasis}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
