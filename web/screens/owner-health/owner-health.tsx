import { Button, Skeleton } from '@mantine/core';
import { IconMoodSmile, IconTableDown } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import { countHealth, exportHealth, listHealth } from '../../../src/api/owner-health.ts';
import {
  type HealthCounts,
  type HealthCursor,
  healthFaults,
  type UnattendedDuty,
} from '../../../src/registry/owner-health.ts';
import { healthWords } from '../../../src/registry/owner-health-words.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { HeadRow } from '../../parts/head-row.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './owner-health.module.css';
import type { HealthSearch } from './search.ts';

const route = getRouteApi('/theo-doi/ra-soat');
const atOnce = 50;

/** Open work that nobody looks after: by what is wrong, what has been silent longest first. */
export function OwnerHealth() {
  const { words, language } = useWording();
  const own = words.ownerHealth;
  const { agency, fault } = route.useSearch();
  const navigate = useNavigate({ from: '/theo-doi/ra-soat' });
  const change = (next: HealthSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const counts = useQuery({
    queryKey: ['owner-health', 'counts', agency],
    queryFn: ({ signal }) => call(countHealth, { query: { agency }, signal }),
    placeholderData: keepPreviousData,
  });
  const pages = useInfiniteQuery({
    queryKey: ['owner-health', agency, fault],
    queryFn: ({ pageParam, signal }) =>
      call(listHealth, { query: { agency, fault, after: pageParam, limit: atOnce }, signal }),
    initialPageParam: undefined as HealthCursor | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      title={own.title}
      aside={
        counts.data && <span aria-live="polite">{own.count(number(counts.data.any), number(counts.data.open))}</span>
      }
      actions={
        rows.length > 0 && (
          <Button
            component="a"
            href={addressOf(exportHealth, { query: { agency, fault, format: 'xlsx', language } })}
            variant="default"
            leftSection={<IconTableDown size={18} aria-hidden />}
          >
            {words.charts.xlsx}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      <div className={styles.filters}>
        <AgencySelect
          label={own.agency}
          chosen={agency ?? null}
          onChoose={(id) => change({ agency: id ?? undefined })}
        />
      </div>
      {counts.isError && <Failure error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.data && <Faults counts={counts.data} chosen={fault} onChoose={(one) => change({ fault: one })} />}
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={320} aria-busy="true" />}
      {pages.data && rows.length === 0 && (
        <Blank
          icon={IconMoodSmile}
          title={fault ? own.noneOfFault : own.none}
          text={fault ? own.noneOfFaultText : own.noneText}
        />
      )}
      {rows.length > 0 && (
        <table className={styles.table} aria-label={own.title}>
          <HeadRow columns={own.columns} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </Page>
  );
}

type FaultsProps = {
  counts: HealthCounts;
  chosen: HealthSearch['fault'];
  onChoose: (fault: HealthSearch['fault']) => void;
};

function Faults({ counts, chosen, onChoose }: FaultsProps) {
  const { words, language } = useWording();
  const own = words.ownerHealth;
  const one = (fault: HealthSearch['fault'], name: string, count: number) => (
    <li key={fault ?? 'any'}>
      <button type="button" aria-pressed={chosen === fault} onClick={() => onChoose(fault)}>
        {name} <strong className="numbers">{formatNumber(count, language)}</strong>
      </button>
    </li>
  );
  return (
    <ul className={styles.faults} aria-label={own.faults}>
      {one(undefined, own.any, counts.any)}
      {healthFaults.map((fault) => one(fault, healthWords[language][fault], counts.faults[fault] ?? 0))}
    </ul>
  );
}

function Row({ row }: { row: UnattendedDuty }) {
  const { words, language } = useWording();
  const own = words.ownerHealth;
  const day = (one: string) => formatDay(one, language);
  return (
    <tr>
      <th scope="row">
        <Link to="/viec/$id" params={{ id: row.id }} preload={false}>
          <span lang="vi">{row.what}</span>
        </Link>
      </th>
      <td data-name={own.columns.agency}>
        <Link to="/don-vi/$id" params={{ id: row.agency.id }} preload={false}>
          {row.agency.name}
        </Link>
      </td>
      <td data-name={own.columns.officer}>{row.officer?.name ?? '–'}</td>
      <td data-name={own.columns.due} className="numbers">
        {row.due ? day(row.due) : '–'}
      </td>
      <td data-name={own.columns.said} className="numbers">
        {row.saidOn ? day(row.saidOn) : own.never} <span className="soft">({own.given(day(row.givenOn))})</span>
      </td>
      <td data-name={own.columns.faults}>{row.faults.map((fault) => healthWords[language][fault]).join('; ')}</td>
    </tr>
  );
}
