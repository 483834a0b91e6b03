import { Button, Skeleton } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { getOverview } from '../../../src/api/overview.ts';
import { formatDay } from '../../../src/values/format.ts';
import { today, useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { NothingThen } from '../../parts/nothing-then.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Agencies } from './agencies.tsx';
import { DutyBar, TargetBar } from './bars.tsx';
import { Changed } from './changed.tsx';
import { Compared } from './compared.tsx';
import { Decisions } from './decisions.tsx';
import { Numbers, Sentence } from './numbers.tsx';
import styles from './overview.module.css';
import { Pillars } from './pillars.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { Rules } from './rules.tsx';
import { planOf } from './search.ts';

const route = getRouteApi('/tong-quan');

/** Where the plan stands: for whoever has five minutes. */
export function Overview() {
  const { words } = useWording();
  const asOf = useAsOf();
  const documents = useQuery({
    queryKey: ['documents', { asOf }],
    queryFn: ({ signal }) => call(listDocuments, { query: { asOf }, signal }),
  });
  return (
    <Page title={words.overview.title}>
      {documents.isError && <Failure error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data?.documents.length === 0 && (asOf === undefined ? <Beginning /> : <NothingThen />)}
      {documents.data && documents.data.documents.length > 0 && <Content />}
    </Page>
  );
}

function Beginning() {
  const { words } = useWording();
  const importing = useMay()('importDocuments');
  return (
    <Blank
      icon={IconFileText}
      title={words.registerCounts.emptyTitle}
      text={importing ? words.registerCounts.emptyText : words.documents.emptyForReaders}
    >
      {importing && (
        <Button component={Link} to="/van-ban" leftSection={<IconUpload size={18} aria-hidden />}>
          {words.registerCounts.emptyAction}
        </Button>
      )}
    </Blank>
  );
}

function Content() {
  const { words, language } = useWording();
  const { ngay: asOf, than, thanYear, theo, ...plan } = route.useSearch();
  const day = asOf ?? today();
  const found = useQuery({
    queryKey: ['overview', plan, asOf, than, thanYear],
    queryFn: ({ signal }) => call(getOverview, { query: { ...planOf(plan, day), asOf, than, thanYear }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const overview = found.data;
  return (
    <>
      <PlanFilters from="/tong-quan" search={{ ...plan, than, thanYear }} day={day} than={overview?.than} />
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {overview && (
        <>
          <Sentence numbers={overview.now} />
          <Numbers overview={overview} plan={plan} />
          <p className="soft">
            {overview.figuresTo && overview.figuresFrom
              ? words.overview.data(formatDay(overview.figuresTo, language), formatDay(overview.figuresFrom, language))
              : words.overview.noFigures}
          </p>
          <div className={styles.parts}>
            <TargetBar counts={overview.now.targets} plan={plan} />
            <DutyBar counts={overview.now.duties} plan={plan} day={overview.day} />
            {overview.thanYear === null && <Changed overview={overview} />}
            {asOf === undefined && <Decisions />}
          </div>
          {(than !== undefined || overview.thanYear !== null) && <Compared overview={overview} />}
          <Pillars of={overview} plan={plan} by={theo} />
          <Agencies of={overview} plan={plan} />
          <Rules of={overview.rules} chosen={plan.document?.length === 1 ? (plan.document[0] ?? null) : null} />
        </>
      )}
    </>
  );
}
