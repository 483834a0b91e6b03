import { Button, Skeleton } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listPlanDrafts } from '../../../src/api/plan-drafts.ts';
import { formatMoment, formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Begin } from './begin.tsx';
import styles from './plan-drafts.module.css';
import { Remove } from './remove.tsx';

const size = 50;

/** Every draft of a next plan, last changed first. */
export function PlanDrafts() {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const may = useMay();
  const [beginning, setBeginning] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['plan-drafts'],
    queryFn: ({ pageParam, signal }) => call(listPlanDrafts, { query: { offset: pageParam, limit: size }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * size < total ? pages.length * size : undefined),
  });
  const drafts = list.data?.pages.flatMap((page) => page.drafts) ?? [];
  return (
    <Page
      title={own.title}
      actions={
        may('draftPlans') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setBeginning(true)}>
            {own.begin}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      {list.isPending && <Skeleton height={200} aria-busy="true" />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && drafts.length === 0 && <Blank icon={IconFileText} title={own.none} text={own.noneHint} />}
      {drafts.length > 0 && (
        <ul className={styles.drafts}>
          {drafts.map((draft) => {
            const { id, title, author, changedAt, targets, tasks } = draft;
            return (
              <li key={id}>
                <Link to="/soan-ke-hoach/$id" params={{ id }}>
                  {title || own.untitled}
                </Link>
                <span className="soft">
                  {[
                    words.count.targets(formatNumber(targets, language)),
                    words.count.tasks(formatNumber(tasks, language)),
                    own.by(author.name, formatMoment(changedAt, language)),
                  ].join(' · ')}
                </span>
                {may('draftPlans') && <Remove draft={draft} />}
              </li>
            );
          })}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {own.more}
        </Button>
      )}
      {beginning && <Begin onClose={() => setBeginning(false)} />}
    </Page>
  );
}
