import { Button } from '@mantine/core';
import { IconPlus, IconSearchOff, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getSparklines, listIndicators } from '../../../src/api/indicators.ts';
import type { IndicatorSummary } from '../../../src/registry/indicator-line.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Sparkline } from '../../parts/charts/sparkline.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordCard } from '../../parts/record-card.tsx';
import { type Column, RecordTable } from '../../parts/record-table.tsx';
import { useMay } from '../../parts/session.ts';
import { TargetPlaces } from '../../parts/target-places.tsx';
import { useWording } from '../../words/words.ts';
import { arranged, type IndicatorSearch } from './search.ts';

const route = getRouteApi('/chi-tieu/danh-muc');

const yearsOf = ({ years }: IndicatorSummary): string =>
  years === null ? '' : years.from === years.to ? String(years.to) : `${years.from} – ${years.to}`;

function useColumnsOf(asOf: PlainDate | undefined): Column<IndicatorSummary>[] {
  const { words, language } = useWording();
  const { columns, pillars, owners } = words.indicators;
  const count = (n: number) => (n === 0 ? '' : formatNumber(n, language));
  const drawn = useQuery({
    queryKey: ['sparklines', asOf],
    queryFn: ({ signal }) => call(getSparklines, { query: { asOf }, signal }),
  }).data?.sparklines;
  return [
    { id: 'name', name: columns.name, width: 230, grow: 3, sort: 'name', show: (row) => row.name },
    {
      id: 'sparkline',
      name: columns.sparkline,
      width: 124,
      show: ({ id, unit }) => <Sparkline points={drawn?.[id] ?? []} unit={unit} />,
    },
    { id: 'unit', name: columns.unit, width: 110, grow: 1, sort: 'unit', show: (row) => row.unit },
    {
      id: 'targets',
      name: columns.targets,
      width: 96,
      sort: 'targets',
      numeric: true,
      show: (row) => count(row.targets),
    },
    {
      id: 'documents',
      name: columns.documents,
      width: 96,
      sort: 'documents',
      numeric: true,
      show: (row) => count(row.documents),
    },
    { id: 'years', name: columns.years, width: 124, sort: 'years', numeric: true, show: yearsOf },
    { id: 'pillar', name: columns.pillar, width: 120, show: (row) => row.pillar && pillars[row.pillar] },
    {
      id: 'owner',
      name: columns.owner,
      width: 150,
      grow: 1,
      show: (row) => row.ownerProfile && (owners[row.ownerProfile] ?? row.ownerProfile),
    },
    { id: 'code', name: columns.code, width: 100, sort: 'code', show: (row) => row.statisticalCode },
  ];
}

function useFilters(all: readonly IndicatorSummary[]) {
  const { words } = useWording();
  const search = route.useSearch();
  const counted = (
    found: readonly IndicatorSummary[],
    labels: Record<string, string>,
    of: (one: IndicatorSummary) => string | null,
  ) =>
    Object.entries(labels).map(([value, label]) => ({
      value,
      label,
      count: found.filter((one) => of(one) === value).length,
    }));
  const { pillars, usedTrue, usedFalse } = words.indicators;
  return [
    {
      key: 'pillar',
      name: words.indicators.columns.pillar,
      choices: counted(arranged(all, search, 'pillar'), pillars, ({ pillar }) => pillar),
      chosen: search.pillar ?? [],
    },
    {
      key: 'used',
      name: words.indicators.used,
      choices: counted(arranged(all, search, 'used'), { true: usedTrue, false: usedFalse }, ({ targets }) =>
        String(targets > 0),
      ),
      chosen: search.used ? [search.used] : [],
    },
  ];
}

/** The catalogue: every thing that is measured, with how many targets documents set for it. */
export function Indicators() {
  const { words, language } = useWording();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/chi-tieu/danh-muc' });
  const asOf = useAsOf();
  const columns = useColumnsOf(asOf);
  const may = useMay();
  const found = useQuery({
    queryKey: ['indicators', asOf],
    queryFn: ({ signal }) => call(listIndicators, { query: { asOf }, signal }),
    refetchInterval: ({ state }) => (state.data?.matching ? 2000 : false),
  });
  const matching = found.data?.matching;
  const all = found.data?.indicators ?? [];
  const rows = arranged(all, search);
  const filters = useFilters(all);
  const change = (next: IndicatorSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const link = (row: IndicatorSummary, text: React.ReactNode) => (
    <Link to="/chi-tieu/danh-muc/$id" params={{ id: row.id }}>
      {text}
    </Link>
  );
  const body = () => {
    if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
    if (found.data && rows.length === 0)
      return <Blank icon={IconSearchOff} title={words.list.nothingFound} text={words.list.nothingFoundHint} />;
    return (
      <RecordTable
        label={words.indicators.table}
        columns={columns}
        linked="name"
        total={found.data ? rows.length : 30}
        rowAt={(index) => rows[index]}
        sorting={{ by: search.sort ?? 'targets', order: search.order ?? 'desc' }}
        onSort={({ by, order }) => change({ sort: by as IndicatorSearch['sort'], order })}
        link={link}
        card={(row) => (
          <RecordCard title={link(row, row.name)} value={row.unit}>
            <div>
              {[words.count.targets(formatNumber(row.targets, language)), yearsOf(row)].filter(Boolean).join(' · ')}
            </div>
          </RecordCard>
        )}
      />
    );
  };
  return (
    <Page
      title={words.indicators.title}
      aside={
        found.data && (
          <span aria-live="polite">
            {words.indicators.count(formatNumber(rows.length, language))}
            {matching &&
              ` · ${words.indicators.matching(formatNumber(matching.done, language), formatNumber(matching.total, language))}`}
          </span>
        )
      }
      fill
      actions={
        <>
          <TargetPlaces />
          {may('importFigures') && (
            <Button
              component={Link}
              to="/nhap-so-lieu"
              variant="default"
              leftSection={<IconTableImport size={18} aria-hidden />}
            >
              {words.figureImports.title}
            </Button>
          )}
          {may('changeIndicators') && (
            <Button
              component={Link}
              to="/chi-tieu/danh-muc/moi"
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              {words.indicators.add}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        searchLabel={words.indicators.searchLabel}
        placeholder={words.indicators.search}
        query={search.q ?? ''}
        onQuery={(q) => change({ q })}
        filters={filters}
        onFilter={(key, chosen) =>
          change(
            key === 'used'
              ? { used: chosen.at(-1) as IndicatorSearch['used'] }
              : { pillar: chosen as IndicatorSearch['pillar'] },
          )
        }
        onClear={() => void navigate({ search: {}, replace: true })}
      />
      {body()}
    </Page>
  );
}
