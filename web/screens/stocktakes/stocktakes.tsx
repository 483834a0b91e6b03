import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listStocktakes } from '../../../src/api/stocktakes.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { PlanForm } from './plan-form.tsx';
import styles from './stocktakes.module.css';

const size = 50;

/** Every stocktake that one holds or takes part in, the latest first. */
export function Stocktakes() {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const holds = useMay()('holdStocktakes');
  const [planning, setPlanning] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['stocktakes'],
    queryFn: ({ pageParam, signal }) => call(listStocktakes, { query: { offset: pageParam, limit: size }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * size < total ? pages.length * size : undefined),
  });
  const rows = list.data?.pages.flatMap(({ stocktakes }) => stocktakes) ?? [];
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      title={own.title}
      actions={
        holds && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPlanning(true)}>
            {own.plan}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      {list.isPending && <Skeleton height={200} aria-busy="true" />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Blank icon={IconUsersGroup} title={own.none} text={own.noneHint} />}
      <ul className={styles.list}>
        {rows.map(({ id, title, heldOn, stage, chair, items, decisions, notGiven }) => (
          <li key={id}>
            <Link to="/kiem-diem/$id" params={{ id }}>
              {title}
            </Link>
            <span className="soft">
              {[
                formatDay(heldOn, language),
                own.stages[stage],
                own.chairedBy(chair.name),
                own.items(number(items)),
                own.decisions(number(decisions)),
                ...(notGiven > 0 ? [own.notGiven(number(notGiven))] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {own.more}
        </Button>
      )}
      {planning && <PlanForm onClose={() => setPlanning(false)} />}
    </Page>
  );
}
