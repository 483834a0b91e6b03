import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import * as endpoints from '../../../src/api/operation.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWords } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import { FailedRequests } from './failed-requests.tsx';
import { JobsAtAGlance } from './jobs-at-a-glance.tsx';
import styles from './operation.module.css';
import { Servers } from './servers.tsx';
import { SizeBars } from './size-bars.tsx';
import { SlowQueries } from './slow-queries.tsx';
import { Vitals } from './vitals.tsx';

const every = 15_000;

/** How the installation runs, at a glance: what is wrong first, then what grows and what is slow. */
export function OperationPage() {
  const { operation: own } = useWords();
  const seen = useQuery({
    queryKey: ['operation'],
    queryFn: ({ signal }) => call(endpoints.getOperation, { signal }),
    refetchInterval: every,
  });
  return (
    <AdministrationPage title={own.title}>
      <div className={styles.body}>
        <Vitals />
        {seen.isLoadingError && <Failure error={seen.error} onRetry={() => void seen.refetch()} />}
        {seen.isPending && <Skeleton height={320} aria-busy="true" />}
        {seen.data && (
          <>
            <FailedRequests failures={seen.data.failures} />
            <JobsAtAGlance queues={seen.data.queues} jobs={seen.data.failedJobs} />
            <div className={styles.beside}>
              <SizeBars sizes={seen.data.sizes} />
              <Servers servers={seen.data.servers} />
            </div>
            <SlowQueries slow={seen.data.slow} />
          </>
        )}
      </div>
    </AdministrationPage>
  );
}
