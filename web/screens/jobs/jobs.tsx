import { Alert, Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import * as endpoints from '../../../src/api/jobs.ts';
import { JobState, type QueueName } from '../../../src/registry/job.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { AdministrationTabs } from '../administration/tabs.tsx';
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
  if (queues.isError) return <Failure error={queues.error} onRetry={() => void queues.refetch()} />;
  const testLetter = () => take(() => call(endpoints.sendTestLetter, {}), own.testSent);
  return (
    <Page
      title={own.title}
      actions={
        <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={testLetter}>
          {own.testLetter}
        </Button>
      }
    >
      <AdministrationTabs />
      {queues.data?.mail === false && <Alert color="yellow">{own.noMail}</Alert>}
      {step.isError && <Failure error={step.error} onRetry={() => step.reset()} />}
      <QueueTable
        queues={queues.data?.queues ?? []}
        onPause={(queue: QueueName, paused) =>
          take(() => call(endpoints.pauseQueue, { params: { queue }, body: { paused } }))
        }
        onRun={(queue) => take(() => call(endpoints.runQueue, { params: { queue } }), own.started)}
      />
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
      <JobTable
        jobs={list.data?.jobs ?? []}
        onRetry={(id) => take(() => call(endpoints.retryJob, { params: { id } }))}
      />
    </Page>
  );
}
