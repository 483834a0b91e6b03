import { Button, Select, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconTableDown, IconTargetOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import { exportStandings, listStandings } from '../../../src/api/overview.ts';
import { standingStates } from '../../../src/registry/standing.ts';
import { standingWords, stateWord } from '../../../src/registry/standing-words.ts';
import { PillarOrNone, unplaced } from '../../../src/registry/target-pillar.ts';
import type { ListedStanding } from '../../../src/registry/target-standing.ts';
import { formatNumber, formatTargetValue } from '../../../src/values/format.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { today } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { Sparkline } from '../../parts/charts/sparkline.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import { Page } from '../../parts/page.tsx';
import { StandingMark } from '../../parts/standing-mark.tsx';
import { useWording } from '../../words/words.ts';
import { standingIcon } from './bars.tsx';
import styles from './overview.module.css';
import { PlanFilters } from './plan-filters.tsx';
import { planOf, type StandingSearch } from './search.ts';

const route = getRouteApi('/tong-quan/chi-tieu');
const atOnce = 50;

/** The targets behind a number of the overview: where each stands, why, and the sentence that sets it. */
export function Standings() {
  const { words, language } = useWording();
  const own = words.overview;
  const { ngay: asOf, state, agency, atRisk, pillar, group, ...plan } = route.useSearch();
  const navigate = useNavigate({ from: '/tong-quan/chi-tieu' });
  const change = (next: Partial<StandingSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const day = asOf ?? today();
  const query = {
    ...{ ...planOf(plan, day), asOf, state: state ?? [], agency: agency ?? [], atRisk: atRisk ?? false },
    ...{ pillar: pillar ?? [], group: group ?? [] },
  };
  const pages = useInfiniteQuery({
    queryKey: ['standings', query],
    queryFn: ({ pageParam, signal }) =>
      call(listStandings, { query: { ...query, offset: pageParam, limit: atOnce }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, got) => (got.length * atOnce < total ? got.length * atOnce : undefined),
    placeholderData: keepPreviousData,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const names = new Map(pages.data?.pages.flatMap(({ agencies }) => agencies.map(({ id, name }) => [id, name])));
  const total = pages.data?.pages[0]?.total ?? 0;
  const toggle = (one: (typeof standingStates)[number]) => {
    const next = state?.includes(one) ? state.filter((other) => other !== one) : [...(state ?? []), one];
    change({ state: next.length === 0 ? undefined : next });
  };
  return (
    <Page
      title={own.list}
      aside={pages.data && <span aria-live="polite">{own.listCount(formatNumber(total, language))}</span>}
      actions={
        <>
          {total > 0 && (
            <Button
              component="a"
              href={addressOf(exportStandings, { query: { ...query, format: 'xlsx', language } })}
              variant="default"
              leftSection={<IconTableDown size={18} aria-hidden />}
            >
              {words.charts.xlsx}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/tong-quan" search={plan} {...props} />}
          >
            {own.back}
          </Button>
        </>
      }
    >
      <PlanFilters from="/tong-quan/chi-tieu" search={plan} day={day} />
      <div className={styles.filters}>
        <AgencySelect
          label={words.duties.agency}
          chosen={agency?.[0] ?? null}
          onChoose={(id) => change({ agency: id === null ? undefined : [id] })}
        />
        <Select
          label={own.pillar}
          placeholder={own.everyPillar}
          data={PillarOrNone.options.map((value) => ({
            value,
            label: value === unplaced ? own.noPillar : words.indicators.pillars[value],
          }))}
          value={pillar?.[0] ?? null}
          onChange={(value) => change({ pillar: PillarOrNone.options.filter((one) => one === value) })}
          clearable
        />
        {group?.[0] !== undefined && (
          <Select
            label={own.group}
            data={[{ value: group[0], label: group[0] === unplaced ? own.noGroup : group[0] }]}
            value={group[0]}
            onChange={() => change({ group: undefined })}
            clearable
          />
        )}
      </div>
      <ul className={styles.legend}>
        {standingStates.map((one) => (
          <li key={one}>
            <button type="button" aria-pressed={state?.includes(one) ?? false} onClick={() => toggle(one)}>
              {standingIcon(one)}
              <span>{stateWord(one, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={320} aria-busy="true" />}
      {pages.data && rows.length === 0 && <Blank icon={IconTargetOff} title={own.nothing} text={own.nothingText} />}
      <ul className={styles.standings}>
        {rows.map((row) => (
          <Row
            key={`${row.documentId} ${row.id}`}
            row={row}
            names={names}
            search={{ ...plan, state, agency, atRisk, pillar, group }}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.showMore}
        </Button>
      )}
    </Page>
  );
}

/** One target: the mark, the words for it, and the ways on to its story and its sentence. */
type RowProps = { row: ListedStanding; names: ReadonlyMap<string, string>; search: StandingSearch };

function Row({ row, names, search }: RowProps) {
  const { words, language } = useWording();
  const own = words.overview;
  const { standing } = row;
  return (
    <li className={styles.standing}>
      <div>
        <StandingMark standing={standing} />{' '}
        <FollowButton
          matter={{ kind: 'target', documentId: row.documentId, targetId: row.id }}
          name={[row.name, row.variant].filter(Boolean).join(', ')}
          small
        />
        <div>
          <Sparkline points={row.sparkline} unit={row.indicatorUnit} />
        </div>
        {row.confidence && <div className="soft">{own.confidence[row.confidence]}</div>}
      </div>
      <div>
        <h2>
          <Link
            to="/tong-quan/chi-tieu/$documentId/$targetId"
            params={{ documentId: row.documentId, targetId: row.id }}
            search={search}
            title={row.quote}
            preload={false}
          >
            {[row.name, row.variant].filter(Boolean).join(', ')}
          </Link>{' '}
          <span className={styles.asked}>
            <ChangeMark change={row.change} />
            {formatTargetValue(row, language)}
            {row.year !== null &&
              ` (${row.yearFrom !== null && row.yearFrom !== row.year ? `${row.yearFrom}–` : ''}${row.year})`}
          </span>
        </h2>
        <p>{standingWords(standing, row.indicatorUnit, language).join(' ')}</p>
        <p className="soft">
          {[row.documentNumber, ...row.agencyIds.map((id) => names.get(id) ?? id)].filter(Boolean).join('; ')}
          {' · '}
          <Link to="/van-ban/$id" params={{ id: row.documentId }} search={{ muc: row.id }} preload={false}>
            {own.sentence}
          </Link>
        </p>
      </div>
    </li>
  );
}
