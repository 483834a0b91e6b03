import { Alert, Button, NativeSelect, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import * as endpoints from '../../../src/api/jobs.ts';
import { JobState, type QueueName } from '../../../src/registry/job.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWords } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './jobs.module.css';
import { JobTable, QueueTable } from './tables.tsx';

const key = ['jobs'];
/** What runs is seen to move. */
const every = 5000;

/** The queues, what ran, what failed and why; to be paused, run and tried again. */
export function Jobs() {
  const { jobs: own } = useWords();
  const queries = useQueryClient();
  const [state, setState] = useState<JobState | undefined>();
  const queues = useQuery({
    queryKey: [...key, 'queues'],
    queryFn: ({ signal }) => call(endpoints.listQueues, { signal }),
    refetchInterval: every,
  });
  const list = useQuery({
    queryKey: [...key, 'list', state],
    queryFn: ({ signal }) => call(endpoints.listJobs, { query: { state }, signal }),
    refetchInterval: every,
  });
  const step = useMutation({
    mutationFn: (take: () => Promise<unknown>) => take(),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const take = (what: () => Promise<unknown>, said?: string) =>
    step.mutate(what, said ? { onSuccess: () => notifications.show({ message: said }) } : {});
  const testLetter = () => take(() => call(endpoints.sendTestLetter, {}), own.testSent);
  return (
    <AdministrationPage
      title={own.title}
      actions={
        <Button
          variant="default"
          leftSection={<IconMail size={18} aria-hidden />}
          disabled={step.isPending}
          onClick={testLetter}
        >
          {own.testLetter}
        </Button>
      }
    >
      {queues.data?.mail === false && <Alert color="yellow">{own.noMail}</Alert>}
      {step.isError && <Failure error={step.error} onRetry={() => step.reset()} />}
      {queues.isError && <Failure error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.isPending && <Skeleton height={320} aria-busy="true" />}
      {queues.data && (
        <QueueTable
          queues={queues.data.queues}
          busy={step.isPending}
          onPause={(queue: QueueName, paused) =>
            take(() => call(endpoints.pauseQueue, { params: { queue }, body: { paused } }))
          }
          onRun={(queue) => take(() => call(endpoints.runQueue, { params: { queue } }), own.started)}
        />
      )}
      <div className={styles.filter}>
        <NativeSelect
          label={own.state}
          value={state ?? ''}
          data={[
            { value: '', label: own.all },
            ...JobState.options.map((value) => ({ value, label: own.states[value] })),
          ]}
          onChange={(event) => setState(JobState.safeParse(event.currentTarget.value).data)}
        />
      </div>
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={160} aria-busy="true" />}
      {list.data && (
        <JobTable
          jobs={list.data.jobs}
          busy={step.isPending}
          onRetry={(id) => take(() => call(endpoints.retryJob, { params: { id } }))}
        />
      )}
    </AdministrationPage>
  );
}
