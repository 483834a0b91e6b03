import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listRounds } from '../../../src/api/rounds.ts';
import type { RoundCursor, RoundRecord } from '../../../src/registry/round.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { OpenRound } from './open-round.tsx';
import styles from './rounds.module.css';
import { StageCounts } from './stage-counts.tsx';

/** Every reporting round, the latest closing day first. */
export function Rounds() {
  const { words } = useWording();
  const own = words.rounds;
  const may = useMay();
  const [opening, setOpening] = useState(false);
  const rounds = useInfiniteQuery({
    queryKey: ['rounds'],
    queryFn: ({ pageParam, signal }) => call(listRounds, { query: { after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as RoundCursor | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = rounds.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={own.title}
      actions={
        <>
          {may('openRounds') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpening(true)}>
              {own.open}
            </Button>
          )}
          {may('importFigures') && (
            <Button component={Link} to="/nhap-so-lieu" variant="default">
              {words.figureImports.title}
            </Button>
          )}
          <Button component={Link} to="/che-do-bao-cao" variant="default">
            {own.regimes}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      {rounds.isPending && <Skeleton height={240} aria-busy="true" />}
      {rounds.isError && <Failure error={rounds.error} onRetry={() => void rounds.refetch()} />}
      {rounds.data && rows.length === 0 && <Blank icon={IconReportAnalytics} title={own.none} text={own.noneHint} />}
      {rows.length > 0 && <RoundTable rounds={rows} />}
      {rounds.hasNextPage && (
        <Button variant="default" loading={rounds.isFetchingNextPage} onClick={() => void rounds.fetchNextPage()}>
          {own.more}
        </Button>
      )}
      {opening && <OpenRound onClose={() => setOpening(false)} />}
    </Page>
  );
}

function RoundTable({ rounds }: { rounds: readonly RoundRecord[] }) {
  const { words, language } = useWording();
  const own = words.rounds;
  return (
    <table className={styles.table} aria-label={own.table}>
      <thead>
        <tr>
          {[own.name, own.closing, own.due, own.state, own.progress].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <th scope="row">
              <Link to="/dot-bao-cao/$id" params={{ id: round.id }} lang="vi">
                {round.title}
              </Link>
            </th>
            <td data-name={own.closing}>{formatDate(round.to)}</td>
            <td data-name={own.due}>
              {round.firstDue && round.lastDue && own.dueBetween(formatDate(round.firstDue), formatDate(round.lastDue))}
            </td>
            <td data-name={own.state}>{round.closedAt === null ? own.isOpen : own.isClosed}</td>
            <td data-name={own.progress}>
              <StageCounts round={round} number={(value) => formatNumber(value, language)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
