import { Button, Select, Skeleton } from '@mantine/core';
import { IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listPeople, type PersonFilter } from '../../../src/api/people.ts';
import { accountStates } from '../../../src/registry/account.ts';
import { roles } from '../../../src/registry/post.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import styles from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { peopleKey } from './use-person-change.ts';

const route = getRouteApi('/quan-tri/nguoi-dung');
const atOnce = 50;

/** Everybody with an account, and what they hold where. */
export function People() {
  const { words, language } = useWording();
  const own = words.people;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/quan-tri/nguoi-dung' });
  const [opened, setOpened] = useState<string | null>(null);
  const [inviting, setInviting] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: [...peopleKey, search],
    queryFn: ({ pageParam, signal }) =>
      call(listPeople, { query: { ...search, limit: atOnce, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, all) => {
      const shown = all.reduce((sum, { people }) => sum + people.length, 0);
      return shown < total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const people = pages.data?.pages.flatMap((page) => page.people) ?? [];
  const change = (next: Partial<PersonFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const person = people.find(({ id }) => id === opened) ?? null;

  return (
    <AdministrationPage
      title={own.title}
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
          {own.invite}
        </Button>
      }
    >
      <div className={styles.filters}>
        <SearchField
          label={own.searchLabel}
          placeholder={own.search}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        <Select
          label={own.role}
          data={roles.map((value) => ({ value, label: own.roles[value] }))}
          value={search.role ?? null}
          onChange={(role) => change({ role: role ?? undefined })}
          clearable
        />
        <AgencySelect
          label={own.agency}
          chosen={search.agency ?? null}
          onChoose={(agency) => change({ agency: agency ?? undefined })}
        />
        <Select
          label={own.state}
          data={accountStates.map((value) => ({ value, label: own.states[value] }))}
          value={search.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
          clearable
        />
      </div>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={320} aria-busy="true" />}
      {pages.data && people.length === 0 && <Blank icon={IconUserOff} title={own.emptyTitle} text={own.emptyText} />}
      {people.length > 0 && (
        <>
          <p className="soft">{own.total(formatNumber(pages.data?.pages[0]?.total ?? 0, language))}</p>
          <PeopleTable people={people} onOpen={setOpened} />
        </>
      )}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
      <PersonDialog person={person} onClose={() => setOpened(null)} />
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </AdministrationPage>
  );
}
