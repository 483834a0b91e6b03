import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { listScorecardItems } from '../../../src/api/scorecards.ts';
import type { Criterion } from '../../../src/registry/emulation-scale.ts';
import type { Named } from '../../../src/registry/named.ts';
import type { ScorecardItem } from '../../../src/registry/scorecard-page.ts';
import { criterionWords, reasonWords } from '../../../src/registry/scorecard-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { Failure } from '../../parts/fault.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './scorecards.module.css';

type Props = {
  agency: Named;
  criterion: Criterion;
  period: string;
  asOf: PlainDate | undefined;
  onClose: () => void;
};
const atOnce = 100;

/** The very items behind a number, each with why it counts so. */
export function Items({ agency, criterion, period, asOf, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const said = criterionWords[language][criterion];
  const number = (value: number) => formatNumber(value, language);
  const pages = useInfiniteQuery({
    queryKey: ['scorecard-items', agency.id, criterion, period, asOf],
    queryFn: ({ pageParam, signal }) =>
      call(listScorecardItems, {
        params: { id: agency.id },
        query: { period, asOf, criterion, offset: pageParam, limit: atOnce },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, got) => (got.length * atOnce < total ? got.length * atOnce : undefined),
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  return (
    <SidePanel title={said.name} size="lg" onClose={onClose}>
      <p className="soft">
        {own.howRatio(said.counted, said.of)} {said.beside}
      </p>
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={240} aria-busy="true" />}
      {pages.data && (
        <p aria-live="polite">
          {own.items(number(total))} {total > 1 && own.itemsAgainst}
        </p>
      )}
      <ul className={styles.items}>
        {rows.map((row) => (
          <li key={`${row.kind} ${row.within} ${row.id}`}>
            {row.count === row.of ? (
              <IconCircleCheck size={18} color="var(--good)" aria-hidden />
            ) : (
              <IconAlertTriangle size={18} color="var(--bad)" aria-hidden />
            )}
            <span>
              <ItemLink item={row} />
              <span className="soft">
                {' '}
                {reasonWords[language][row.because]}
                {row.of > 1 && ` (${own.ratio(number(row.count), number(row.of))})`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </SidePanel>
  );
}

function ItemLink({ item: { kind, id, within, what } }: { item: ScorecardItem }) {
  const words = <span lang="vi">{what}</span>;
  if (kind === 'target')
    return (
      <Link to="/tong-quan/chi-tieu/$documentId/$targetId" params={{ documentId: within ?? '', targetId: id }}>
        {words}
      </Link>
    );
  if (kind === 'report')
    return (
      <Link to="/bao-cao/$id" params={{ id }}>
        {words}
      </Link>
    );
  if (kind === 'agency')
    return (
      <Link to="/don-vi/$id" params={{ id }}>
        {words}
      </Link>
    );
  return (
    <Link to="/viec/$id" params={{ id: within ?? id }}>
      {words}
    </Link>
  );
}
