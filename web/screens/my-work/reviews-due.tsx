import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listAccountReviews } from '../../../src/api/account-reviews.ts';
import { call } from '../../../src/api/client.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { useWords } from '../../words/words.ts';
import styles from './my-work.module.css';

/** Accounts that an administrator is to review soon: no duty of an agency, and work all the same. */
export function useReviewsDue(isAdministrator: boolean) {
  const asked = useQuery({
    queryKey: ['account-reviews', 'due'],
    queryFn: ({ signal }) => call(listAccountReviews, { query: { limit: 1, offset: 0 }, signal }),
    enabled: isAdministrator,
  });
  return (asked.data?.due ?? []).filter(({ pressing, openId }) => pressing || openId !== null);
}

export function ReviewsDue({ due }: { due: ReturnType<typeof useReviewsDue> }) {
  const words = useWords();
  if (due.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="work-reviews">
      <h2 id="work-reviews">{words.accountReviews.title}</h2>
      <ul className={styles.lines}>
        {due.map(({ agency, due: day, openId }) => (
          <li key={agency.id} className={styles.line}>
            <span>{words.accountReviews.workDue(agency.name, formatDate(day))}</span>
            {openId ? (
              <Link to="/quan-tri/ra-soat/$id" params={{ id: openId }}>
                {words.accountReviews.goOn}
              </Link>
            ) : (
              <Link to="/quan-tri/ra-soat">{words.accountReviews.begin}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
