import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getWorkList } from '../../../src/api/my-work.ts';
import type { WorkItem, WorkTask } from '../../../src/registry/my-work.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWords } from '../../words/words.ts';
import styles from './my-work.module.css';
import { WorkLine } from './work-line.tsx';

type Props = { task: WorkTask; after: string; onUpdate: (duty: WorkItem['duty']) => void };

/** The rest of one task's items, when it is wanted. */
export function MoreItems({ task, after, onUpdate }: Props) {
  const { myWork } = useWords();
  const [wanted, setWanted] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['my-work', task, after],
    queryFn: ({ pageParam, signal }) => call(getWorkList, { params: { task }, query: { after: pageParam }, signal }),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next,
    enabled: wanted,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ul className={styles.lines}>
        {items.map((item) => (
          <WorkLine key={`${item.duty.id} ${item.about?.id}`} item={item} onUpdate={onUpdate} />
        ))}
      </ul>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {(!wanted || pages.isPending || pages.hasNextPage) && !pages.isLoadingError && (
        <Button
          variant="default"
          size="sm"
          loading={pages.isFetching}
          onClick={() => (wanted ? void pages.fetchNextPage() : setWanted(true))}
        >
          {myWork.more}
        </Button>
      )}
    </>
  );
}
