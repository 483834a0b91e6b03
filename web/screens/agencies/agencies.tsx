import { Button } from '@mantine/core';
import { IconBuildingBank, IconPlus, IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type AgencyFilter, agencyChoices, listAgencies } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyKind } from '../../../src/registry/agency.ts';
import type { AgencySummary } from '../../../src/registry/agency-summary.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordCard } from '../../parts/record-card.tsx';
import { type Column, RecordTable } from '../../parts/record-table.tsx';
import { useMay } from '../../parts/session.ts';
import { useRecordPages } from '../../parts/use-record-pages.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import { AddAgency } from './add-agency.tsx';
import { daysWords } from './agency-words.ts';

const route = getRouteApi('/don-vi');
const filterKeys = ['tier', 'kind', 'place'] as const;
const noChoices = { tier: [], kind: [], place: [] };

/** All agencies in force on the frame's day. */
export function Agencies() {
  const { words, language } = useWording();
  const own = words.agencies;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/don-vi' });
  const asOf = useAsOf();
  const query = { ...search, asOf };
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const pages = useRecordPages<AgencySummary>(['agencies', query], (page, signal) =>
    call(listAgencies, { query: { ...query, ...page }, signal }),
  );
  const choices = useQuery({
    queryKey: ['agency-choices', query],
    queryFn: ({ signal }) => call(agencyChoices, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const labels: Partial<Record<(typeof filterKeys)[number], Record<string, string>>> = {
    tier: words.tiers,
    kind: own.kinds,
  };
  const change = (next: Partial<AgencyFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const link = (row: AgencySummary, text: ReactNode) => (
    <Link to="/don-vi/$id" params={{ id: row.id }} preload={false}>
      {text}
    </Link>
  );

  return (
    <Page
      title={own.title}
      fill
      aside={
        pages.total !== undefined && <span aria-live="polite">{own.count(formatNumber(pages.total, language))}</span>
      }
      actions={
        <>
          <Button
            component={Link}
            to="/don-vi/nhom"
            variant="default"
            leftSection={<IconUsersGroup size={18} aria-hidden />}
          >
            {own.groups}
          </Button>
          <Button component={Link} to="/don-vi/sap-xep" variant="default">
            {own.reorganisations}
          </Button>
          {may('compareAgencies') && (
            <Button component={Link} to="/don-vi/xep-hang" variant="default">
              {words.scorecards.ranking}
            </Button>
          )}
          {may('changeAgencies') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {own.add}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        searchLabel={own.searchLabel}
        placeholder={own.search}
        query={search.q ?? ''}
        onQuery={(q) => change({ q })}
        filters={filterKeys.map((key) => ({
          key,
          name: own.filters[key],
          choices: (choices.data ?? noChoices)[key].map((choice) => ({
            ...choice,
            label: labels[key]?.[choice.value] ?? choice.label,
          })),
          chosen: search[key] ?? [],
        }))}
        onFilter={(key, chosen) => change({ [key]: chosen })}
        onClear={() => void navigate({ search: {}, replace: true })}
      />
      {pages.error && pages.total === undefined ? <Failure error={pages.error} onRetry={pages.retry} /> : null}
      {pages.total === 0 && <Blank icon={IconSearchOff} title={own.emptyTitle} text={own.emptyText} />}
      {pages.total !== 0 && !(pages.error && pages.total === undefined) && (
        <RecordTable
          label={own.table}
          columns={columnsOf(words)}
          linked="name"
          total={pages.total ?? 30}
          rowAt={pages.rowAt}
          onRange={pages.onRange}
          sorting={{ by: search.sort ?? 'place', order: search.order ?? 'asc' }}
          onSort={({ by, order }) => change({ sort: by as AgencyFilter['sort'], order })}
          link={link}
          card={(row) => (
            <RecordCard title={link(row, row.name)} value={<IconBuildingBank size={18} aria-hidden />}>
              <div>{row.placeName}</div>
              <div>{own.kinds[row.kind]}</div>
            </RecordCard>
          )}
        />
      )}
      <AddAgency opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function columnsOf(words: Words): Column<AgencySummary>[] {
  const { columns: names, kinds } = words.agencies;
  return [
    { id: 'name', name: names.name, width: 220, grow: 3, sort: 'name', show: ({ name }) => name },
    { id: 'place', name: names.place, width: 170, grow: 2, sort: 'place', show: ({ placeName }) => placeName },
    { id: 'kind', name: names.kind, width: 150, show: ({ kind }: { kind: AgencyKind }) => kinds[kind] },
    { id: 'tier', name: names.tier, width: 96, show: ({ tier }) => words.tiers[tier] },
    { id: 'since', name: names.since, width: 150, grow: 1, sort: 'since', show: (row) => daysWords(row, words) },
    {
      id: 'heirs',
      name: names.heirs,
      width: 150,
      grow: 1,
      show: ({ heirs }) => heirs.map(({ name }) => name).join('; '),
    },
  ];
}
