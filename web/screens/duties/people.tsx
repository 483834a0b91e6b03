import { Link } from '@tanstack/react-router';
import type { DutyPage } from '../../../src/registry/duty.ts';
import type { Named } from '../../../src/registry/named.ts';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';

/** Who has to do with it, each by the role. */
export function People({ page: { duty, coordinating, monitoring } }: { page: DutyPage }) {
  const own = useWording().words.duty;
  const roles: [string, readonly Named[]][] = [
    [own.lead, [duty.agency]],
    [own.coordinating, coordinating],
    [own.monitoring, monitoring],
  ];
  return (
    <section className={styles.card} aria-labelledby="people">
      <h2 id="people">{own.people}</h2>
      <dl className={styles.facts}>
        {roles
          .filter(([, agencies]) => agencies.length > 0)
          .map(([name, agencies]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {agencies.map(({ id, name: agency }, index) => (
                  <span key={id}>
                    {index > 0 && '; '}
                    <Link to="/don-vi/$id" params={{ id }}>
                      {agency}
                    </Link>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        <div>
          <dt>{own.officer}</dt>
          <dd>{duty.officer ? duty.officer.name : <em>{own.noOfficer}</em>}</dd>
        </div>
      </dl>
    </section>
  );
}
