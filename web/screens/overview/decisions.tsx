import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getMyWork } from '../../../src/api/my-work.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';

const mostShown = 3;

/** What waits for whoever looks to decide: the first of each kind, all of them where work is done. */
export function Decisions() {
  const { words, language } = useWording();
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: ({ signal }) => call(getMyWork, { query: {}, signal }),
  });
  const lists = (work.data?.lists ?? []).filter(({ section, total }) => section === 'decide' && total > 0);
  return (
    <section className={styles.part} aria-labelledby="overview-decisions">
      <h2 id="overview-decisions">{words.overview.decisions}</h2>
      {work.isLoadingError && <Failure error={work.error} onRetry={() => void work.refetch()} />}
      {work.isPending && <Skeleton height={120} aria-busy="true" />}
      {work.data && lists.length === 0 && <p className="soft">{words.overview.noDecisions}</p>}
      {lists.map(({ task, total, items }) => (
        <div key={task}>
          <h3>
            <Link to="/viec-cua-toi">{words.myWork.tasks[task]}</Link>{' '}
            <span className="soft numbers">{formatNumber(total, language)}</span>
          </h3>
          <ul className={styles.lines}>
            {items.slice(0, mostShown).map((item) => (
              <li key={`${item.duty.id} ${item.about?.id}`}>
                <span>
                  <Link to="/viec/$id" params={{ id: item.duty.id }} preload={false} className={styles.clipped}>
                    {item.duty.what}
                  </Link>
                  <span className="soft">{item.duty.agency.name}</span>
                </span>
                <FollowButton matter={{ kind: 'duty', dutyId: item.duty.id }} name={item.duty.what} small />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
