import { Button, Switch, Tabs } from '@mantine/core';
import { IconBell, IconChecks } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { Choice } from './choice.tsx';
import { NoticeLine } from './notice-line.tsx';
import styles from './notices.module.css';
import { useNoticePages, useReadOff } from './use-notices.ts';

const route = getRouteApi('/thong-bao');

/** All that a person has been told, and how they want to be told. */
export function Notices() {
  const { notices: own } = useWords();
  const stopping = route.useSearch().thu === 'dung';
  return (
    <Page title={own.title}>
      <Tabs defaultValue={stopping ? 'choice' : 'list'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{own.tabs.list}</Tabs.Tab>
          <Tabs.Tab value="choice">{own.tabs.choice}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <List />
        </Tabs.Panel>
        <Tabs.Panel value="choice">
          <Choice stopping={stopping} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function List() {
  const { notices: own } = useWords();
  const [unread, setUnread] = useState(false);
  const pages = useNoticePages(unread);
  const readOff = useReadOff();
  const all = pages.data?.pages.flatMap(({ notices }) => notices) ?? [];
  const [newest] = all;
  if (pages.isLoadingError) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <div className={styles.form}>
      <div className={styles.foot}>
        <Switch label={own.onlyUnread} checked={unread} onChange={(event) => setUnread(event.currentTarget.checked)} />
        {newest && (
          <Button
            variant="default"
            leftSection={<IconChecks size={18} aria-hidden />}
            onClick={() => readOff.mutate({ upTo: newest.id })}
          >
            {own.readAll}
          </Button>
        )}
      </div>
      {all.length === 0 && !pages.isPending && <Blank icon={IconBell} title={own.emptyTitle} text={own.emptyText} />}
      <ul className={styles.list}>
        {all.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} onRead={({ id, readAt }) => readAt === null && readOff.mutate({ ids: [id] })} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </div>
  );
}
