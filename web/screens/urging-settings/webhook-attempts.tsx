import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { listAttempts, repeatWebhook } from '../../../src/api/webhooks.ts';
import { NoticeKind } from '../../../src/registry/notice.ts';
import { noticeName } from '../../../src/registry/notice-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import styles from './urging-settings.module.css';

/** A trial comes back within seconds, and is waited for. */
const every = 3000;

/** The last calls of one address and what came of them. */
export function WebhookAttempts({ id }: { id: string }) {
  const { words, language } = useWording();
  const { webhooks: own } = words.urgingSettings;
  const { columns } = own;
  const list = useQuery({
    queryKey: ['webhooks', id, 'attempts'],
    queryFn: ({ signal }) => call(listAttempts, { params: { id }, signal }),
    refetchInterval: every,
  });
  const repeat = useMutation({
    mutationFn: (attempt: number) => call(repeatWebhook, { params: { id, attempt } }),
    onSuccess: () => notifications.show({ message: own.again.queued }),
    onError: (error) => showRefused(sentenceOf(error, words, language), own.again.notDone),
  });
  if (list.isLoadingError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return null;
  const { attempts } = list.data;
  if (attempts.length === 0) return <p className={styles.whole}>{own.noAttempts}</p>;
  const kindName = (kind: string) => {
    const known = NoticeKind.safeParse(kind);
    return known.success ? noticeName(known.data, language) : own.trial;
  };
  return (
    <table className={`${styles.table} ${styles.whole}`}>
      <caption className="hidden-visually">{own.attempts}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">{columns.again}</th>
        </tr>
      </thead>
      <tbody>
        {attempts.slice(0, 20).map(({ id: attempt, at, kind, status, failure, milliseconds, kept }) => (
          <tr key={attempt}>
            <td>{formatMoment(at, language)}</td>
            <td>{kindName(kind)}</td>
            <td data-failed={failure !== null || undefined}>
              {failure === null ? own.delivered : own.failures[failure]}
              {status !== null && ` (${status})`}, {formatNumber(milliseconds, language)} ms
            </td>
            <td>
              {kept && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${own.again.action}: ${kindName(kind)}, ${formatMoment(at, language)}`}
                  loading={repeat.isPending && repeat.variables === attempt}
                  onClick={() => repeat.mutate(attempt)}
                >
                  {own.again.action}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
