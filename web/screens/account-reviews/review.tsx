import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AccountReviewFilter, exportAccountReview, getAccountReview } from '../../../src/api/account-reviews.ts';
import { addressOf, call } from '../../../src/api/client.ts';
import type { AccountReview, ReviewCounts } from '../../../src/registry/account-review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './account-reviews.module.css';
import { AccountTable } from './account-table.tsx';
import { ClosingForm } from './closing-form.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { reviewsKey } from './use-review-change.ts';

const route = getRouteApi('/quan-tri/ra-soat/$id');
const atOnce = 100;

/** One review: its accounts, several decided on at once, until it is closed. */
export function Review() {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/quan-tri/ra-soat/$id' });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const pages = useInfiniteQuery({
    queryKey: [...reviewsKey, id, search],
    queryFn: ({ pageParam, signal }) =>
      call(getAccountReview, { params: { id }, query: { ...search, limit: atOnce, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, all) => {
      const shown = all.reduce((sum, { accounts }) => sum + accounts.length, 0);
      return shown < total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  if (!first)
    return (
      <AdministrationPage title={own.title}>
        {pages.error ? (
          <Failure error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Skeleton height={320} aria-busy="true" />
        )}
      </AdministrationPage>
    );
  const accounts = pages.data?.pages.flatMap((page) => page.accounts) ?? [];
  const chosen = accounts.filter(({ userId }) => marked.has(userId));
  const change = (next: AccountReviewFilter) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const mark = (ids: readonly string[], on: boolean) =>
    setMarked((now) => new Set(on ? [...now, ...ids] : [...now].filter((one) => !ids.includes(one))));
  const href = addressOf(exportAccountReview, { params: { id }, query: { language } });
  return (
    <AdministrationPage
      title={own.of(first.review.agency.name)}
      actions={
        <div className={styles.buttons}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            // What is not on the page would not be printed.
            disabled={pages.hasNextPage}
            onClick={() => window.print()}
          >
            {own.print}
          </Button>
          <Button variant="default" component="a" href={href} leftSection={<IconDownload size={18} aria-hidden />}>
            {own.export}
          </Button>
        </div>
      }
    >
      <Head review={first.review} counts={first.counts} />
      <div className={styles.bar}>
        <NativeSelect
          label={own.show}
          value={search.show ?? 'all'}
          data={AccountReviewFilter.shape.show.unwrap().options.map((value) => ({
            value,
            label: own.shows[value],
          }))}
          onChange={(event) => {
            const show = AccountReviewFilter.shape.show.parse(event.currentTarget.value);
            change({ show: show === 'all' ? undefined : show });
          }}
        />
        <SearchField
          label={own.searchLabel}
          placeholder={own.search}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
      </div>
      {chosen.length > 0 && <DecisionBar reviewId={id} chosen={chosen} onDone={() => setMarked(new Set())} />}
      {accounts.length === 0 ? (
        <p className="soft">{own.emptyText}</p>
      ) : (
        <AccountTable accounts={accounts} open={first.review.closedAt === null} marked={marked} onMark={mark} />
      )}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
      {first.review.closedAt === null && <ClosingForm reviewId={id} undecided={first.counts.undecided} />}
    </AdministrationPage>
  );
}

function Head({ review, counts }: { review: AccountReview; counts: ReviewCounts }) {
  const { words, language } = useWording();
  const own = words.accountReviews;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <p className={styles.lead}>
        <Link to="/quan-tri/ra-soat">{own.back}</Link> ·{' '}
        {own.began(formatMoment(review.beganAt, language), review.beganBy.name)}{' '}
        {review.closedAt &&
          review.closedBy &&
          own.closed(formatMoment(review.closedAt, language), review.closedBy.name)}{' '}
        {review.note}
      </p>
      <p aria-live="polite">
        <strong>{own.progress(number(counts.all - counts.undecided), number(counts.all))}</strong>{' '}
        {own.sums(number(counts.keep), number(counts.lock), number(counts.endPosts), number(counts.left))}
      </p>
    </>
  );
}
