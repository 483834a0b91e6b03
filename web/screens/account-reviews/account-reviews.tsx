import { Badge, Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { beginAccountReview, listAccountReviews } from '../../../src/api/account-reviews.ts';
import { call } from '../../../src/api/client.ts';
import type { AccountReview, ReviewDue } from '../../../src/registry/account-review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { Failure } from '../../parts/fault.tsx';
import table from '../../parts/folding-table.module.css';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './account-reviews.module.css';
import { reviewsKey } from './use-review-change.ts';

const atOnce = 20;

/** When accounts are to be reviewed next, and what was reviewed. */
export function AccountReviews() {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const navigate = useNavigate();
  const pages = useInfiniteQuery({
    queryKey: [...reviewsKey, 'list'],
    queryFn: ({ pageParam, signal }) =>
      call(listAccountReviews, { query: { limit: atOnce, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, all) => {
      const shown = all.reduce((sum, { reviews }) => sum + reviews.length, 0);
      return shown < total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const begin = useMutation({
    mutationFn: (agencyId: string) => call(beginAccountReview, { body: { agencyId } }),
    onSuccess: ({ id }) => navigate({ to: '/quan-tri/ra-soat/$id', params: { id } }),
  });
  const due = pages.data?.pages[0]?.due ?? [];
  const reviews = pages.data?.pages.flatMap((page) => page.reviews) ?? [];
  const error = pages.error ?? begin.error;
  return (
    <AdministrationPage title={own.title}>
      {pages.data && (
        <p className={styles.lead}>{own.lead(formatNumber(pages.data.pages[0]?.months ?? 0, language))}</p>
      )}
      {error && <Failure error={error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={160} aria-busy="true" />}
      {pages.data && due.length === 0 && <p className="soft">{own.noAgency}</p>}
      <ul className={styles.due}>
        {due.map((one) => (
          <Due key={one.agency.id} due={one} waiting={begin.isPending} onBegin={() => begin.mutate(one.agency.id)} />
        ))}
      </ul>
      <h2>{own.pastTitle}</h2>
      {pages.data && reviews.length === 0 && <p className="soft">{own.noPast}</p>}
      {reviews.length > 0 && <Past reviews={reviews} />}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </AdministrationPage>
  );
}

function Due({ due, waiting, onBegin }: { due: ReviewDue; waiting: boolean; onBegin: () => void }) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  return (
    <li>
      <div>
        <strong>{own.due(due.agency.name, formatDate(due.due))}</strong>{' '}
        {due.pressing && (
          <Badge variant="default" tt="none">
            {own.pressing}
          </Badge>
        )}
        <div className="soft">{due.lastClosedAt ? own.last(formatMoment(due.lastClosedAt, language)) : own.none}</div>
      </div>
      <Button loading={waiting} variant={due.pressing || due.openId ? 'filled' : 'default'} onClick={onBegin}>
        {due.openId ? own.goOn : own.begin}
      </Button>
    </li>
  );
}

function Past({ reviews }: { reviews: readonly AccountReview[] }) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const number = (value: number) => formatNumber(value, language);
  const moment = (iso: string, name: string) => own.by(formatMoment(iso, language), name);
  return (
    <table className={table.table}>
      <caption className="hidden-visually">{own.past}</caption>
      <HeadRow columns={own.columns} />
      <tbody>
        {reviews.map((review) => (
          <tr key={review.id}>
            <th scope="row" data-name={own.columns.agency}>
              <Link to="/quan-tri/ra-soat/$id" params={{ id: review.id }}>
                {review.agency.name}
              </Link>
            </th>
            <td data-name={own.columns.began}>{moment(review.beganAt, review.beganBy.name)}</td>
            <td data-name={own.columns.closed}>
              {review.closedAt && review.closedBy
                ? moment(review.closedAt, review.closedBy.name)
                : own.open(number(review.undecided))}
            </td>
            <td data-name={own.columns.accounts}>{number(review.accounts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
