import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { retryJob } from '../../../src/api/jobs.ts';
import type { JobRecord, QueueRecord } from '../../../src/registry/job.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording, useWords } from '../../words/words.ts';
import { JobTable } from '../jobs/tables.tsx';
import styles from './operation.module.css';

type Props = { queues: readonly QueueRecord[]; jobs: readonly JobRecord[] };

/** The queues in which something is, and the jobs that failed, to be tried again. */
export function JobsAtAGlance({ queues, jobs }: Props) {
  const { operation: own, jobs: jobWords } = useWords();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: (id: string) => call(retryJob, { params: { id } }),
    onSuccess: () => notifications.show({ message: own.retried }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operation'] }),
  });
  const busy = queues.filter(({ waiting, active, failed }) => waiting + active + failed > 0);
  return (
    <section>
      <div className={styles.head}>
        <h2>{own.jobs}</h2>
        <Link to="/quan-tri/tac-vu">{own.allJobs}</Link>
      </div>
      {retry.isError && <Failure error={retry.error} onRetry={() => retry.reset()} />}
      {busy.length === 0 ? (
        <p>{own.quiet}</p>
      ) : (
        <ul className={styles.queues}>
          {busy.map(({ name, waiting, active, failed }) => (
            <li key={name}>
              <strong>{jobWords.queueNames[name]}</strong>
              <Count word={own.waiting} count={waiting} />
              <Count word={own.active} count={active} />
              <Count word={own.failed} count={failed} bad />
            </li>
          ))}
        </ul>
      )}
      {jobs.length > 0 && (
        <>
          <h3>{own.failedJobs}</h3>
          <JobTable jobs={jobs} busy={retry.isPending} onRetry={(id) => retry.mutate(id)} />
        </>
      )}
    </section>
  );
}

function Count({ word, count, bad }: { word: string; count: number; bad?: true }) {
  const { language } = useWording();
  return (
    <span className={styles.count} data-bad={(bad && count > 0) || undefined}>
      {word} {formatNumber(count, language)}
    </span>
  );
}
