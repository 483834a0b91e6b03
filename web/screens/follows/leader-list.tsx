import { Alert, Select, Skeleton } from '@mantine/core';
import { IconEye, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getLeaderList } from '../../../src/api/follows.ts';
import { type LeaderList, manyFollowed } from '../../../src/registry/follow.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { dayNumber, dayOfMoment } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import { MatterLink, MatterStand, MatterTurn } from '../../parts/matter-stand.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './follows.module.css';
import { Note } from './note.tsx';

const route = getRouteApi('/lanh-dao-theo-doi');

/** What a leader follows in person, each with what there is to know in one line. */
export function LeaderListScreen() {
  const { words, language } = useWording();
  const own = words.follows;
  const { lanhdao: leader } = route.useSearch();
  const navigate = useNavigate({ from: '/lanh-dao-theo-doi' });
  const found = useQuery({
    queryKey: ['leader-list', leader],
    queryFn: ({ signal }) => call(getLeaderList, { query: { leader }, signal }),
  });
  const list = found.data;
  return (
    <Page title={own.title} aside={list && own.count(formatNumber(list.rows.length, language))}>
      <p className={styles.lead}>{own.lead}</p>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {list === null && <Blank icon={IconUsersGroup} title={own.noLeader} text={own.noLeaderHint} />}
      {list && list.leaders.length > 1 && (
        <Select
          className={styles.leader}
          label={own.leader}
          data={list.leaders.map(({ id, name }) => ({ value: id, label: name }))}
          value={list.leader.id}
          allowDeselect={false}
          onChange={(id) => id !== null && void navigate({ search: { lanhdao: id } })}
        />
      )}
      {list && <List list={list} />}
    </Page>
  );
}

function List({ list: { leader, leaders, rows, since } }: { list: LeaderList }) {
  const { words, language } = useWording();
  const own = words.follows;
  if (rows.length === 0) return <Blank icon={IconEye} title={own.none} text={own.noneHint} />;
  return (
    <>
      {rows.length > manyFollowed && (
        <Alert color="yellow" mb="md">
          {own.many(formatNumber(rows.length, language))}
        </Alert>
      )}
      <p className="soft">
        {leaders.length === 1 && `${leader.name}. `}
        {since ? own.since(since.title, formatDay(since.heldOn, language)) : own.noSince}
      </p>
      <ol className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function Row({ row }: { row: LeaderList['rows'][number] }) {
  const { words, language } = useWording();
  const own = words.follows;
  const { facts } = row;
  const age = (day: string) =>
    own.age(formatDay(day, language), formatNumber(dayNumber(today()) - dayNumber(day), language));
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className="soft">{own.kinds[facts.matter.kind]}</span>
        <h2>
          <MatterLink facts={facts} />
        </h2>
        {facts.matter.kind !== 'agency' && (
          <span className="soft">{facts.agencies.map(({ name }) => name).join('; ')}</span>
        )}
      </div>
      <FollowButton matter={facts.matter} name={facts.name} small />
      <dl className={styles.facts}>
        <div>
          <dt>{own.stand}</dt>
          <dd>
            <MatterStand facts={facts} />
          </dd>
        </div>
        <div>
          <dt>{own.turn}</dt>
          <dd>
            <MatterTurn facts={facts} />
          </dd>
        </div>
        <div>
          <dt>{own.data}</dt>
          <dd>{facts.dataDay ? age(facts.dataDay) : own.noData}</dd>
        </div>
        <div>
          <dt>{own.next}</dt>
          <dd>{facts.nextDue ? formatDay(facts.nextDue, language) : own.noDue}</dd>
        </div>
        <div className={styles.wide}>
          <dt>{own.saidLast}</dt>
          <dd lang="vi">
            {facts.said ? (
              <>
                {facts.said.words || own.noData}{' '}
                <span className="soft">
                  ({facts.said.agency.name}, {formatDay(dayOfMoment(new Date(facts.said.at)), language)})
                </span>
              </>
            ) : (
              <span className="soft">{own.nothingSaid}</span>
            )}
          </dd>
        </div>
        <div className={styles.wide}>
          <dt>{own.note}</dt>
          <dd>
            <Note row={row} />
          </dd>
        </div>
      </dl>
    </li>
  );
}
