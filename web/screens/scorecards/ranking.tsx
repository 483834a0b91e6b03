import { Button, Progress, Select, Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTableDown, IconTrophyOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import { exportRanking, getRanking } from '../../../src/api/scorecards.ts';
import { type Criterion, criteria } from '../../../src/registry/emulation-scale.ts';
import type { RankedAgency, RankingPage } from '../../../src/registry/scorecard-page.ts';
import { scoredPeriodOn } from '../../../src/registry/scorecard-page.ts';
import { criterionWords } from '../../../src/registry/scorecard-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { today, useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { usePrinting } from '../../parts/printing.ts';

import { useWording } from '../../words/words.ts';
import { percentOf } from './criteria.tsx';
import { PeriodSelect } from './period-select.tsx';
import { JudgedBy } from './scorecard.tsx';
import styles from './scorecards.module.css';
import type { RankingSearch } from './search.ts';

const route = getRouteApi('/don-vi/xep-hang');
/** What scrolls must be reachable by keyboard. */
const scrolling = { tabIndex: 0 };
type Sort = NonNullable<RankingSearch['sort']>;

/** Agencies of one kind beside one another, each score with what it follows from one click away. */
export function Ranking() {
  const { words, language } = useWording();
  const own = words.scorecards;
  const { period: asked, ngay: asOf, ...search } = { ...route.useSearch(), ngay: useAsOf() };
  const navigate = useNavigate({ from: '/don-vi/xep-hang' });
  const day = asOf ?? today();
  const period = asked ?? scoredPeriodOn(day);
  const query = { ...search, period, asOf };
  const change = (next: RankingSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const found = useQuery({
    queryKey: ['ranking', query],
    queryFn: ({ signal }) => call(getRanking, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const page = found.data;
  const number = (value: number) => formatNumber(value, language);
  const judged = page?.rows.filter(({ place }) => place !== null).length ?? 0;
  return (
    <Page
      title={own.rankingTitle}
      aside={page && <span aria-live="polite">{own.counted(number(page.rows.length), number(judged))}</span>}
      actions={
        <>
          <Button
            component="a"
            href={addressOf(exportRanking, { query: { ...query, format: 'xlsx', language } })}
            variant="default"
            leftSection={<IconTableDown size={18} aria-hidden />}
          >
            {words.charts.xlsx}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/don-vi/thang-diem" {...props} />}>
            {own.scale}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{own.rankingLead}</p>
      <div className={styles.filters}>
        <PeriodSelect period={period} day={day} onChange={(code) => change({ period: code })} />
        {page && <GroupSelect page={page} onChange={change} />}
      </div>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {page && (
        <p className="soft">
          <JudgedBy judged={page} />
        </p>
      )}
      {page?.rows.length === 0 && <Blank icon={IconTrophyOff} title={own.noRows} text={own.noRowsText} />}
      {page && page.rows.length > 0 && (
        <RankingTable
          page={page}
          sort={search.sort ?? 'score'}
          order={search.order ?? 'desc'}
          onSort={(sort, order) => change({ sort, order })}
        />
      )}
    </Page>
  );
}

function GroupSelect({ page, onChange }: { page: RankingPage; onChange: (next: RankingSearch) => void }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const keyOf = ({ kind, tier }: RankingPage['group']) => `${kind} ${tier}`;
  return (
    <Select
      label={own.group}
      searchable
      allowDeselect={false}
      value={keyOf(page.group)}
      data={page.groups.map((group) => ({
        value: keyOf(group),
        label: own.groupOf(
          words.agencies.kinds[group.kind],
          words.tiers[group.tier],
          formatNumber(group.count, language),
        ),
      }))}
      onChange={(key) => {
        const group = page.groups.find((one) => keyOf(one) === key);
        if (group) onChange({ kind: group.kind, tier: group.tier });
      }}
    />
  );
}

type TableProps = {
  page: RankingPage;
  sort: Sort;
  order: 'asc' | 'desc';
  onSort: (sort: Sort, order: 'asc' | 'desc') => void;
};

function RankingTable({ page, sort, order, onSort }: TableProps) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const printing = usePrinting();
  const names = criterionWords[language];
  const scored = criteria.filter((criterion) => (page.rules.points[criterion] ?? 0) > 0);
  const head = (by: Sort, name: string) => {
    const here = sort === by;
    const Arrow = order === 'asc' ? IconArrowUp : IconArrowDown;
    const next = here && order === 'desc' ? 'asc' : 'desc';
    return (
      <th key={by} scope="col" aria-sort={here ? (order === 'asc' ? 'ascending' : 'descending') : undefined}>
        {/* A button in a head is drawn on the first sheet alone. */}
        {printing ? (
          name
        ) : (
          <button type="button" className={styles.sort} title={own.sortBy(name)} onClick={() => onSort(by, next)}>
            {name}
            {here && <Arrow size={15} aria-hidden />}
          </button>
        )}
      </th>
    );
  };
  return (
    <section className={`${styles.scroller} lies-across`} aria-label={own.rankingTitle} {...scrolling}>
      <table className={`${styles.table} ${styles.ranking}`} aria-label={own.rankingTitle}>
        <thead>
          <tr>
            <th scope="col">{own.place}</th>
            {head('name', own.agency)}
            {head('score', own.total)}
            {scored.map((criterion) => head(criterion, names[criterion].short))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <RankingRow key={row.agency.id} row={row} period={page.period} scored={scored} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { row: RankedAgency; period: string; scored: readonly Criterion[] };

function RankingRow({ row: { agency, place, score }, period, scored }: RowProps) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const number = (value: number) => formatNumber(value, language);
  const ofAgency = { to: '/don-vi/$id/phieu-diem', params: { id: agency.id }, preload: false } as const;
  return (
    <tr>
      <td data-name={own.place} className="numbers">
        {place === null ? '–' : number(place)}
      </td>
      <th scope="row">
        <Link {...ofAgency} search={{ period }}>
          {agency.name}
        </Link>
      </th>
      <td data-name={own.total}>
        {score.score === null ? (
          <span className="soft">{own.noScore}</span>
        ) : (
          <div className={styles.bar}>
            <strong className="numbers">{number(score.score)}</strong>
            <Progress value={score.score} aria-label={own.total} />
            <span className="soft" lang={score.className === null ? undefined : 'vi'}>
              {score.className ?? own.notYetClassed}
            </span>
          </div>
        )}
      </td>
      {scored.map((criterion) => {
        const one = score.criteria.find((each) => each.criterion === criterion);
        const { name, short } = criterionWords[language][criterion];
        return (
          <td key={criterion} data-name={short}>
            {!one || one.share === null ? (
              '–'
            ) : (
              <div className={styles.bar}>
                <Link
                  {...ofAgency}
                  search={{ period, muc: criterion }}
                  className="numbers"
                  title={own.openItems(name, number(one.count), number(one.of))}
                >
                  {own.percent(number(percentOf(one.share)))}
                </Link>
                <Progress value={one.share * 100} aria-label={short} />
              </div>
            )}
          </td>
        );
      })}
    </tr>
  );
}
