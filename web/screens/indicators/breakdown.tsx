import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { getShapes } from '../../../src/api/boundaries.ts';
import { CallError, call } from '../../../src/api/client.ts';
import { getBreakdown, getIndicator } from '../../../src/api/indicators.ts';
import { BoundaryTier, type PlaceShape } from '../../../src/registry/boundary.ts';
import { type Breakdown, breakdownBys } from '../../../src/registry/breakdown.ts';
import type { Indicator } from '../../../src/registry/indicator.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { BarsChart } from '../../parts/charts/bars-chart.tsx';
import { ChartFrame } from '../../parts/charts/chart-frame.tsx';
import { MapChart } from '../../parts/charts/map-chart.tsx';
import { MultiplesChart } from '../../parts/charts/multiples-chart.tsx';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';

const route = getRouteApi('/chi-tieu/danh-muc/$id/chi-tiet');
const atFirst = 24;

/** One indicator in its parts: which is ahead, which is behind, and how each went. */
export function BreakdownScreen() {
  const { words } = useWording();
  const own = words.breakdown;
  const { id } = route.useParams();
  const { ngay: asOf, theo: by = 'place', dong: line = '', cap: tier, ky: day } = route.useSearch();
  const indicator = useQuery({
    queryKey: ['indicator', id, asOf],
    queryFn: ({ signal }) => call(getIndicator, { params: { id }, query: { asOf }, signal }),
  });
  const found = useQuery({
    queryKey: ['breakdown', id, { asOf, by, line, tier, day }],
    queryFn: ({ signal }) => call(getBreakdown, { params: { id }, query: { asOf, by, line, tier, day }, signal }),
    placeholderData: keepPreviousData,
  });
  if (found.error instanceof CallError && found.error.code === 'notFound') return <NotFound />;
  const of = indicator.data?.indicator;
  return (
    <Page
      title={of ? own.of(of.name) : own.title}
      actions={
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/chi-tieu/danh-muc/$id" params={{ id }} {...props} />}
        >
          {own.back}
        </Button>
      }
    >
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {found.data && <Choices breakdown={found.data} />}
      {found.data?.rows.length === 0 && <Blank icon={IconChartBar} title={own.nothing} text={own.nothingText} />}
      {of && found.data && found.data.rows.length > 0 && <Charts key={by} indicator={of} breakdown={found.data} />}
    </Page>
  );
}

