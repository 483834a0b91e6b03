import { Button, Checkbox, Select } from '@mantine/core';
import { IconClipboardCheck, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { countDuties, listDuties } from '../../../src/api/duties.ts';
import { hasBeenIssued } from '../../../src/registry/document-state.ts';
import { type DutyRecord, dutyRoles } from '../../../src/registry/duty.ts';
import { type DutyState, noCounts } from '../../../src/registry/duty-state.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { Blank } from '../../parts/blank.tsx';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordCard } from '../../parts/record-card.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useMay } from '../../parts/session.ts';
import { StateBar } from '../../parts/state-bar.tsx';
import { useWording } from '../../words/words.ts';
import { dutyTable, FollowDuty } from './columns.tsx';
import { contentOf } from './content-of.ts';
import styles from './duties.module.css';
import type { DutySearch } from './search.ts';
import { UrgeActions } from './urge-actions.tsx';

const route = getRouteApi('/theo-doi');
const atOnce = 100;

/** All duties: where each stands, by agency, document and state. */
export function Duties() {
  const { words, language } = useWording();
  const may = useMay();
  const own = words.duties;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/theo-doi' });
  // What was on a past day is looked at, not followed.
  const follows = may('follow') && search.ngay === undefined;
  const change = (next: Partial<DutySearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const { ngay: asOf, sort = 'due', order = 'asc', ...filter } = search;
  const chosen = filter.state ?? [];
  const toggle = (state: DutyState) => {
    const next = chosen.includes(state) ? chosen.filter((one) => one !== state) : [...chosen, state];
    change({ state: next.length === 0 ? undefined : next });
  };
  const counts = useQuery({
    queryKey: ['duty-counts', filter, asOf],
    // The bar shows all states while some of them are chosen.
    queryFn: ({ signal }) => call(countDuties, { query: { ...filter, asOf, state: [] }, signal }),
    placeholderData: keepPreviousData,
  });
  const pages = useInfiniteQuery({
    queryKey: ['duties', search],
    queryFn: ({ pageParam, signal }) =>
      call(listDuties, {
        query: { ...filter, asOf, sort, order, limit: atOnce, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as Awaited<ReturnType<typeof call<typeof listDuties>>>['next'] | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const states = counts.data?.states ?? {};
  const total = filter.state?.length
    ? filter.state.reduce((sum, state) => sum + (states[state] ?? 0), 0)
    : Object.values(states).reduce((sum, count) => sum + count, 0);
  const link = (row: DutyRecord, text: ReactNode) => (
    <Link to="/viec/$id" params={{ id: row.id }} preload={false} title={contentOf(row)}>
      {text}
    </Link>
  );
  const documents = useQuery({
    queryKey: ['documents', {}],
    queryFn: ({ signal }) => call(listDocuments, { query: {}, signal }),
  });

  return (
    <Page
      title={own.title}
      fill
      aside={counts.data && <span aria-live="polite">{own.count(formatNumber(total, language))}</span>}
      actions={
        asOf === undefined && (
          <>
            {may('compareAgencies') && (
              <Button variant="default" renderRoot={(props) => <Link to="/theo-doi/ra-soat" {...props} />}>
                {words.ownerHealth.open}
              </Button>
            )}
            <UrgeActions filter={filter} overdue={states.openOverdue ?? 0} />
          </>
        )
      }
    >
      <div className={styles.filters}>
        <SearchField
          label={own.searchLabel}
          placeholder={own.search}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        <AgencySelect
          label={own.agency}
          chosen={filter.agency?.[0] ?? null}
          onChoose={(id) => change({ agency: id === null ? undefined : [id] })}
        />
        {filter.agency?.length && (
          <>
            <Select
              label={own.role}
              data={dutyRoles.map((value) => ({ value, label: words.roles[value] }))}
              value={filter.role ?? 'lead'}
              allowDeselect={false}
              onChange={(value) => change({ role: dutyRoles.find((one) => one === value) })}
            />
            <Checkbox
              label={own.below}
              checked={filter.below ?? false}
              onChange={(event) => change({ below: event.currentTarget.checked || undefined })}
            />
          </>
        )}
        <Select
          label={own.document}
          placeholder={own.everyDocument}
          data={(documents.data?.documents ?? [])
            .filter(({ state }) => hasBeenIssued(state))
            .map(({ id, number, title, fileName }) => ({ value: id, label: number ?? title ?? fileName }))}
          value={filter.document?.[0] ?? null}
          onChange={(id) => change({ document: id === null ? undefined : [id] })}
          clearable
          searchable
        />
      </div>
      {counts.data && <StateBar counts={{ ...noCounts, ...states }} chosen={chosen} onToggle={toggle} />}
      {pages.error && rows.length === 0 && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && (
        <Blank
          icon={Object.keys(filter).length === 0 ? IconClipboardCheck : IconSearchOff}
          title={own.emptyTitle}
          text={Object.keys(filter).length === 0 ? own.emptyText : own.nothingFits}
        />
      )}
      {rows.length > 0 && (
        <RecordTable
          label={own.table}
          columns={dutyTable(words, language, follows)}
          linked="content"
          total={Math.max(rows.length, total)}
          rowAt={(index) => rows[index]}
          onRange={(_, last) => {
            if (last >= rows.length - 20 && pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
          }}
          sorting={{ by: sort, order }}
          onSort={(next) => change({ sort: next.by === 'given' ? 'given' : 'due', order: next.order })}
          link={link}
          card={(row) => (
            <RecordCard title={link(row, contentOf(row))} value={row.agency.name}>
              {row.state && (
                <div>
                  <DutyStateMark state={row.state} share={row.share} daysLeft={row.daysLeft} />
                </div>
              )}
              {row.due && <div className="numbers">{words.duty.dueOn(formatDate(row.due))}</div>}
              <div>
                {words.duty.dutyStages[row.stage]} {follows && FollowDuty(row)}
              </div>
            </RecordCard>
          )}
        />
      )}
    </Page>
  );
}
