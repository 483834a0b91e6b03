import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import type { JobRecord, QueueName, QueueRecord } from '../../../src/registry/job.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './jobs.module.css';

/** Queues that come by themselves at their times and can be asked for before. */
const onDemand = ['digest', 'urging', 'recurring'] as const;
type OnDemand = (typeof onDemand)[number];
const demanded = (name: QueueName): OnDemand | undefined => onDemand.find((one) => one === name);

type QueueProps = {
  queues: readonly QueueRecord[];
  /** A step is on its way: a second press would take another. */
  busy: boolean;
  onPause: (queue: QueueName, paused: boolean) => void;
  onRun: (queue: OnDemand) => void;
};

export function QueueTable({ queues, busy, onPause, onRun }: QueueProps) {
  const { words, language } = useWording();
  const number = (value: number) => formatNumber(value, language);
  const own = words.jobs;
  const { columns } = own;
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{own.queues}</caption>
      <HeadRow columns={columns} />
      <tbody>
        {queues.map(({ name, paused, waiting, active, failed, lastDoneAt, schedule }) => (
          <tr key={name}>
            <th scope="row" data-name={columns.queue}>
              {own.queueNames[name]} {paused && <em>({own.paused})</em>}
            </th>
            <td data-name={columns.waiting}>{number(waiting)}</td>
            <td data-name={columns.active}>{number(active)}</td>
            <td data-name={columns.failed} data-failed={failed > 0 || undefined}>
              {number(failed)}
            </td>
            <td data-name={columns.last}>{lastDoneAt ? formatMoment(lastDoneAt, language) : '–'}</td>
            <td data-name={columns.schedule}>{schedule ? <code>{schedule}</code> : '–'}</td>
            <td data-name={columns.steps}>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={
                  paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
                }
                aria-label={`${paused ? own.resume : own.pause}: ${own.queueNames[name]}`}
                disabled={busy}
                onClick={() => onPause(name, !paused)}
              >
                {paused ? own.resume : own.pause}
              </Button>{' '}
              <RunButton queue={demanded(name)} busy={busy} onRun={onRun} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type RunProps = { queue: OnDemand | undefined; busy: boolean; onRun: (queue: OnDemand) => void };

function RunButton({ queue, busy, onRun }: RunProps) {
  const { words } = useWording();
  if (!queue) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${words.jobs.run}: ${words.jobs.queueNames[queue]}`}
      disabled={busy}
      onClick={() => onRun(queue)}
    >
      {words.jobs.run}
    </Button>
  );
}

type JobProps = { jobs: readonly JobRecord[]; busy: boolean; onRetry: (id: string) => void };

export function JobTable({ jobs, busy, onRetry }: JobProps) {
  const { words, language } = useWording();
  const own = words.jobs;
  const columns = own.jobColumns;
  if (jobs.length === 0) return <p>{own.empty}</p>;
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{own.list}</caption>
      <HeadRow columns={columns} />
      <tbody>
        {jobs.map(({ id, queue, state, createdAt, endedAt, nextAt, attempts, failure }) => (
          <tr key={id}>
            <td data-name={columns.queue}>{own.queueNames[queue]}</td>
            <td data-name={columns.state} data-failed={state === 'failed' || undefined}>
              {own.states[state]}
              {state === 'retry' && nextAt && <div className="soft">{own.next(formatMoment(nextAt, language))}</div>}
            </td>
            <td data-name={columns.at}>{formatMoment(endedAt ?? createdAt, language)}</td>
            <td data-name={columns.attempts}>{attempts}</td>
            <td data-name={columns.failure}>{failure ?? ''}</td>
            <td data-name={columns.steps}>
              {(state === 'failed' || state === 'retry') && (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconRefresh size={16} aria-hidden />}
                  disabled={busy}
                  onClick={() => onRetry(id)}
                >
                  {own.retry}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