/** By what, of which part, of which tier and until when: all in the address, so that a link shows the same. */
function Choices({ breakdown: { days, day, tiers, lines } }: { breakdown: Breakdown }) {
  const { words, language } = useWording();
  const own = words.breakdown;
  const { theo: by = 'place', dong: line = '', cap: tier } = route.useSearch();
  const navigate = useNavigate({ from: '/chi-tieu/danh-muc/$id/chi-tiet' });
  const change = (next: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const known = [...new Set([line, ...lines])];
  return (
    <div className={styles.choices}>
      <Select
        label={own.by}
        data={breakdownBys.map((value) => ({ value, label: own.bys[value] }))}
        value={by}
        allowDeselect={false}
        onChange={(value) => change({ theo: breakdownBys.find((one) => one === value), ky: undefined })}
      />
      {by === 'place' && tiers.length > 1 && (
        <Select
          label={own.tier}
          data={tiers.map((value) => ({ value, label: words.tiers[value] }))}
          value={tier ?? tiers[0] ?? null}
          allowDeselect={false}
          onChange={(value) => change({ cap: tiers.find((one) => one === value) })}
        />
      )}
      {by !== 'line' && known.length > 1 && (
        <Select
          label={own.line}
          data={known.map((value) => ({ value, label: value === '' ? words.indicators.whole : value }))}
          value={line}
          allowDeselect={false}
          onChange={(value) => change({ dong: value ?? '' })}
        />
      )}
      {day !== null && (
        <Select
          label={own.period}
          data={days.map((value) => ({ value, label: formatDay(value, language).slice(-7) }))}
          value={day}
          allowDeselect={false}
          onChange={(value) => change({ ky: value ?? undefined })}
        />
      )}
    </div>
  );
}

type ChartsProps = { indicator: Indicator; breakdown: Breakdown };

function Charts({ indicator, breakdown: { day, rows, mapped, tiers } }: ChartsProps) {
  const { words, language } = useWording();
  const own = words.breakdown;
  const [all, setAll] = useState(false);
  const { ngay: asOf, hinh } = route.useSearch();
  const isMap = hinh === 'ban-do' && mapped > 0;
  const shapes = useShapes(isMap ? tiers[0] : undefined, asOf);
  const named = rows.map((row) => ({ ...row, name: row.name === '' ? words.indicators.whole : row.name }));
  const onMap = [...named, ...withoutRow(shapes.data, named, tiers[0])];
  const known = named.filter(({ value }) => value !== null);
  const shown = all ? known : known.slice(0, atFirst);
  const count = (n: number) => formatNumber(n, language);
  const title = own.of(indicator.name);
  const ordered = day === null ? title : `${title}. ${own.ordered(formatDay(day, language))}`;
  const drawn = named.filter(({ sparkline }) => sparkline.length > 1).slice(0, all ? undefined : atFirst);
  const days = [...new Set(drawn.flatMap(({ sparkline }) => sparkline.map((point) => point.day)))].sort();
  return (
    <>
      {day !== null && <p>{(isMap ? own.map.until : own.ordered)(formatDay(day, language))}</p>}
      {mapped > 0 && <ShownAs />}
      {isMap && shapes.isError && <Failure error={shapes.error} onRetry={() => void shapes.refetch()} />}
      {isMap && shapes.data && (
        <MapHint without={rows.filter(({ key }) => !shapes.data.some(({ placeId }) => placeId === key)).length} />
      )}
      <ChartFrame
        title={ordered}
        draw={(place) =>
          isMap && shapes.data ? (
            <MapChart shapes={shapes.data} places={onMap} unit={indicator.unit} place={place} label={ordered} />
          ) : (
            <BarsChart
              bars={shown.map(({ key, name, value, estimated }) => ({
                ...{ key, estimated, values: [value] },
                name: estimated ? `${name} (${own.estimated})` : name,
              }))}
              unit={indicator.unit}
              place={place}
              label={ordered}
            />
          )
        }
        table={{
          heads: [own.heads.name, own.heads.code, own.heads.value, own.heads.estimated],
          rows: (isMap ? onMap : named).map(({ name, code, value, estimated }) => [
            name,
            code,
            value,
            estimated ? own.estimated : null,
          ]),
        }}
      />
      {known.length < named.length && <p className="soft">{own.unknown(count(named.length - known.length))}</p>}
      {!isMap && known.length > atFirst && (
        <Button variant="default" size="compact-md" onClick={() => setAll(!all)}>
          {all ? own.fewer : own.all(count(known.length))}
        </Button>
      )}
      {drawn.length > 1 && (
        <section aria-labelledby="multiples">
          <h2 id="multiples" className={styles.heading}>
            {own.multiples}
          </h2>
          <p className="soft">{own.multiplesHint}</p>
          <ChartFrame
            title={`${title}. ${own.multiples}`}
            draw={(place) => (
              <MultiplesChart
                all={drawn.map(({ key, name, sparkline }) => ({ key, name, points: sparkline }))}
                place={place}
                label={`${title}. ${own.multiples}`}
              />
            )}
            table={{
              heads: [own.heads.name, ...days.map((one) => formatDay(one, language))],
              rows: drawn.map(({ name, sparkline }) => [
                name,
                ...days.map((one) => sparkline.find((point) => point.day === one)?.value ?? null),
              ]),
            }}
          />
        </section>
      )}
    </>
  );
}

/** Where the land of a tier lies; asked for only where a map is looked at. */
const useShapes = (tier: string | undefined, asOf: string | undefined) =>
  useQuery({
    queryKey: ['shapes', tier, asOf],
    queryFn: async ({ signal }) =>
      (await call(getShapes, { query: { tier: BoundaryTier.parse(tier), asOf }, signal })).shapes,
    enabled: tier !== undefined,
    staleTime: 300_000,
  });

/** Land that reported nothing is on the map, too. */
const withoutRow = (
  shapes: readonly PlaceShape[] | undefined,
  rows: readonly { key: string }[],
  shown: string | undefined,
) =>
  (shapes ?? []).flatMap(({ placeId: key, name, code, tier }) =>
    tier !== shown || rows.some((row) => row.key === key) ? [] : [{ key, name, code, value: null, estimated: false }],
  );

function ShownAs() {
  const own = useWording().words.breakdown;
  const { hinh } = route.useSearch();
  const navigate = useNavigate({ from: '/chi-tieu/danh-muc/$id/chi-tiet' });
  return (
    <SegmentedControl
      className={styles.shownAs}
      aria-label={own.shownAs}
      data={[
        { value: 'cot', label: own.bars },
        { value: 'ban-do', label: own.map.title },
      ]}
      value={hinh ?? 'cot'}
      onChange={(value) =>
        void navigate({
          search: (now) => ({ ...now, hinh: value === 'ban-do' ? 'ban-do' : undefined }),
          ...{ replace: true, resetScroll: false },
        })
      }
    />
  );
}

function MapHint({ without }: { without: number }) {
  const { words, language } = useWording();
  const { map } = words.breakdown;
  return (
    <p className="soft">
      {map.hint} {without > 0 && map.without(formatNumber(without, language))}
    </p>
  );
}
